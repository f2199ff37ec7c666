import type { WorkspaceTrx } from "../db/database.ts";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readTopicList } from "../programs/programs.service.ts";
import type { Topic } from "../programs/topic.ts";
import type { OnMerge } from "../programs/topics.service.ts";
import type { Choice } from "../slack/inputs.ts";
import type { EnrollmentKey } from "./enrollment.queries.ts";
import { readTopicValue } from "./enrollment.ts";
import { ownTopicKey, ownTopicPlace } from "./sealing.ts";
import { nearestTopics } from "./topic-search.ts";
import { moveTopic, type NewTopicRow } from "./topics.queries.ts";

/** Topics for what was typed so far; null: nothing was typed that is new. */
export async function searchTopics(
	deps: Deps,
	{ workspaceId, programId }: { workspaceId: string; programId: string },
	query: string,
): Promise<{ found: Topic[]; own: string | null }> {
	const topics = await withWorkspace(deps.db, workspaceId, (trx) =>
		readTopicList(trx, programId),
	);
	const found = nearestTopics(topics, query);
	const named = found.some(
		(topic) => topic.name.toLowerCase() === query.toLowerCase(),
	);
	return { found, own: query && !named ? query : null };
}

/** What a form's topic values say, as choices to show again. */
export async function labelTopics(
	trx: WorkspaceTrx,
	programId: string,
	values: string[],
): Promise<Choice[]> {
	const topics = await readTopicList(trx, programId);
	return values.flatMap((value) => {
		const chosen = readTopicValue(value);
		if (!chosen) return [];
		if ("ownName" in chosen) return [{ value, label: chosen.ownName }];
		const topic = topics.find(({ topicId }) => topicId === chosen.topicId);
		return topic ? [{ value, label: topic.name }] : [];
	});
}

/** When topics of the list merge, so do they in people's profiles. */
export const moveEnrolledTopic: OnMerge = (trx, merge) => moveTopic(trx, merge);

/** A form's topic values as rows; values the program does not know go. */
export async function readTopics(
	trx: WorkspaceTrx,
	deps: Deps,
	key: EnrollmentKey,
	values: string[],
	level: number,
): Promise<NewTopicRow[]> {
	const { workspaceId } = trx;
	const known = await readTopicList(trx, key.programId);
	const rows = values.flatMap((value): NewTopicRow[] => {
		const chosen = readTopicValue(value);
		if (!chosen) return [];
		if ("topicId" in chosen)
			return known.some(({ topicId }) => topicId === chosen.topicId)
				? [
						{
							topicKey: chosen.topicId,
							topicId: chosen.topicId,
							ownName: null,
							level,
						},
					]
				: [];
		const topicKey = ownTopicKey(deps.cipher, workspaceId, chosen.ownName);
		const place = ownTopicPlace({ workspaceId, ...key }, topicKey);
		const ownName = deps.cipher.seal(place, chosen.ownName);
		return [{ topicKey, topicId: null, ownName, level }];
	});
	return [...new Map(rows.map((row) => [row.topicKey, row])).values()];
}

import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { writeAct } from "./acts.service.ts";
import type { Problem } from "./problem.ts";
import { lockProgram } from "./programs.queries.ts";
import type { Topic } from "./topic.ts";
import { mergedTopic, type TopicForm, topicProblems } from "./topic-form.ts";
import {
	countTopicUses,
	deleteTopic,
	insertTopics,
	listTopics,
	updateTopic,
} from "./topics.queries.ts";

/** A topic of the list, and how many people have it in their profile. */
export type UsedTopic = Topic & { uses: number };

/** What another slice does, in the same transaction, when topics merge. */
export type OnMerge = (
	trx: WorkspaceTrx,
	merge: { programId: string; from: string; into: string },
) => Promise<void>;

export function loadTopics(deps: Deps, visit: Visit): Promise<UsedTopic[]> {
	return withWorkspace(deps.db, visit.workspaceId, (trx) =>
		readUsedTopics(trx, visit.programId),
	);
}

async function readUsedTopics(
	trx: WorkspaceTrx,
	programId: string,
): Promise<UsedTopic[]> {
	const topics = await listTopics(trx, programId);
	const uses = await countTopicUses(trx, programId);
	return topics.map((topic) => ({
		...topic,
		uses: uses.get(topic.topicId) ?? 0,
	}));
}

export type TopicSaved =
	| { outcome: "saved" | "gone" }
	| { outcome: "refused"; problems: Problem[] };

/** Adds a topic, or gives one its names; one after another in a program. */
export function saveTopic(
	deps: Deps,
	visit: Visit,
	topicId: string | null,
	form: TopicForm,
): Promise<TopicSaved> {
	return change(deps, visit, async (trx, topics): Promise<TopicSaved> => {
		const old = topics.find((topic) => topic.topicId === topicId);
		if (topicId !== null && !old) return { outcome: "gone" };
		const problems = topicProblems(topics, topicId, form);
		if (problems.length > 0) return { outcome: "refused", problems };
		if (!(await claimRequest(trx, visit.key))) return { outcome: "saved" };
		if (old) await updateTopic(trx, { ...old, ...form });
		else await insertTopics(trx, visit.programId, [form]);
		await audit(trx, visit, old ? "changeTopic" : "addTopic", topicId, {
			from: old ? old.name : null,
			to: form.name,
		});
		return { outcome: "saved" };
	});
}

/** Everyone who had `from` has `into`, which is known by both names. */
export function mergeTopics(
	deps: Deps,
	visit: Visit,
	{ from, into }: { from: string; into: string },
	onMerge: OnMerge[],
): Promise<"merged" | "gone"> {
	return change(deps, visit, async (trx, topics) => {
		const { programId } = visit;
		const old = topics.find(({ topicId }) => topicId === from);
		const kept = topics.find(({ topicId }) => topicId === into);
		if (!old || !kept || old === kept) return "gone";
		if (!(await claimRequest(trx, visit.key))) return "merged";
		for (const hook of onMerge) await hook(trx, { programId, from, into });
		await deleteTopic(trx, from);
		await updateTopic(trx, mergedTopic(kept, old));
		await audit(trx, visit, "mergeTopics", into, {
			from: old.name,
			to: kept.name,
		});
		return "merged";
	});
}

/** Only what nobody has can go. */
export function removeTopic(
	deps: Deps,
	visit: Visit,
	topicId: string,
): Promise<"removed" | "used" | "gone"> {
	return change(deps, visit, async (trx, topics) => {
		const topic = topics.find((one) => one.topicId === topicId);
		if (!topic) return "gone";
		if (topic.uses > 0) return "used";
		if (!(await claimRequest(trx, visit.key))) return "removed";
		await deleteTopic(trx, topicId);
		await audit(trx, visit, "removeTopic", topicId, {
			from: topic.name,
			to: null,
		});
		return "removed";
	});
}

function change<T>(
	deps: Deps,
	{ workspaceId, programId }: Visit,
	work: (trx: WorkspaceTrx, topics: UsedTopic[]) => Promise<T>,
): Promise<T> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		await lockProgram(trx, programId);
		return work(trx, await readUsedTopics(trx, programId));
	});
}

async function audit(
	trx: WorkspaceTrx,
	{ actor, programId }: Visit,
	what: string,
	topicId: string | null,
	topic: { from: string | null; to: string | null },
): Promise<void> {
	await writeAct(trx, {
		actorId: actor.personId,
		action: `programs:${what}`,
		...(topicId && { subjectId: topicId }),
		programId,
		detail: { topic },
	});
}

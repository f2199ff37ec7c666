import type { WorkspaceTrx } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { openField } from "../enrollment/sealing.ts";
import { readTopicList } from "../programs/programs.service.ts";
import { overlapFrom } from "../time/overlap.ts";
import type { Profile } from "./engine/profile.ts";
import type { NamedTopic } from "./engine/query.ts";
import type { RankOptions } from "./engine/rank.ts";
import { defaultWeights } from "./engine/weights.ts";
import type { Names } from "./find.ts";
import {
	findPersonRow,
	listPartnerRows,
	listProfileRows,
	listRefusals,
	type ProfileRow,
} from "./profiles.queries.ts";
import { readProfiles, visitorProfile, withRefusals } from "./profiles.ts";
import { defaultRules } from "./program-rules.ts";

/** A program's people as one person's search sees them. */
export type Pool = {
	me: Profile;
	profiles: Map<string, Profile>;
	/** Those who offer to mentor. */
	mentors: Profile[];
	topics: NamedTopic[];
	names: Names;
	options: RankOptions;
	/** Nobody told us who manages this person. */
	managerUnknown: boolean;
};

type For = { programId: string; personId: string; now: Date };

export async function loadPool(
	deps: Deps,
	trx: WorkspaceTrx,
	{ programId, personId, now }: For,
): Promise<Pool> {
	const { workspaceId } = trx;
	const people = await listProfileRows(trx, programId);
	const partners = await listPartnerRows(trx, programId);
	const topicList = await readTopicList(trx, programId);
	const refusals = await listRefusals(trx, personId);
	const rows = { workspaceId, programId, people, partners };
	const profiles = readProfiles(deps.cipher, rows);
	const me = withRefusals(
		profiles.get(personId) ??
			visitorProfile(await findPersonRow(trx, personId), people),
		refusals,
	);
	const byId = new Map(people.map((row) => [row.person_id, row]));
	const offering = people.filter((row) => row.role && row.role !== "mentee");
	const topics = topicList.map(({ topicId, name, synonyms }) => ({
		topic: topicId,
		name,
		synonyms,
	}));
	const topicNames = new Map(topics.map(({ topic, name }) => [topic, name]));
	return {
		me,
		profiles,
		mentors: offering.flatMap((row) => profiles.get(row.person_id) ?? []),
		topics,
		names: {
			topic: (key) => topicNames.get(key),
			person: (id) => {
				const row = byId.get(id);
				return row && publicPerson(deps, { workspaceId, programId }, row);
			},
		},
		options: {
			weights: defaultWeights,
			seed: programId,
			rules: defaultRules,
			now,
			overlap: overlapFrom(now),
		},
		managerUnknown: me.reportingLine.length === 0,
	};
}

function publicPerson(
	deps: Deps,
	at: { workspaceId: string; programId: string },
	row: ProfileRow,
) {
	const owner = { ...at, personId: row.person_id };
	return {
		slackUserId: row.slack_user_id,
		name: row.name,
		title: row.title,
		offer: openField(deps.cipher, owner, "offer", row.offer),
	};
}

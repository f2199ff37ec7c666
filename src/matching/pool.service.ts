import type { WorkspaceTrx } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { startingPart } from "../enrollment/enrollment.ts";
import { openField } from "../enrollment/sealing.ts";
import { readProgram, readTopicList } from "../programs/programs.service.ts";
import { mayJoin } from "../programs/who-may-join.ts";
import { overlapFrom } from "../time/overlap.ts";
import type { Profile } from "./engine/profile.ts";
import type { NamedTopic } from "./engine/query.ts";
import type { RankOptions } from "./engine/rank.ts";
import type { Names } from "./find.ts";
import { listParted } from "./parted.queries.ts";
import {
	findPersonRow,
	listPartnerRows,
	listProfileRows,
	listRefusals,
	type ProfileRow,
} from "./profiles.queries.ts";
import {
	colleagueProfile,
	readProfiles,
	visitorProfile,
	withRefusals,
} from "./profiles.ts";
import { partedSince, programRules } from "./program-rules.ts";
import { programWeights } from "./program-weights.ts";

/** A program's people as one person's search sees them. */
export type Pool = {
	me: Profile;
	profiles: Map<string, Profile>;
	/** Those who offer to mentor, or to be a peer. */
	mentors: Profile[];
	topics: NamedTopic[];
	names: Names;
	options: RankOptions;
	/** Nobody told us who manages this person. */
	managerUnknown: boolean;
};

type For = {
	programId: string;
	personId: string;
	/** A colleague who may be asked though they have not joined. */
	colleagueId?: string;
	now: Date;
};

export async function loadPool(
	deps: Deps,
	trx: WorkspaceTrx,
	{ programId, personId, colleagueId, now }: For,
): Promise<Pool> {
	const { workspaceId } = trx;
	// One round trip for all of them.
	const [{ settings }, people, partners, parted, topicList, refusals] =
		await Promise.all([
			readProgram(trx, programId),
			listProfileRows(trx, programId),
			listPartnerRows(trx),
			listParted(trx, partedSince(now)),
			readTopicList(trx, programId),
			listRefusals(trx, personId),
		]);
	const start = startingPart(settings);
	const rows = { workspaceId, programId, people, partners, parted };
	const profiles = readProfiles(deps.cipher, rows);
	const me = withRefusals(
		profiles.get(personId) ??
			visitorProfile(
				await findPersonRow(trx, { programId, personId }),
				people,
				start,
			),
		refusals,
	);
	const row =
		colleagueId && !profiles.has(colleagueId)
			? await findPersonRow(trx, { programId, personId: colleagueId })
			: null;
	// Whom the program does not take cannot accept either.
	const rules = programRules(settings);
	const colleague =
		row && mayJoin(settings, row)
			? [colleagueProfile(row, people, start, rules.kinds)]
			: [];
	const byId = new Map(people.map((row) => [row.person_id, row]));
	const offering = [...profiles.values()].filter(
		({ kindsOffered }) => kindsOffered.length > 0,
	);
	const topics = topicList.map(({ topicId, name, synonyms }) => ({
		topic: topicId,
		name,
		synonyms,
	}));
	const topicNames = new Map(topics.map(({ topic, name }) => [topic, name]));
	return {
		me,
		profiles,
		mentors: [...offering, ...colleague],
		topics,
		names: {
			topic: (key) => topicNames.get(key),
			person: (id) => {
				const row = byId.get(id);
				return row && publicPerson(deps, { workspaceId, programId }, row);
			},
		},
		options: {
			weights: programWeights(settings.weights),
			seed: programId,
			rules,
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

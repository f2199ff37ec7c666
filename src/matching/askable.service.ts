import type { WorkspaceTrx } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { isTaken } from "../programs/who-may-join.service.ts";
import { readPerson } from "../workspaces/people.service.ts";
import type { PersonRow } from "../workspaces/person.ts";
import type { Kind } from "./engine/profile.ts";
import { publicReason } from "./engine/public-reasons.ts";
import { nothingSought } from "./engine/query.ts";
import { type Ranked, rank } from "./engine/rank.ts";
import { loadPool, type Pool } from "./pool.service.ts";

/** Why someone cannot be asked, as it may be said. */
export type NotAskable =
	| "yourself"
	| "bot"
	| "guest"
	| "external"
	| "deactivated"
	| "unknown"
	| "notTaken"
	| "paused"
	| "notEnrolled"
	| "alreadyAsked"
	| "alreadyNext"
	| "tooMany"
	| "reportingLine"
	| "together"
	| "notOffered"
	| "notAvailable";

export type Judged =
	| { ok: true; mentor: PersonRow; match: Ranked; pool: Pool }
	| { ok: false; why: NotAskable; mentor: PersonRow | undefined };

/** The kind that is wanted, where the two can have it. */
export function kindOf(match: Ranked, wanted: string | null | undefined): Kind {
	return match.kinds.find((kind) => kind === wanted) ?? match.kind;
}

export type AskingPair = {
	programId: string;
	menteeId: string;
	mentorId: string;
	now: Date;
};

/**
 * Whether one person may ask another now, by every hard rule: when a request
 * is sent, and again when its turn in a list comes. `as` peers: whatever kinds
 * the one who asks looks for, and though the two may be peers elsewhere.
 */
export async function judgePair(
	deps: Deps,
	trx: WorkspaceTrx,
	pair: AskingPair,
	as?: "peers",
): Promise<Judged> {
	const { programId, menteeId, mentorId, now } = pair;
	const mentor = await readPerson(trx, mentorId);
	const no = (why: NotAskable): Judged => ({ ok: false, why, mentor });
	if (!mentor) return no("unknown");
	if (mentorId === menteeId) return no("yourself");
	if (mentor.standing !== "member") return no(mentor.standing);

	const pool = await loadPool(deps, trx, {
		programId,
		personId: menteeId,
		colleagueId: mentorId,
		now,
	});
	const isIn = pool.profiles.has(mentorId);
	if (!isIn && !(await isTaken(trx, { programId, personId: mentorId })))
		return no("notTaken");
	const { ranked, missing } = rank(
		as === "peers" ? { ...pool.me, partners: [] } : pool.me,
		pool.mentors.filter((profile) => profile.person === mentorId),
		{
			sought: nothingSought,
			kinds: as === "peers" ? ["peer"] : pool.me.kindsWanted,
		},
		pool.options,
	);
	const [match] = ranked;
	if (match) return { ok: true, mentor, match, pool };
	const [rule] = Object.keys(missing) as (keyof typeof missing)[];
	const reason = rule ? publicReason(rule) : "kind";
	if (reason === "reporting_line") return no("reportingLine");
	if (reason === "together") return no("together");
	return no(reason === "not_available" ? "notAvailable" : "notOffered");
}

import type { WorkspaceTrx } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Profile } from "./engine/profile.ts";
import { nothingSought, type Sought, seek } from "./engine/query.ts";
import { type Ranking, rank } from "./engine/rank.ts";
import { loadPool } from "./pool.service.ts";
import { withRefusals } from "./profiles.ts";
import { liveStates, noStates } from "./request-moves.ts";
import type { WaitingRow } from "./waiting.queries.ts";
import { openQuery } from "./waiting.ts";
import { candidatesAmong } from "./waiting-candidates.ts";
import { listAskedByWaiting } from "./waiting-facts.queries.ts";

/** A program's people as all who wait in it see them. */
export type Look = Awaited<ReturnType<typeof lookAround>>;

/** Everything is read once, for all entries; there is at least one. */
export async function lookAround(
	deps: Deps,
	trx: WorkspaceTrx,
	{ programId, now }: { programId: string; now: Date },
	entries: [WaitingRow, ...WaitingRow[]],
) {
	const [{ personId }] = entries;
	const pool = await loadPool(deps, trx, { programId, personId, now });
	const asked = await listAskedByWaiting(trx, programId);
	const askedBy = Map.groupBy(asked, ({ mentee_id }) => mentee_id);
	const candidates = candidatesAmong(pool.mentors);
	const found = new Map<
		string,
		{ sought: Sought; mentors: readonly Profile[] }
	>();

	/** Many wait for the same: each search is read once. */
	function searchOf({ soughtKey, waitingId, query }: WaitingRow) {
		const known = found.get(soughtKey);
		if (known) return known;
		const owner = { waitingId };
		const words = openQuery(deps.cipher, trx.workspaceId, owner, query);
		const sought = words ? seek(words, pool.topics) : nothingSought;
		const search = { sought, mentors: candidates(sought) };
		found.set(soughtKey, search);
		return search;
	}

	/** The person as a mentee; null while they are paused or have left. */
	function menteeOf(personId: string): Profile | null {
		const profile = pool.profiles.get(personId);
		if (!profile || profile.state === "paused" || profile.state === "left")
			return null;
		const refusals = (askedBy.get(personId) ?? []).filter(({ state }) =>
			noStates.some((no) => no === state),
		);
		return withRefusals(profile, refusals);
	}

	return {
		mentors: pool.mentors,
		hoursOf: (personId: string) => pool.profiles.get(personId)?.hours,
		menteeOf,
		/** Whether this mentor has what an entry is for. */
		offers(entry: WaitingRow, mentorId: string): boolean {
			return searchOf(entry).mentors.some(({ person }) => person === mentorId);
		},
		/** Whether they have asked the mentor since, whatever came of it. */
		hasAsked(personId: string, mentorId: string, since: Date): boolean {
			return (askedBy.get(personId) ?? []).some(
				({ mentor_id, asked_at }) =>
					mentor_id === mentorId && asked_at >= since,
			);
		},
		/** Whether a request of theirs to the mentor is not over yet. */
		isAsking(personId: string, mentorId: string): boolean {
			return (askedBy.get(personId) ?? []).some(
				({ mentor_id, state }) =>
					mentor_id === mentorId && liveStates.some((live) => live === state),
			);
		},
		/** Mentors for an entry, best first, of those that `isFree`. */
		rank(entry: WaitingRow, isFree: (mentorId: string) => boolean): Ranking {
			const mentee = menteeOf(entry.personId);
			if (!mentee) return { ranked: [], missing: {} };
			const { sought, mentors } = searchOf(entry);
			return rank(
				mentee,
				mentors.filter(({ person }) => isFree(person)),
				{ sought, kinds: mentee.kindsWanted },
				pool.options,
			);
		},
	};
}

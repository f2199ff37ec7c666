import type { WorkspaceTrx } from "../db/database.ts";
import type { Pair } from "./pair.ts";
import {
	listMemberRows,
	listPairRows,
	listTalkRows,
	type MemberRow,
	type PairRow,
	type TalkRow,
} from "./pairs.queries.ts";

export type FoundPair = {
	pair: Pair;
	/** Nothing was to be said when it was last looked at. */
	wasHeld: boolean;
	/** It has stood in its state since then, whatever its members wanted. */
	since: Date;
	/** A member takes no part in the program at present. */
	isAway: boolean;
};

/** Mentorships as the planner sees them, by id; three queries for all. */
export async function readPairs(
	trx: WorkspaceTrx,
	mentorshipIds: string[],
): Promise<Map<string, FoundPair>> {
	const [pairs, members, talks] = await Promise.all([
		listPairRows(trx, mentorshipIds),
		listMemberRows(trx, mentorshipIds),
		listTalkRows(trx, mentorshipIds),
	]);
	const membersOf = Map.groupBy(members, (row) => row.mentorshipId);
	const talksOf = Map.groupBy(talks, (row) => row.mentorshipId);
	return new Map(
		pairs.map((row) => [
			row.mentorshipId,
			gather(
				row,
				membersOf.get(row.mentorshipId) ?? [],
				talksOf.get(row.mentorshipId) ?? [],
			),
		]),
	);
}

export async function readPair(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<Pair | undefined> {
	return (await readPairs(trx, [mentorshipId])).get(mentorshipId)?.pair;
}

function gather(
	{ since, countedFrom, begunAnewAt, wasHeld, noAnswerId, ...row }: PairRow,
	members: MemberRow[],
	talks: TalkRow[],
): FoundPair {
	return {
		wasHeld: wasHeld ?? false,
		since,
		isAway: members.some(isAway),
		pair: {
			...row,
			countedFrom: latest(latest(since, countedFrom), begunAnewAt),
			isHeld: members.some((row) => row.stoppedAt !== null || isAway(row)),
			isWaiting: noAnswerId !== null,
			talks: talks.map(({ state, startsAt, heldAt }) => ({
				at: heldAt ?? startsAt,
				was: state === "met" ? "met" : "booked",
			})),
			members: members.map(({ personId, role, zone, fewerSince }) => ({
				personId,
				role,
				zone,
				fewer: fewerSince !== null,
			})),
		},
	};
}

function latest(one: Date, other: Date | null): Date {
	return other && other > one ? other : one;
}

function isAway({ part }: MemberRow): boolean {
	return part !== null && part !== "open";
}

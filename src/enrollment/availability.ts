import { startOfDate } from "../time/dates.ts";
import type { State } from "./enrollment.ts";

/** Someone's part in a program, as far as a decision about it needs. */
export type Part = {
	programId: string;
	personId: string;
	state: State;
	capacity: number;
};

/** So many requests in a row without an answer, and a mentor is silent. */
export const mostExpired = 3;

/** As a mentor: not suggested while silent, or until a date. */
export type Availability = {
	state: State;
	silentSince: Date | null;
	expiredInRow: number;
	unavailableUntil: Date | null;
};

/**
 * What a request that ran out makes of a mentor. While paused or away nobody
 * expects an answer, so it does not count; whoever is silent stays so.
 */
export function afterExpiry(
	before: Availability,
	now: Date,
): { expiredInRow: number; silentSince: Date | null } {
	const { state, expiredInRow, silentSince, unavailableUntil } = before;
	if (state !== "open" || isAway({ unavailableUntil }, now))
		return { expiredInRow, silentSince };
	const count = expiredInRow + 1;
	const becomesSilent = silentSince === null && count >= mostExpired;
	return {
		expiredInRow: count,
		silentSince: becomesSilent ? now : silentSince,
	};
}

export function isAway(
	{ unavailableUntil }: Pick<Availability, "unavailableUntil">,
	now: Date,
): boolean {
	return unavailableUntil !== null && unavailableUntil > now;
}

const longestAwayMs = 366 * 24 * 60 * 60_000;

/** When someone is back who chose a date; null: not after now, or too far. */
export function awayUntil(date: string, zone: string, now: Date): Date | null {
	const until = startOfDate(date, zone);
	const ms = until.getTime() - now.getTime();
	return ms > 0 && ms <= longestAwayMs ? until : null;
}

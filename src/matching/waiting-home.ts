import type { Found, Names } from "./find.ts";
import type { SuggestionRow } from "./waiting-suggestions.queries.ts";

/** A search that someone waits with, as Home shows it. */
export type Wait = {
	waitingId: string;
	/** As it was typed; "" for anyone. */
	query: string;
	since: Date;
	/** Paused: the place is kept, nothing is suggested. */
	held: boolean;
	/** Open: it is their move. Asked: the mentor's. */
	suggestion: (SuggestionRow & { is: "open" | "asked" }) | null;
};

/** What someone waits for, and what they lately got. */
export type Waits = {
	waiting: Wait[];
	matched: { query: string; mentorSlackId: string }[];
};

/** What a suggestion is to the person now; null: nothing to be said of it. */
export function standing(
	{ state, isAsked, reservedUntil }: SuggestionRow,
	now: Date,
): "open" | "asked" | null {
	if (isAsked) return "asked";
	return state === "open" && reservedUntil > now ? "open" : null;
}

/** A suggestion with all that its message says. */
export type SuggestionPage = {
	suggestion: SuggestionRow;
	query: string;
	found: Found;
	names: Names;
};

import type { Presence, Span } from "../time/spans.ts";

export type Attendee = Presence & { readonly personId: string };

/** Who gets up early, or stays late, for a meeting, and by how much. */
export type Bearer = {
	readonly personId: string;
	readonly when: "early" | "late";
	readonly minutes: number;
};

/** A time to offer; `bearers` is empty within everybody's working hours. */
export type Slot = { readonly at: Date; readonly bearers: readonly Bearer[] };

/** For whom a time is sought. */
export type SlotQuestion = {
	readonly attendees: readonly Attendee[];
	/** What they have planned elsewhere. */
	readonly busy: readonly Span[];
	/** Earlier meetings of the same people, in any order. */
	readonly before: readonly Span[];
	readonly lengthMinutes: number;
	/** IANA; whose days and half hours the offer goes by. */
	readonly zone: string;
	readonly now: Date;
};

/** Offered at once; a page more is three other days. */
export const slotsPerPage = 3;

/** Of a meeting, as milliseconds. */
export function spanOf(at: Date, lengthMinutes: number): Span {
	const start = at.getTime();
	return { start, end: start + lengthMinutes * 60_000 };
}

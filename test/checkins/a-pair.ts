import type { Pair, Talk } from "../../src/checkins/pair.ts";

const day = 24 * 3_600_000;
/** A Monday. */
export const begun = new Date("2026-03-02T10:00:00Z");
export const on = (days: number, hours = 0) =>
	new Date(begun.getTime() + days * day + hours * 3_600_000);

/** Ana and Ben, who meet every two weeks, but for what is said otherwise. */
export const aPair = (differs: Partial<Pair> = {}): Pair => ({
	mentorshipId: "m",
	kind: "one_to_one",
	state: "active",
	countedFrom: begun,
	exploringUntil: null,
	rhythm: "every_two_weeks",
	isHeld: false,
	isWaiting: false,
	talks: [],
	members: [
		{ personId: "ben", role: "mentor", zone: "UTC", fewer: false },
		{ personId: "ana", role: "mentee", zone: "UTC", fewer: false },
	],
	...differs,
});

export const met = (...days: number[]): Talk[] =>
	days.map((at) => ({ at: on(at), was: "met" }));

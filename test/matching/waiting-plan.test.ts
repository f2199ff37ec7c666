import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
	planSuggestions,
	type Suggestion,
	suggestionNow,
	type WaitingEntry,
	type WaitingList,
} from "../../src/matching/waiting-plan.ts";

const people = ["ana", "ben", "chen", "dana", "eli", "fay"];
const mentors = ["m1", "m2", "m3", "m4"];

/** A list as plain data: whom an entry fits, best first, is given. */
type Case = {
	entries: WaitingEntry[];
	seats: [string, number][];
	busy: string[];
	told: [string, string][];
	/** By person: those left out are excluded, or do not suit. */
	fits: Record<string, string[]>;
};

const aCase: fc.Arbitrary<Case> = fc.record({
	entries: fc
		.array(
			fc.record({
				personId: fc.constantFrom(...people),
				since: fc.integer({ min: 0, max: 5 }).map((day) => new Date(day)),
			}),
			{ maxLength: 10 },
		)
		.map((entries) =>
			entries.map((entry, index) => ({ ...entry, waitingId: `w${index}` })),
		),
	seats: fc
		.array(fc.integer({ min: -1, max: 3 }), {
			minLength: mentors.length,
			maxLength: mentors.length,
		})
		.map((counts) =>
			counts.map((count, index): [string, number] => [
				mentors[index] ?? "",
				count,
			]),
		),
	busy: fc.subarray(people, { maxLength: 2 }),
	told: fc.array(
		fc.tuple(fc.constantFrom(...people), fc.constantFrom(...mentors)),
		{ maxLength: 6 },
	),
	fits: fc
		.tuple(...people.map(() => fc.shuffledSubarray(mentors)))
		.map((fits) =>
			Object.fromEntries(
				people.map((person, index) => [person, fits[index] ?? []]),
			),
		),
});

function listOf({ entries, seats, busy, told, fits }: Case): WaitingList {
	return {
		entries,
		seats: new Map(seats),
		busy: new Set(busy),
		wasTold: (person, mentor) =>
			told.some(([one, other]) => one === person && other === mentor),
		best: ({ personId }, isFree) => fits[personId]?.find(isFree) ?? null,
	};
}

const run = (list: WaitingList): Suggestion[] =>
	[...planSuggestions(list)].flatMap(({ suggestion }) => suggestion ?? []);

const check = (holds: (given: Case, planned: Suggestion[]) => void) =>
	fc.assert(
		fc.property(aCase, (given) => holds(given, run(listOf(given)))),
		{ numRuns: 2_000 },
	);

/** Whether one entry has waited longer than another. */
const isBefore = (a: WaitingEntry, b: WaitingEntry) =>
	a.since.getTime() - b.since.getTime() || (a.waitingId < b.waitingId ? -1 : 1);

describe("whoever waits and whatever is free", () => {
	test("the longest waiting come first, and have the choice", () =>
		check(({ entries, busy, told, fits }, planned) => {
			const mentorOf = new Map(
				planned.map(({ personId, mentorId }) => [personId, mentorId]),
			);
			for (const { waitingId, mentorId } of planned) {
				const entry = entries.find((one) => one.waitingId === waitingId);
				const longer = entries.filter(
					(one) =>
						entry &&
						isBefore(one, entry) < 0 &&
						one.personId !== entry.personId &&
						!busy.includes(one.personId) &&
						fits[one.personId]?.includes(mentorId) &&
						!told.some(
							([person, mentor]) =>
								person === one.personId && mentor === mentorId,
						),
				);
				for (const { personId } of longer) {
					const wish = (mentor: string) =>
						fits[personId]?.indexOf(mentor) ?? -1;
					const theirs = mentorOf.get(personId) ?? "nobody";
					expect(wish(theirs)).toBeGreaterThanOrEqual(0);
					expect(wish(theirs)).toBeLessThanOrEqual(wish(mentorId));
				}
			}
		}));

	test("no seat is given twice", () =>
		check(({ seats }, planned) => {
			for (const [mentor, free] of seats) {
				const given = planned.filter(({ mentorId }) => mentorId === mentor);
				expect(given.length).toBeLessThanOrEqual(Math.max(free, 0));
			}
		}));

	test("nobody is told of two mentors, nor who has one to decide about", () =>
		check(({ busy }, planned) => {
			const told = planned.map(({ personId }) => personId);
			expect(new Set(told).size).toBe(told.length);
			expect(told.filter((person) => busy.includes(person))).toEqual([]);
		}));

	test("nobody is told of someone who does not fit, or of whom they were", () =>
		check(({ told, fits }, planned) => {
			for (const { personId, mentorId } of planned) {
				expect(fits[personId]).toContain(mentorId);
				expect(told).not.toContainEqual([personId, mentorId]);
			}
		}));

	test("no seat stays free that fits someone who waits", () =>
		check(({ entries, seats, busy, told, fits }, planned) => {
			const left = seats
				.filter(
					([mentor, free]) =>
						free > planned.filter(({ mentorId }) => mentorId === mentor).length,
				)
				.map(([mentor]) => mentor);
			const served = [...busy, ...planned.map(({ personId }) => personId)];
			for (const { personId } of entries) {
				if (served.includes(personId)) continue;
				const possible = left.filter(
					(mentor) =>
						fits[personId]?.includes(mentor) &&
						!told.some(
							([person, other]) => person === personId && other === mentor,
						),
				);
				expect(possible).toEqual([]);
			}
		}));

	test("the order in which they are given never matters", () =>
		fc.assert(
			fc.property(
				aCase.chain((given) =>
					fc.tuple(
						fc.constant(given),
						fc.shuffledSubarray(given.entries, {
							minLength: given.entries.length,
						}),
						fc.shuffledSubarray(given.seats, {
							minLength: given.seats.length,
						}),
					),
				),
				([given, entries, seats]) => {
					expect(run(listOf({ ...given, entries, seats }))).toEqual(
						run(listOf(given)),
					);
				},
			),
			{ numRuns: 1_000 },
		));
});

test("it pauses after everyone it has looked at, and ends with the seats", () => {
	const entries = ["w1", "w2", "w3"].map((waitingId, day) => ({
		waitingId,
		personId: people[day] ?? "",
		since: new Date(day),
	}));
	const steps = planSuggestions(
		listOf({
			entries,
			seats: [["m1", 1]],
			busy: [],
			told: [],
			fits: { ana: [], ben: ["m1"], chen: ["m1"] },
		}),
	);
	expect([...steps]).toEqual([
		{ waitingId: "w1", suggestion: null },
		{
			waitingId: "w2",
			suggestion: { waitingId: "w2", personId: "ben", mentorId: "m1" },
		},
	]);
});

test("what becomes of an open suggestion", () => {
	const now = new Date("2026-11-18T12:00:00Z");
	const later = { reservedUntil: new Date(now.getTime() + 1) };
	const over = { reservedUntil: now };
	const still = { wasAsked: false, isPossible: true };
	expect(suggestionNow(later, still, now)).toBe("open");
	expect(suggestionNow(over, still, now)).toBe("lapsed");
	expect(suggestionNow(later, { ...still, isPossible: false }, now)).toBe(
		"gone",
	);
	// Asking fills the seat's requests, and counts all the same.
	const asked = { wasAsked: true, isPossible: false };
	expect(suggestionNow(over, asked, now)).toBe("asked");
});

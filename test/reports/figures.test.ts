import { describe, expect, test } from "@jest/globals";
import { noDepartment, type Share } from "../../src/reports/candidate.ts";
import { candidatesOf, figureIds } from "../../src/reports/figures.ts";
import {
	agreed,
	asked,
	closed,
	firstReply,
	goals,
	health,
	met,
	timeToMatch,
	useful,
} from "../../src/reports/mentorship-figures.ts";
import {
	departments,
	enrolled,
	matched,
	seats,
	topicFigures,
	waiting,
} from "../../src/reports/people-figures.ts";
import { aMentorship, aPerson, noRows } from "../support/program-rows.ts";

const now = new Date("2026-03-02T09:00:00Z");
const day = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000);
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const names = ({ people, yes }: Share) => ({
	people: [...people].sort(),
	yes: [...yes].sort(),
});

test("every figure is there in every program, in the same order", () => {
	expect(candidatesOf(noRows, now).map(({ id }) => id)).toEqual([...figureIds]);
});

describe("who is there, and who found whom", () => {
	const people = [
		aPerson("ana"),
		aPerson("eve", { state: "paused" }),
		aPerson("kim", { role: "both", capacity: 2 }),
		aPerson("ben", { role: "mentor" }),
		aPerson("dan", { role: "mentor", isAway: true }),
		aPerson("zoe", { role: "mentor", state: "paused" }),
		aPerson("pia", { role: "peer" }),
	];
	const mentorships = [
		aMentorship("ben: ana"),
		aMentorship("kim: eve", { state: "ended" }),
	];
	const rows = { ...noRows, people, mentorships };

	test("enrolled: everyone, paused ones included", () => {
		expect(enrolled(rows).people.size).toBe(7);
	});

	test("have a mentor: of those who want one, with a mentorship under way", () => {
		expect(names(matched(rows))).toEqual({
			people: ["ana", "eve", "kim"],
			yes: ["ana"],
		});
	});

	test("free seats: of the mentors, who has room and can be asked", () => {
		expect(names(seats(rows))).toEqual({
			people: ["ben", "dan", "kim", "zoe"],
			yes: ["kim"],
		});
		const group = aMentorship("kim: eve, lea, max");
		const taken = { ...rows, mentorships: [group] };
		expect([...seats(taken).yes].sort()).toEqual(["ben", "kim"]);
	});

	test("by department, or known to be in none; and who of it waits", () => {
		const known = people.map((one, index) =>
			index < 4 ? { ...one, department: index % 2 ? "Data" : "Art" } : one,
		);
		const table = departments("waiting")({
			...rows,
			people: known,
			waiting: ["eve", "pia", "gone"],
		});
		expect(table.departments).toEqual(
			new Map([
				["Art", new Set(["ana", "kim"])],
				["Data", new Set(["eve", "ben"])],
				[noDepartment, new Set(["dan", "zoe", "pia"])],
			]),
		);
		expect(table.columns).toEqual([
			{ id: "waiting", yes: new Set(["eve", "pia"]) },
		]);
		expect([...waiting({ ...rows, waiting: ["eve", "gone"] }).yes]).toEqual([
			"eve",
		]);
	});

	test("by topic: who waits for it, and mentors with a free seat who offer it", () => {
		const topics = [
			{ topicId: "01-a", personId: "ana", side: "wanted" as const },
			{ topicId: "01-a", personId: "kim", side: "offered" as const },
			{ topicId: "01-a", personId: "ben", side: "offered" as const },
		];
		const shares = topicFigures({ ...rows, topics, listed: ["02-b", "01-a"] });
		expect(shares.map((one) => [one.id, ...one.yes])).toEqual([
			// Of what is listed, whether anybody wants it or not.
			["topic.02b.waiting"],
			["topic.02b.seats"],
			["topic.01a.waiting", "ana"],
			["topic.01a.seats", "kim"],
		]);
		expect(shares.map((one) => one.people.size)).toEqual([7, 4, 7, 4]);
	});
});

describe("how mentorships begin, go and end", () => {
	test("health: each person once, where it goes worst", () => {
		const countedFrom = day(-10);
		const mentorships = [
			aMentorship("ben: ana", { countedFrom, talks: [day(-1)] }),
			aMentorship("ben: eve", { countedFrom: day(-40) }),
			aMentorship("kim: lea", { countedFrom: day(-1) }),
			aMentorship("old: one", { state: "ended" }),
		];
		const split = health({ ...noRows, mentorships }, now);
		expect([...split.categories]).toEqual([
			["onTrack", new Set(["ana"])],
			["needsCheckIn", new Set()],
			["quiet", new Set(["ben", "eve"])],
			["tooEarly", new Set(["kim", "lea"])],
		]);
	});

	test("keep their meetings: at least half of all that came due", () => {
		const mentorships = [
			aMentorship("ben: ana", { due: 2, held: 1 }),
			aMentorship("ben: eve", { due: 3, held: 0 }),
			aMentorship("kim: lea", { due: 0, held: 0 }),
		];
		expect(names(met({ ...noRows, mentorships }))).toEqual({
			people: ["ana", "ben", "eve"],
			yes: ["ana"],
		});
	});

	test("agreements of those under way, closures of those that are over", () => {
		const mentorships = [
			aMentorship("ben: ana", { isAgreed: true }),
			aMentorship("kim: eve"),
			aMentorship("old: one", { state: "completed", isAgreed: true }),
			aMentorship("odd: two", { state: "ended" }),
		];
		const rows = { ...noRows, mentorships };
		expect(names(agreed(rows))).toEqual({
			people: ["ana", "ben", "eve", "kim"],
			yes: ["ana", "ben"],
		});
		expect(names(closed(rows))).toEqual({
			people: ["odd", "old", "one", "two"],
			yes: ["old", "one"],
		});
	});

	test("time to a match: of each person, until the first yes", () => {
		const matches = [
			{ personId: "ana", askedAt: day(-9), matchedAt: day(-2) },
			{ personId: "ana", askedAt: day(-9), matchedAt: day(-6) },
			{ personId: "eve", askedAt: day(-5), matchedAt: day(-4) },
		];
		expect(timeToMatch({ ...noRows, matches }).values).toEqual(
			new Map([
				["ana", 3],
				["eve", 1],
			]),
		);
	});

	test("first reply: each mentor's own mean; asked: by mentee", () => {
		const request = {
			menteeId: "ana",
			mentorId: "ben",
			askedAt: now,
			state: "declined",
			repliedAt: hours(2),
		};
		const requests = [
			request,
			{ ...request, menteeId: "eve", state: "accepted", repliedAt: hours(6) },
			{ ...request, mentorId: "kim", state: "open", repliedAt: null },
		];
		const rows = { ...noRows, requests };
		expect(firstReply(rows).values).toEqual(new Map([["ben", 4]]));
		expect(names(asked(rows))).toEqual({
			people: ["ana", "eve"],
			yes: ["eve"],
		});
	});

	test("goals and usefulness: one value for each person", () => {
		const rows = {
			...noRows,
			goals: [
				{ personId: "ana", hasReached: true },
				{ personId: "eve", hasReached: false },
			],
			useful: [{ personId: "ana", mean: 4.5 }],
		};
		expect(names(goals(rows))).toEqual({
			people: ["ana", "eve"],
			yes: ["ana"],
		});
		expect(useful(rows).values).toEqual(new Map([["ana", 4.5]]));
	});
});

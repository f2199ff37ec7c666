import { expect, test } from "@jest/globals";
import {
	type Amount,
	noDepartment,
	type Published,
} from "../../src/reports/candidate.ts";
import { changesSince } from "../../src/reports/changes.ts";
import { departmentRows } from "../../src/reports/department-rows.ts";
import { looksAt } from "../../src/reports/look.ts";
import type { Release } from "../../src/reports/published.ts";

const asOf = "2026-03-02T09:00:00.000Z";
const number = (value: number): Amount => ({ is: "number", value });
const few: Amount = { is: "under", limit: 5 };

const count = (id: string, people: Amount): Published => ({
	...{ id, asOf, people },
	kind: "count",
});
const share = (id: string, yes: Amount, people: Amount): Published => ({
	...{ id, asOf, people, yes },
	kind: "share",
});
const aRelease = (...figures: Published[]): Release => ({
	releaseId: "r",
	programId: "p",
	madeAt: new Date(asOf),
	figures,
});

const looks = (...figures: Published[]) =>
	looksAt(aRelease(...figures), ["01-a", "02-b"]);

test("more wait for a topic than there are free seats, as far as both are told", () => {
	const topic = (waiting: Amount, seats: Amount) =>
		looks(
			share("topic.01a.waiting", waiting, number(60)),
			share("topic.01a.seats", seats, number(20)),
		);
	const isShort = [{ is: "topic", topicId: "01-a" }];
	expect(topic(number(9), number(8))).toEqual(isShort);
	expect(topic(number(9), few)).toEqual(isShort);
	expect(topic(number(9), number(9))).toEqual([]);
	expect(topic(few, few)).toEqual([]);
	expect(topic(number(9), { is: "hidden" })).toEqual([]);
	expect(topic(number(9), { is: "nearlyAll", limit: 5 })).toEqual([]);
});

test("seats: too few for those who wait, or half of them idle", () => {
	const seats = share("seats", number(12), number(20));
	const waits = (yes: Amount) => share("waiting", yes, number(60));
	expect(looks(waits(number(13)), seats)).toEqual([{ is: "short" }]);
	expect(looks(waits(few), seats)).toEqual([{ is: "idle" }]);
	const half = share("seats", number(10), number(20));
	expect(looks(waits(few), half)).toEqual([]);
});

test("quiet mentorships, meetings, replies and usefulness, by their bounds", () => {
	const health: Published = {
		...{ id: "health", asOf, people: number(50) },
		kind: "split",
		rows: [
			{ names: ["onTrack"], people: number(40) },
			{ names: ["quiet"], people: number(10) },
		],
	};
	expect(looks(health)).toEqual([{ is: "quiet", people: 10 }]);
	// What stands from an earlier day is not told as if it were of today.
	const earlier = { ...health, asOf: "2026-02-02T09:00:00.000Z" };
	expect(looks(earlier)).toEqual([]);
	expect(looks(share("met", number(9), number(20)))).toEqual([{ is: "unmet" }]);
	expect(looks(share("met", number(10), number(20)))).toEqual([]);
	const reply = (value: number): Published => ({
		...{ id: "firstReply", asOf, people: number(9), unit: "hours" },
		kind: "median",
		median: { is: "number", value },
	});
	expect(looks(reply(72))).toEqual([{ is: "slow", hours: 72 }]);
	expect(looks(reply(71))).toEqual([]);
	const useful = (value: number): Published => ({
		...{ id: "useful", asOf, people: number(9) },
		kind: "mean",
		mean: { is: "number", value },
	});
	expect(looks(useful(3.4))).toEqual([{ is: "useless", mean: 3.4 }]);
	expect(looks(useful(3.5))).toEqual([]);
});

test("what changed: only numbers that both releases tell, and that differ", () => {
	const before = aRelease(
		count("enrolled", number(20)),
		share("waiting", few, number(20)),
		share("matched", number(7), number(12)),
	);
	const after = aRelease(
		count("enrolled", number(26)),
		share("waiting", number(9), number(26)),
		share("matched", number(7), number(14)),
	);
	expect(changesSince(after, before)).toEqual([
		{
			id: "enrolled",
			before: count("enrolled", number(20)),
			after: count("enrolled", number(26)),
		},
	]);
});

test("departments as one table: a column of another day only where it fits", () => {
	const table = (id: string, column: string, names: string[], at = asOf) =>
		({
			...{ id, asOf: at, people: number(20) },
			kind: "table",
			rows: [{ names, people: number(20), columns: { [column]: number(8) } }],
		}) satisfies Published;
	const old = "2026-02-02T09:00:00.000Z";
	const { rows, old: columns } = departmentRows(
		aRelease(
			table("departmentsMentoring", "mentoring", ["Data"]),
			table("departmentsWaiting", "waiting", ["Data"], old),
			table("departmentsSeats", "seats", ["Data", "Design"], old),
		),
	);
	expect(rows).toEqual([
		{
			names: ["Data"],
			people: number(20),
			columns: { mentoring: number(8), waiting: number(8), seats: null },
		},
	]);
	expect(columns.map(({ column }) => column)).toEqual(["waiting", "seats"]);
	// Where nobody's department is known, there is none to tell of.
	const unknown = aRelease(
		table("departmentsMentoring", "mentoring", [noDepartment]),
	);
	expect(departmentRows(unknown)).toEqual({ rows: [], old: [] });
});

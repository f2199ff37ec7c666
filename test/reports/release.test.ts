import { describe, expect, test } from "@jest/globals";
import {
	type Candidate,
	commentLimit,
	limitOf,
	peopleLimit,
	type Table,
} from "../../src/reports/candidate.ts";
import { day, enrolled, mean, publish, share, some } from "./publishing.ts";

const shownOf = (candidate: Candidate) => publish([candidate])[0]?.figures[0];

const repeat = (score: number, count: number) =>
	new Array<number>(count).fill(score);

describe("one release", () => {
	test("a count begins at five people, and comments at ten", () => {
		expect(shownOf(enrolled(...some("p", 5)))).toEqual({
			id: "enrolled",
			asOf: day(0),
			kind: "count",
			people: { is: "number", value: 5 },
		});
		expect(shownOf(enrolled(...some("p", 4)))).toMatchObject({
			people: { is: "under", limit: 5 },
		});
		expect(
			shownOf({ ...enrolled(...some("p", 9)), limit: commentLimit }),
		).toMatchObject({ people: { is: "under", limit: 10 } });
	});

	test("a limit can be raised, and is never under five", () => {
		expect([limitOf(3), limitOf(-1), limitOf(Number.NaN)]).toEqual([5, 5, 5]);
		expect([limitOf(8), limitOf(7.2)]).toEqual([8, 8]);
		expect(peopleLimit).toBe(5);
	});

	test("few on either side are a band, and none are no different from few", () => {
		const yesOf = (yes: number, no: number) => {
			const shown = shownOf(share(yes, no));
			return shown?.kind === "share" ? shown.yes : null;
		};
		expect(yesOf(5, 5)).toEqual({ is: "number", value: 5 });
		expect(yesOf(4, 6)).toEqual({ is: "under", limit: 5 });
		expect(yesOf(0, 20)).toEqual({ is: "under", limit: 5 });
		expect(yesOf(16, 4)).toEqual({ is: "nearlyAll", limit: 5 });
		expect(yesOf(20, 0)).toEqual({ is: "nearlyAll", limit: 5 });
		// Two bands that sum to 8 would both be 4.
		expect(yesOf(4, 4)).toEqual({ is: "hidden" });
	});

	test("all five answered 1: what is shown fits others, too", () => {
		const level = (...scores: number[]) => {
			const shown = shownOf(mean(...scores));
			return shown?.kind === "mean" ? shown.mean : null;
		};
		const ones = { is: "between", low: 1, high: 2 };
		expect(level(1, 1, 1, 1, 1)).toEqual(ones);
		expect(level(1, 2, 1, 2, 2)).toEqual(ones);
		expect(level(...repeat(5, 30))).toEqual({
			is: "between",
			low: 4,
			high: 5,
		});
		expect(level(...repeat(4, 20), 1, 1, 5, 5)).toMatchObject({
			is: "between",
		});
		expect(level(1, 2, 3, 4, 5, 1, 2, 4)).toEqual({
			is: "number",
			value: 2.8,
		});
		expect(level(1, 1, 1, 1)).toEqual({ is: "hidden" });
	});

	test("a median of few people is a band, as it is somebody's own", () => {
		const median = (...days: number[]) => {
			const values = new Map(days.map((value, at) => [`p${at}`, value]));
			const shown = shownOf({ id: "t", kind: "median", unit: "days", values });
			return shown?.kind === "median" ? shown.median : null;
		};
		expect(median(1, 4, 6, 6, 8, 9, 20)).toEqual({
			is: "between",
			low: 5,
			high: 7,
		});
		expect(median(1, 2, 3, 4, 5, 6.4, 8, 9, 10, 12)).toEqual({
			is: "number",
			value: 6,
		});
		expect(median(...repeat(400, 10))).toEqual({ is: "from", low: 365 });
		expect(median(1, 2, 3, 4)).toEqual({ is: "hidden" });
	});
});

describe("a table", () => {
	const table = (sizes: Record<string, number>): Table => ({
		id: "departments",
		kind: "table",
		departments: new Map(
			Object.entries(sizes).map(([name, size]) => [
				name,
				new Set(some(name, size)),
			]),
		),
		columns: [{ id: "matched", yes: new Set(some("sales", 9)) }],
	});
	const rowsOf = (candidate: Candidate) => {
		const shown = shownOf(candidate);
		return shown?.kind === "table" ? shown.rows : [];
	};

	test("has its rows by name and the small ones together at the end", () => {
		const rows = rowsOf(table({ web: 3, sales: 20, data: 11, legal: 4 }));
		expect(rows).toEqual([
			{
				names: ["sales"],
				people: { is: "number", value: 20 },
				columns: { matched: { is: "hidden" } },
			},
			{
				names: ["data", "legal", "web"],
				people: { is: "number", value: 18 },
				columns: { matched: { is: "under", limit: 5 } },
			},
		]);
	});

	test("says the same however its people and departments were ordered", () => {
		const sizes = { sales: 20, data: 20, web: 12, art: 30 };
		const turned = Object.fromEntries(Object.entries(sizes).toReversed());
		expect(rowsOf(table(sizes))).toEqual(rowsOf(table(turned)));
		expect(rowsOf(table(sizes)).map(({ names }) => names[0])).toEqual([
			"art",
			"data",
			"sales",
			"web",
		]);
	});

	test("has no rows where only one could be told from the rest", () => {
		expect(shownOf(table({ sales: 9, data: 3 }))).toMatchObject({
			people: { is: "number", value: 12 },
			rows: [],
		});
	});
});

test("categories stay in their order, whatever their numbers are", () => {
	const split = (...sizes: number[]): Candidate => ({
		id: "health",
		kind: "split",
		categories: new Map(
			["onTrack", "needsCheckIn", "quiet", "tooEarly"].map((name, at) => [
				name,
				new Set(some(name, sizes[at] ?? 0)),
			]),
		),
	});
	const names = (...sizes: number[]) => {
		const shown = shownOf(split(...sizes));
		return shown?.kind === "split" ? shown.rows.map((row) => row.names) : null;
	};
	expect(names(9, 30, 6, 12)).toEqual([
		["onTrack"],
		["needsCheckIn"],
		["quiet"],
		["tooEarly"],
	]);
	expect(names(0, 30, 2, 12)).toEqual([
		["needsCheckIn"],
		["onTrack", "quiet", "tooEarly"],
	]);
});

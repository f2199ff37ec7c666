import { describe, expect, test } from "@jest/globals";
import type { Cohort } from "../../src/programs/cohort.ts";
import { settingsSchema } from "../../src/programs/settings.ts";
import type { Candidate } from "../../src/reports/candidate.ts";
import {
	cohortCandidates,
	cohortKey,
	found,
	summaryIds,
} from "../../src/reports/cohort-figures.ts";
import { quotedFrom, quotesShown } from "../../src/reports/cohort-quotes.ts";
import { rowsOfCohort } from "../../src/reports/cohort-rows.ts";
import { lastBefore } from "../../src/reports/cohort-summary.ts";
import { summaryAt } from "../../src/reports/cohort-time.ts";
import { aMentorship, aPerson, noRows } from "../support/program-rows.ts";
import { day, publish, some } from "./publishing.ts";

const date = (text: string) => new Date(`${text}T12:00:00Z`);

describe("a cohort", () => {
	const rows = {
		...noRows,
		people: [
			aPerson("ana"),
			aPerson("eve"),
			aPerson("ben", { role: "mentor" }),
		],
		mentorships: [
			aMentorship("ben: ana", { mentorshipId: "in", state: "ended" }),
			aMentorship("kim: eve", { mentorshipId: "out" }),
		],
		lookBacks: [
			{ personId: "ana", mentorshipId: "in", helped: [] },
			{ personId: "ana", mentorshipId: "out", helped: [] },
			{ personId: "kim", mentorshipId: "in", helped: [] },
		],
		introduced: ["ana", "kim"],
		reasons: [{ month: "2026-03", reason: "time", times: 40 } as const],
	};
	const ours = rowsOfCohort(rows, {
		people: new Set(["ana", "eve", "ben"]),
		mentorships: new Set(["in"]),
	});

	test("is its own people, in its own mentorships; whose a reason was nobody knows", () => {
		expect(ours.mentorships.map(({ mentorshipId }) => mentorshipId)).toEqual([
			"in",
		]);
		expect(ours.lookBacks).toEqual([rows.lookBacks[0]]);
		expect(ours.introduced).toEqual(["ana"]);
		expect(ours.reasons).toEqual([]);
	});

	test("found a mentor: whoever had one in it, however it went on", () => {
		const { people, yes } = found(ours);
		expect([...people]).toEqual(["ana", "eve"]);
		expect([...yes]).toEqual(["ana"]);
	});

	test("has ids of its own", () => {
		const ids = cohortCandidates("a-1", noRows, date("2026-03-02")).map(
			({ id }) => id,
		);
		expect(ids).toEqual(summaryIds.map((id) => `cohort.a1.${id}`));
	});

	test("comes after the one that ended last before it", () => {
		const cohort = (name: string, endsOn: string): Cohort => ({
			...{ name, endsOn, cohortId: name, programId: "p" },
			...{ signupFrom: "", signupUntil: "", kickoffOn: "" },
		});
		const all = [
			cohort("spring", "2026-07-01"),
			cohort("winter", "2025-12-24"),
			cohort("pilot", "2025-07-01"),
			cohort("autumn", "2026-12-24"),
		];
		const [spring] = all;
		expect(spring && lastBefore(spring, all).map(({ name }) => name)).toEqual([
			"winter",
			"pilot",
		]);
	});

	test.each([
		["2026-11-20", "2026-11-20T14:30:00.000Z"],
		// A Saturday; and then a holiday.
		["2026-11-21", "2026-11-24T14:30:00.000Z"],
	])("that ends on %s is summed up in working hours", (endsOn, at) => {
		const settings = settingsSchema.parse({
			report: { time: "09:30", zone: "America/New_York" },
			holidays: [{ date: "2026-11-23", name: "Kite day" }],
		});
		expect(summaryAt({ endsOn }, settings).toISOString()).toBe(at);
	});
});

describe("quotes", () => {
	const rows = (count: number, agreed: number) =>
		some("p", count).map((personId, at) => ({
			...{ personId, lookBackId: `of ${personId}` },
			hasQuote: at < agreed,
		}));

	test("take ten who looked back and five who agreed, and the latest of each", () => {
		expect(quotedFrom(rows(10, 5))).toHaveLength(5);
		expect(quotedFrom(rows(9, 9))).toEqual([]);
		expect(quotedFrom(rows(30, 4))).toEqual([]);
		const earlier = { personId: "p0", lookBackId: "old", hasQuote: true };
		expect(quotedFrom([...rows(10, 5), earlier])).not.toContain("old");
		expect(quotedFrom([...rows(10, 4), earlier])).toEqual([]);
	});

	test("leave five out when nearly everybody agreed: they can be counted", () => {
		const counts = [14, 15, 16, 20].map(
			(agreed) => quotedFrom(rows(20, agreed)).length,
		);
		expect(counts).toEqual([14, 15, 15, 15]);
		expect(quotedFrom(rows(10, 10))).toHaveLength(5);
	});

	test("are in an order of their own, and gone when one of them is", () => {
		expect(quotesShown(["c", "a", "b"], 3)).toEqual(["a", "b", "c"]);
		expect(quotesShown(["c", "a"], 3)).toEqual([]);
	});
});

describe("beside the program's own releases", () => {
	const share = (id: string, yes: string[], no: string[]): Candidate => ({
		...{ id, kind: "share" },
		people: new Set([...yes, ...no]),
		yes: new Set(yes),
	});
	const mean = (id: string, values: [string, number][]): Candidate => ({
		...{ id, kind: "mean" },
		values: new Map(values),
	});
	const key = (id: "useful" | "closed") => cohortKey("c", id);
	const last = (...months: Candidate[][]) =>
		publish(...months).at(-1)?.figures[0]?.kind;

	test("a share is hidden where it would tell of the few who are not in the cohort", () => {
		const [yes, no] = [some("y", 20), some("n", 20)];
		const all = share("closed", [...yes, ...some("z", 6)], no);
		expect(last([all], [share(key("closed"), yes, no)])).toBe("hidden");
		// About something else it says nothing of them.
		const other = share("agreed", [...yes, ...some("z", 6)], no);
		expect(last([other], [share(key("closed"), yes, no)])).toBe("share");
		const [more, others] = [some("z", 9), some("o", 9)];
		const far = share("closed", [...yes, ...more], [...no, ...others]);
		expect(last([far], [share(key("closed"), yes, no)])).toBe("share");
	});

	test("so is a mean", () => {
		const some5 = some("m", 20).map(
			(id, at): [string, number] => [...[id, 3 + (at % 3)]] as [string, number],
		);
		const rest = (score: number) =>
			some("r", 6).map((id): [string, number] => [id, score]);
		const cohort = mean(key("useful"), some5);
		expect(last([mean("useful", [...some5, ...rest(1)])], [cohort])).toBe(
			"hidden",
		);
	});

	test("nobody's figure stands for another's", () => {
		const few = share(cohortKey("d", "closed"), ["a"], ["b"]);
		const [, second] = publish(
			[share(key("closed"), some("y", 9), some("n", 9))],
			[few],
		);
		expect(second?.figures).toEqual([
			expect.objectContaining({ id: "cohort.d.closed", asOf: day(1) }),
		]);
	});
});

import { describe, expect, test } from "@jest/globals";
import {
	type Cohort,
	type CohortPlan,
	cohortProblems,
	phaseOf,
} from "../../src/programs/cohort.ts";

const plan = (name: string, ...days: string[]): CohortPlan => {
	const [signupFrom = "", signupUntil = "", kickoffOn = "", endsOn = ""] = days;
	return { name, signupFrom, signupUntil, kickoffOn, endsOn };
};
const spring = plan(
	"Spring",
	...["2027-01-04", "2027-01-22", "2027-02-01", "2027-07-30"],
);
const today = "2026-12-01";

describe("a plan", () => {
	const springRuns: Cohort = { ...spring, cohortId: "s", programId: "p" };
	const wrong = (more: Partial<CohortPlan>, others: Cohort[] = []) =>
		cohortProblems({ ...spring, ...more }, others, today).map(
			({ field, key }) => `${field} ${key.split(".").slice(1).join(".")}`,
		);

	test("has its days in their order, and ends after today", () => {
		expect(wrong({})).toEqual([]);
		expect(wrong({ signupUntil: "2027-01-04" })).toEqual([]);
		expect(wrong({ signupUntil: "2027-01-03" })).toEqual([
			"signupUntil order.signupUntil",
		]);
		expect(wrong({ kickoffOn: "2027-01-22" })).toEqual([]);
		expect(wrong({ kickoffOn: "2027-01-21" })).toEqual([
			"kickoffOn order.kickoffOn",
		]);
		expect(wrong({ endsOn: "2027-02-01" })).toEqual(["endsOn order.endsOn"]);
		expect(cohortProblems(spring, [], "2027-07-30")).toHaveLength(1);
		expect(cohortProblems(spring, [], "2027-07-29")).toEqual([]);
	});

	test("has a name of its own, and days on which no other is open", () => {
		expect(wrong({ name: "SPRING" }, [springRuns])).toEqual([
			"name taken.name",
			"signupFrom taken.days",
		]);
		const next = { name: "Summer", signupFrom: "2027-01-22" };
		const later = { ...next, signupFrom: "2027-01-23" };
		const end = { signupUntil: "2027-01-30", kickoffOn: "2027-02-01" };
		expect(wrong({ ...next, ...end }, [springRuns])).toEqual([
			"signupFrom taken.days",
		]);
		// Their runs may overlap.
		expect(wrong({ ...later, ...end }, [springRuns])).toEqual([]);
	});

	test.each([
		["2027-01-03", "ahead"],
		["2027-01-04", "open"],
		["2027-01-22", "open"],
		["2027-01-23", "closed"],
		["2027-02-01", "running"],
		["2027-07-30", "running"],
		["2027-07-31", "over"],
	] as const)("is on %s %s", (day, phase) => {
		expect(phaseOf(spring, day)).toBe(phase);
	});
});

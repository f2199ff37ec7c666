import { z } from "zod";
import { fieldFaults, requiredText } from "../slack/fields.ts";
import { type Problem, problem } from "./problem.ts";

/** A dated run of a program. All dates are local ones, "2026-12-24". */
export type CohortPlan = {
	name: string;
	signupFrom: string;
	/** The last day on which one can sign up. */
	signupUntil: string;
	kickoffOn: string;
	/** Its last day; then its managers read how it went. */
	endsOn: string;
};
export type Cohort = CohortPlan & { cohortId: string; programId: string };

export const longestCohortName = 60;

const date = z.iso.date(fieldFaults.choose);

/** In the order in which the days come. */
export const cohortDays = [
	"signupFrom",
	"signupUntil",
	"kickoffOn",
	"endsOn",
] as const satisfies (keyof CohortPlan)[];

export const cohortForm = z.object({
	name: requiredText(longestCohortName),
	signupFrom: date,
	signupUntil: date,
	kickoffOn: date,
	endsOn: date,
});

/**
 * What keeps a plan from being saved beside the program's other cohorts.
 * Sign-up is open for one of them at a time, so that whoever joins then knows
 * which one they join; their runs may overlap.
 *
 * @param today the local date, after which it is to end
 */
export function cohortProblems(
	plan: CohortPlan,
	others: readonly Cohort[],
	today: string,
): Problem[] {
	const problems: Problem[] = [];
	const { name, signupFrom, signupUntil, kickoffOn, endsOn } = plan;
	if (signupUntil < signupFrom)
		problems.push(problem("signupUntil", "programs:cohort.order.signupUntil"));
	if (kickoffOn < signupUntil)
		problems.push(problem("kickoffOn", "programs:cohort.order.kickoffOn"));
	if (endsOn <= kickoffOn)
		problems.push(problem("endsOn", "programs:cohort.order.endsOn"));
	if (endsOn <= today)
		problems.push(problem("endsOn", "programs:cohort.order.past"));
	for (const other of others) {
		const cohort = other.name;
		if (isSame(cohort, name))
			problems.push(problem("name", "programs:cohort.taken.name", { cohort }));
		if (other.signupFrom <= signupUntil && signupFrom <= other.signupUntil)
			problems.push(
				problem("signupFrom", "programs:cohort.taken.days", { cohort }),
			);
	}
	return problems;
}

const isSame = (one: string, other: string) =>
	one.toLowerCase() === other.toLowerCase();

/** Where a cohort is in its life, on a local date. */
export const phases = ["ahead", "open", "closed", "running", "over"] as const;
export type Phase = (typeof phases)[number];

export function phaseOf(cohort: CohortPlan, today: string): Phase {
	if (today < cohort.signupFrom) return "ahead";
	if (today <= cohort.signupUntil) return "open";
	if (today < cohort.kickoffOn) return "closed";
	return today <= cohort.endsOn ? "running" : "over";
}

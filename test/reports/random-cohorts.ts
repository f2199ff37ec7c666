import { seededRandom } from "../../simulator/demo/random.ts";
import type { Cohort } from "../../src/programs/cohort.ts";
import type { Candidate } from "../../src/reports/candidate.ts";
import {
	cohortCandidates,
	cohortKey,
	type SummaryId,
	summaryIds,
} from "../../src/reports/cohort-figures.ts";
import { rowsOfCohort } from "../../src/reports/cohort-rows.ts";
import { fewestEnrolled } from "../../src/reports/published.ts";
import { rowsOfRun } from "./made-rows.ts";
import type { Member, PercentOf } from "./random-member.ts";

/** A cohort of a made-up program, from the month it begins to that of its end. */
export type CohortRun = {
	readonly cohort: Cohort;
	readonly from: number;
	readonly until: number;
	/** Its summary comes on the day of a report, or two weeks after it. */
	readonly isLate: boolean;
	/** So many who are there do not take part, and of the others so many percent. */
	readonly leftOut: number;
	readonly percent: number;
	/** Those who are in no other take part. */
	readonly isOfOthers: boolean;
	/** How those lean who do not take part; null: as everybody. */
	readonly leaning: Member["leaning"];
	readonly people: Set<string>;
	/** Figures that it has though the report may not. */
	readonly extra: readonly SummaryId[];
};

const names = ["Spring", "Autumn"];
/** The month of the last report. */
const lastMonth = 11;

/** None, one, or two whose runs overlap or come one after the other. */
export function drawCohorts(seed: number): CohortRun[] {
	const random = seededRandom(1_000_003 * seed);
	const some = names.slice(0, random.pick([0, 1, 2, 2]));
	let last = 0;
	return some.map((name, at) => {
		const from = at + random.pick([0, 0, 1, 3]);
		const until = Math.min(
			lastMonth + 1 - some.length + at,
			Math.max(from, last) + 1 + random.below(5),
		);
		last = until;
		const leftOut = random.pick([0, 0, 7, 10]);
		const dayOf = (month: number) =>
			new Date(Date.UTC(2026, month, 1)).toISOString().slice(0, 10);
		return {
			cohort: {
				...{ name, cohortId: `c-${at}`, programId: "p" },
				...{ signupFrom: dayOf(from), signupUntil: dayOf(from + 1) },
				...{ kickoffOn: dayOf(from + 1), endsOn: dayOf(until) },
			},
			...{ from, until, isLate: random.chance(50) },
			leftOut,
			percent: leftOut > 0 ? 100 : random.pick([40, 60, 70, 80, 100]),
			isOfOthers: random.chance(40),
			leaning: random.pick([null, null, 0, 98]),
			people: new Set<string>(),
			extra: random.some(summaryIds, 5),
		};
	});
}

/** Those who are there when sign-up opens, and new ones until it closes. */
export function signUp(
	run: CohortRun,
	others: readonly CohortRun[],
	month: number,
	members: readonly Member[],
): void {
	if (month !== run.from && month !== run.from + 1) return;
	const isTaken = (id: string) =>
		run.isOfOthers && others.some((one) => one !== run && one.people.has(id));
	const asked = members.filter(
		({ isIn, joined }) => isIn && (month === run.from || joined === month),
	);
	const leftOut = month === run.from ? asked.slice(0, run.leftOut) : [];
	const takesPart = (member: Member) =>
		!leftOut.includes(member) &&
		!isTaken(member.id) &&
		member.random.chance(run.percent);
	for (const member of asked)
		if (takesPart(member)) run.people.add(member.id);
		else member.leaning ??= run.leaning;
}

/** What its summary could say; null: too few are left. */
export function summarize(
	{ cohort, people }: CohortRun,
	members: readonly Member[],
	percentOf: PercentOf,
	at: string,
): Candidate[] | null {
	const now = new Date(at);
	const all = rowsOfRun(members, percentOf, now);
	const mentorships = new Set(
		all.mentorships.map(({ mentorshipId }) => mentorshipId),
	);
	const rows = rowsOfCohort(all, { people, mentorships });
	return rows.people.length < fewestEnrolled
		? null
		: cohortCandidates(cohort.cohortId, rows, now);
}

/** What the report says as well, who found a mentor, and some more. */
export const summaryFigures = (
	{ cohort, extra }: CohortRun,
	isDrawn: (id: string) => boolean,
): ReadonlySet<string> =>
	new Set(
		summaryIds
			.filter((id) => id === "found" || isDrawn(id) || extra.includes(id))
			.map((id) => cohortKey(cohort.cohortId, id)),
	);

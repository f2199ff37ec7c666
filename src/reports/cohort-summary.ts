import type { Cohort } from "../programs/cohort.ts";
import type { Reader } from "../time/dates.ts";
import type { Published } from "./candidate.ts";
import { cohortKey, type SummaryId, summaryIds } from "./cohort-figures.ts";
import type { Release } from "./published.ts";

/** A cohort with what was published of it. */
export type Summarized = { cohort: Cohort; release: Release };

/** A cohort's numbers, beside those of the last cohort that had any. */
export type CohortSummary = Summarized & {
	program: string;
	last: Summarized | null;
	/** In no order that says anything. */
	quotes: string[];
	reader: Reader;
};

/** One number of both; null: there was no such number. */
export type SummaryRow = {
	id: SummaryId;
	now: Published | null;
	before: Published | null;
};

export const summaryRows = (
	summary: Pick<CohortSummary, "cohort" | "release" | "last">,
): SummaryRow[] =>
	summaryIds.map((id) => ({
		id,
		now: figureIn(summary, id),
		before: summary.last && figureIn(summary.last, id),
	}));

const figureIn = (
	{ cohort, release }: Summarized,
	id: SummaryId,
): Published | null =>
	release.figures.find((one) => one.id === cohortKey(cohort.cohortId, id)) ??
	null;

/** Of several cohorts, the one that ended last before this one. */
export const lastBefore = (
	cohort: Cohort,
	others: readonly Cohort[],
): Cohort[] =>
	others
		.filter((one) => one !== cohort && one.endsOn < cohort.endsOn)
		.toSorted((a, b) => (a.endsOn < b.endsOn ? 1 : -1));

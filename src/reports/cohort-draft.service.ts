import type { WorkspaceTrx } from "../db/database.ts";
import { readCohort } from "../programs/cohorts.service.ts";
import { readProgram } from "../programs/programs.service.ts";
import { startOfDate } from "../time/dates.ts";
import type { Candidate } from "./candidate.ts";
import { cohortCandidates } from "./cohort-figures.ts";
import { quotedFrom } from "./cohort-quotes.ts";
import {
	listCohortMentorships,
	listCohortPeople,
	listQuotable,
} from "./cohort-rows.queries.ts";
import { rowsOfCohort } from "./cohort-rows.ts";
import { fewestEnrolled } from "./published.ts";
import { readRows } from "./rows.service.ts";

/** What a release could say. */
export type Told = {
	candidates: Candidate[];
	/** Look-backs from which a summary quotes. */
	quoted: string[];
};

/** What a cohort's summary could say; its window is the cohort's whole run. */
export async function readCohortNow(
	trx: WorkspaceTrx,
	cohortId: string,
	now: Date,
): Promise<Told | "few"> {
	const cohort = await readCohort(trx, cohortId);
	if (!cohort) return "few";
	const { programId } = cohort;
	const { settings } = await readProgram(trx, programId);
	const since = startOfDate(cohort.signupFrom, settings.report.zone);
	const all = await readRows(trx, programId, now, since);
	const rows = rowsOfCohort(all, {
		people: new Set(await listCohortPeople(trx, cohort)),
		mentorships: new Set(await listCohortMentorships(trx, cohort)),
	});
	if (rows.people.length < fewestEnrolled) return "few";
	return {
		candidates: cohortCandidates(cohortId, rows, now),
		quoted: quotedFrom(await listQuotable(trx, cohort)),
	};
}

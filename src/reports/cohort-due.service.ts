import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import {
	type OnCohort,
	readCohort,
	readCohorts,
} from "../programs/cohorts.service.ts";
import { readManagers } from "../programs/managers.service.ts";
import { readProgram } from "../programs/programs.service.ts";
import type { ProgramSettings } from "../programs/settings.ts";
import type { Next } from "../scheduler/schedule.ts";
import {
	deleteSchedule,
	saveSchedule,
} from "../scheduler/schedules.queries.ts";
import { summaryAt } from "./cohort-time.ts";
import { saveDue } from "./due.queries.ts";
import { type DueReport, staleAfterHours } from "./due.ts";

/** Schedules of this kind are of cohorts: when their summary is due. */
export const summaryKind = "reports:summary";

/** A cohort is new, or its days have changed. */
export const planSummary: OnCohort = async (trx, cohort, { gone, now }) => {
	const { cohortId: subjectId, programId } = cohort;
	const schedule = { kind: summaryKind, subjectId };
	const { settings } = await readProgram(trx, programId);
	const nextAt = summaryAt(cohort, settings);
	if (gone || nextAt <= now) await deleteSchedule(trx, schedule);
	else await saveSchedule(trx, { ...schedule, nextAt });
};

/** The program's zone, or the time of its report, has changed. */
export async function planSummaries(
	trx: WorkspaceTrx,
	programId: string,
	settings: ProgramSettings,
	now: Date,
): Promise<void> {
	for (const cohort of await readCohorts(trx, programId)) {
		const nextAt = summaryAt(cohort, settings);
		const subjectId = cohort.cohortId;
		if (nextAt > now)
			await saveSchedule(trx, { kind: summaryKind, subjectId, nextAt });
	}
}

/** Notes whose time has come; it comes once. */
export async function planDueSummaries(
	trx: WorkspaceTrx,
	cohortIds: string[],
	now: Date,
): Promise<{ owed: OwedMessage[]; next: Next[] }> {
	const found = await Promise.all(cohortIds.map((id) => readCohort(trx, id)));
	const subjects = found.flatMap((cohort) => cohort ?? []);
	await saveDue(trx, subjects, now);
	const next = cohortIds.map((subjectId) => ({ subjectId, nextAt: null }));
	return { owed: [], next };
}

/** To each manager: how it went, or that there are too few people to tell. */
export async function listSummaryOwed(
	trx: WorkspaceTrx,
	{ programId, cohortId }: DueReport,
	made: { releaseId: string } | "few",
): Promise<OwedMessage[]> {
	const managers = await readManagers(trx, programId);
	return managers
		.filter(({ isActive }) => isActive)
		.map(({ personId }) => ({
			kind: made === "few" ? "reports:few" : "reports:summary",
			to: { personId },
			subjectId: made === "few" ? (cohortId ?? programId) : made.releaseId,
			key: `cohort-summary:${cohortId}:${personId}`,
			urgency: "now",
			staleAfterHours,
		}));
}

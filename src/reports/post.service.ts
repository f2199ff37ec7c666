import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { resumeGate } from "../delivery/ledger.queries.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import { readManagers } from "../programs/managers.service.ts";
import { readProgram } from "../programs/programs.service.ts";
import type { ProgramSettings } from "../programs/settings.ts";
import type { Next } from "../scheduler/schedule.ts";
import {
	deleteSchedule,
	saveSchedule,
} from "../scheduler/schedules.queries.ts";
import type { Visit } from "../slack/feature.ts";
import { publish } from "./publish.service.ts";
import { findRelease } from "./published.queries.ts";
import type { Release } from "./published.ts";
import { nextReportAt } from "./report-time.ts";

/** Schedules of this kind are of programs: when their report is due. */
export const reportKind = "reports:release";

/** After that a report has waited too long to be news. */
const staleAfterHours = 3 * 24;

/** The report's time has changed, or its channel. */
export async function planReport(
	trx: WorkspaceTrx,
	programId: string,
	{ report }: ProgramSettings,
	now: Date,
): Promise<void> {
	const schedule = { kind: reportKind, subjectId: programId };
	if (report.channel === null) return deleteSchedule(trx, schedule);
	// What could not be posted in one channel may be welcome in another.
	await resumeGate(trx, channelOf(programId));
	await saveSchedule(trx, { ...schedule, nextAt: nextReportAt(report, now) });
}

/** What programs owe whose time has come, and when it is theirs again. */
export async function planDueReports(
	trx: WorkspaceTrx,
	programIds: string[],
	now: Date,
): Promise<{ owed: OwedMessage[]; next: Next[] }> {
	const owed: OwedMessage[] = [];
	const next: Next[] = [];
	for (const programId of programIds) {
		const { report } = (await readProgram(trx, programId)).settings;
		const { channel } = report;
		const isOver = channel === null;
		const nextAt = isOver ? null : nextReportAt(report, now);
		next.push({ subjectId: programId, nextAt });
		if (!isOver)
			owed.push(...(await reportOrTodos(trx, programId, channel, now)));
	}
	return { owed, next };
}

async function reportOrTodos(
	trx: WorkspaceTrx,
	programId: string,
	channel: string,
	now: Date,
): Promise<OwedMessage[]> {
	const made = await publish(trx, { programId, askedBy: null, now });
	if (made !== "few") return [reportOwed(made, channel)];
	const managers = await readManagers(trx, programId);
	const day = now.toISOString().slice(0, 10);
	return managers
		.filter(({ isActive }) => isActive)
		.map(({ personId }) => ({
			kind: "reports:todo",
			to: { personId },
			subjectId: programId,
			key: `report-todo:${programId}:${personId}:${day}`,
			urgency: "now",
			staleAfterHours,
		}));
}

/** Once in a channel: to post it again there would say nothing new. */
const reportOwed = (
	{ releaseId, programId }: Release,
	channel: string,
): OwedMessage => ({
	kind: "reports:release",
	to: { programId },
	subjectId: releaseId,
	key: `report:${releaseId}:${channel}`,
	urgency: "now",
	staleAfterHours,
});

const channelOf = (programId: string) => ({
	personId: null,
	mentorshipId: null,
	programId,
});

/** A manager has seen it and wants it posted; null: there is no channel. */
export async function postReport(
	deps: Deps,
	{ workspaceId }: Visit,
	releaseId: string,
): Promise<{ channel: string } | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const release = await findRelease(trx, releaseId);
		if (!release) return null;
		const { settings } = await readProgram(trx, release.programId);
		const { channel } = settings.report;
		if (channel === null) return null;
		await resumeGate(trx, channelOf(release.programId));
		await insertOwed(trx, [reportOwed(release, channel)]);
		return { channel };
	});
}

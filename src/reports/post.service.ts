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
import { readPosting, watchArrival } from "./arrival.service.ts";
import { saveDue } from "./due.queries.ts";
import { type DueReport, staleAfterHours } from "./due.ts";
import { type Posting, postingKey } from "./posting.ts";
import { findRelease } from "./published.queries.ts";
import type { Release } from "./published.ts";
import { nextReportAt } from "./report-time.ts";

/** Schedules of this kind are of programs: when their report is due. */
export const reportKind = "reports:release";

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

/** Notes whose time has come, and when it is theirs again. */
export async function planDueReports(
	trx: WorkspaceTrx,
	programIds: string[],
	now: Date,
): Promise<{ owed: OwedMessage[]; next: Next[] }> {
	const next = await Promise.all(
		programIds.map(async (subjectId) => {
			const { report } = (await readProgram(trx, subjectId)).settings;
			const isOver = report.channel === null;
			return { subjectId, nextAt: isOver ? null : nextReportAt(report, now) };
		}),
	);
	const due = next.filter(({ nextAt }) => nextAt !== null);
	await saveDue(
		trx,
		due.map(({ subjectId }) => ({ programId: subjectId, cohortId: null })),
		now,
	);
	return { owed: [], next };
}

/** What is owed when a report that was due is made: nothing without a channel. */
export async function listReportOwed(
	trx: WorkspaceTrx,
	{ programId, dueAt }: DueReport,
	made: { releaseId: string } | "few",
): Promise<OwedMessage[]> {
	const { settings } = await readProgram(trx, programId);
	const { channel } = settings.report;
	if (channel === null) return [];
	if (made !== "few") return [reportOwed({ ...made, programId }, channel)];
	const managers = await readManagers(trx, programId);
	const day = dueAt.toISOString().slice(0, 10);
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
	{ releaseId, programId }: Pick<Release, "releaseId" | "programId">,
	channel: string,
	before: Posting = { is: "never", tries: 0 },
): OwedMessage => ({
	kind: "reports:release",
	to: { programId },
	subjectId: releaseId,
	key: postingKey(releaseId, channel, before),
	urgency: "now",
	staleAfterHours,
});

const channelOf = (programId: string) => ({
	personId: null,
	mentorshipId: null,
	programId,
});

/** What came of a manager's wish to post a report. */
export type Posted =
	/** It is owed now, or was before and is still under way. */
	| { is: "posted"; channel: string }
	| { is: "stands"; channel: string; at: Date | null }
	/** Another channel was chosen since the manager was asked. */
	| { is: "moved"; channel: string }
	| { is: "nowhere" };

/** A manager has seen it and wants it posted in the channel that was named. */
export function postReport(
	deps: Deps,
	{ workspaceId, now }: Visit,
	releaseId: string,
	named: string,
): Promise<Posted> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const release = await findRelease(trx, releaseId);
		if (!release) return { is: "nowhere" };
		const { programId } = release;
		const { settings } = await readProgram(trx, programId);
		const { channel } = settings.report;
		if (channel === null) return { is: "nowhere" };
		if (channel !== named) return { is: "moved", channel };
		const before = await readPosting(trx, releaseId, channel);
		if (before.is === "stands") return { is: "stands", channel, at: before.at };
		await resumeGate(trx, channelOf(programId));
		await watchArrival(trx, programId, now);
		await insertOwed(trx, [reportOwed(release, channel, before)]);
		return { is: "posted", channel };
	});
}

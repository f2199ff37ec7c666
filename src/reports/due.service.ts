import { type Db, newId, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import { errorFacts } from "../log.ts";
import { ThreadEnded } from "../threads/begin.ts";
import { threadLimitMs } from "../threads/threads.ts";
import { watchArrival } from "./arrival.service.ts";
import { listSummaryOwed } from "./cohort-due.service.ts";
import { claimDue, deleteDue, giveBackDue, listDue } from "./due.queries.ts";
import { type DueReport, isStale, waitSeconds } from "./due.ts";
import { makeRelease } from "./make-release.service.ts";
import { listReportOwed } from "./post.service.ts";

/** Longer than it takes; whoever has waited too long for a turn loses it. */
const leaseSeconds = threadLimitMs / 1_000 + 60;

/**
 * Makes one report that is due and owes it; 0 when there was none. A process
 * that dies at any point leaves the row, which another takes after the lease:
 * it finds the release of the day if there is one, and owes it by the same key.
 */
export async function makeNextDue(deps: Deps, senderDb: Db): Promise<number> {
	for (const { workspaceId, ...subject } of await listDue(senderDb)) {
		const due = await withWorkspace(deps.db, workspaceId, (trx) =>
			claimDue(trx, subject, leaseSeconds),
		);
		if (!due) continue;
		if (isStale(due)) await giveUp(deps, due);
		else await make(deps, due).catch((error) => postpone(deps, due, error));
		return 1;
	}
	return 0;
}

async function make(deps: Deps, due: DueReport): Promise<void> {
	const { workspaceId, programId, cohortId, now } = due;
	const asked = { workspaceId, programId, cohortId, askedBy: null, now };
	const made = await makeRelease(deps, asked);
	await withWorkspace(deps.db, workspaceId, async (trx) => {
		if (!(await deleteDue(trx, due))) return;
		if (!cohortId) await watchArrival(trx, programId, now);
		const listOwed = cohortId ? listSummaryOwed : listReportOwed;
		await insertOwed(trx, await listOwed(trx, due, made));
	});
}

async function postpone(
	deps: Deps,
	due: DueReport,
	error: unknown,
): Promise<void> {
	const { workspaceId, programId, attempts } = due;
	const isStopping = error instanceof ThreadEnded && error.code === "stopping";
	const seconds = isStopping ? 0 : waitSeconds(attempts);
	if (!isStopping)
		deps.log.error(
			{
				...{ reference: newId().slice(-8), workspaceId, programId },
				...{ attempts, againInSeconds: seconds, error: errorFacts(error) },
			},
			"a report was not made",
		);
	await withWorkspace(deps.db, workspaceId, (trx) =>
		giveBackDue(trx, due, {
			attempts: isStopping ? attempts - 1 : attempts,
			seconds,
		}),
	);
}

async function giveUp(deps: Deps, due: DueReport): Promise<void> {
	const { workspaceId, programId, attempts } = due;
	await withWorkspace(deps.db, workspaceId, (trx) => deleteDue(trx, due));
	deps.log.error(
		{ workspaceId, programId, attempts: attempts - 1 },
		"a report was given up",
	);
}

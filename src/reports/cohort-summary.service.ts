import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readQuotes } from "../mentorships/look-back.service.ts";
import type { Cohort } from "../programs/cohort.ts";
import { phaseOf } from "../programs/cohort.ts";
import {
	readCohort,
	readCohorts,
	readToday,
} from "../programs/cohorts.service.ts";
import { readManagers } from "../programs/managers.service.ts";
import { readProgram } from "../programs/programs.service.ts";
import type { Visit } from "../slack/feature.ts";
import type { Reader } from "../time/dates.ts";
import { quotesShown } from "./cohort-quotes.ts";
import {
	type CohortSummary,
	lastBefore,
	type Summarized,
} from "./cohort-summary.ts";
import { makeRelease } from "./make-release.service.ts";
import { findRelease, findSummary, listQuoted } from "./published.queries.ts";
import { readTodos } from "./todo.service.ts";
import type { Todo } from "./todo.ts";

/** A summary as it stands, by its release; null: it is of no cohort. */
export async function tellSummary(
	deps: Deps,
	trx: WorkspaceTrx,
	releaseId: string,
	reader: Reader,
): Promise<CohortSummary | null> {
	const release = await findRelease(trx, releaseId);
	const cohort = release?.cohortId && (await readCohort(trx, release.cohortId));
	if (!release || !cohort) return null;
	const quoted = await listQuoted(trx, release);
	const quotes = await readQuotes(deps, trx, quoted);
	return {
		...{ cohort, release, reader },
		program: (await readProgram(trx, cohort.programId)).name,
		last: await findLast(trx, cohort),
		quotes: quotesShown(quotes, release.quotes),
	};
}

/** The last cohort of which there are numbers. */
async function findLast(
	trx: WorkspaceTrx,
	cohort: Cohort,
): Promise<Summarized | null> {
	const others = await readCohorts(trx, cohort.programId);
	for (const earlier of lastBefore(cohort, others)) {
		const release = await findSummary(trx, earlier.cohortId);
		if (release) return { cohort: earlier, release };
	}
	return null;
}

/** What a manager is shown of a cohort. */
export type SummaryPage =
	| { is: "summary"; summary: CohortSummary }
	| { is: "few"; cohort: Cohort; program: string; todos: Todo[] }
	/** Its last day has not come, or it is gone. */
	| { is: "early" };

/** The summary of a cohort of the visit's program, made if it is over. */
export async function openSummary(
	deps: Deps,
	visit: Visit,
	cohortId: string,
): Promise<SummaryPage> {
	const { workspaceId, programId, actor, now } = visit;
	const run = <T>(work: (trx: WorkspaceTrx) => Promise<T>) =>
		withWorkspace(deps.db, workspaceId, work);
	const cohort = await run(async (trx) => {
		const found = await readCohort(trx, cohortId);
		if (found?.programId !== programId) return null;
		if (await findSummary(trx, cohortId)) return found;
		const today = await readToday(trx, programId, now);
		return phaseOf(found, today) === "over" ? found : null;
	});
	if (!cohort) return { is: "early" };
	const askedBy = actor.personId;
	const asked = { workspaceId, programId, cohortId, askedBy, now };
	const made = await makeRelease(deps, asked);
	return run((trx) => readSummaryPage(deps, trx, { cohort, made }, actor));
}

async function readSummaryPage(
	deps: Deps,
	trx: WorkspaceTrx,
	{ cohort, made }: { cohort: Cohort; made: { releaseId: string } | "few" },
	reader: Reader,
): Promise<SummaryPage> {
	if (made === "few")
		return { is: "few", cohort, ...(await readTodos(trx, cohort.programId)) };
	const summary = await tellSummary(deps, trx, made.releaseId, reader);
	return summary ? { is: "summary", summary } : { is: "early" };
}

/** Whether someone may be told of a program's numbers when it comes to it. */
export async function runsProgram(
	trx: WorkspaceTrx,
	programId: string,
	personId: string | null,
): Promise<boolean> {
	const managers = await readManagers(trx, programId);
	return managers.some((one) => one.isActive && one.personId === personId);
}

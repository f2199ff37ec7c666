import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readProgram } from "../programs/programs.service.ts";
import type { Visit } from "../slack/feature.ts";
import { readPosting } from "./arrival.service.ts";
import { makeRelease } from "./make-release.service.ts";
import { readLatest } from "./publish.service.ts";
import { isFresh } from "./published.ts";
import { tellReport } from "./report.service.ts";
import type { Report } from "./report.ts";
import type { ReportPage } from "./report-page.ts";
import { readTodos } from "./todo.service.ts";

/** The program's latest report as it stands, ready to be posted or made anew. */
export const loadReportPage = (deps: Deps, visit: Visit): Promise<ReportPage> =>
	withWorkspace(deps.db, visit.workspaceId, (trx) => readPage(trx, visit));

async function readPage(trx: WorkspaceTrx, visit: Visit): Promise<ReportPage> {
	const { programId, actor, now } = visit;
	const [{ name, settings }, compared] = await Promise.all([
		readProgram(trx, programId),
		readLatest(trx, programId),
	]);
	const { channel } = settings.report;
	return {
		programId,
		program: name,
		channel,
		posting:
			channel && compared
				? await readPosting(trx, compared.release.releaseId, channel)
				: null,
		latest: compared && {
			report: await tellReport(trx, compared, actor),
			isFresh: isFresh(compared.release, now),
		},
		todos: null,
	};
}

/** Makes today's report, unless there is one; with too few people, what to do. */
export async function makeReport(
	deps: Deps,
	visit: Visit,
): Promise<ReportPage> {
	const { workspaceId, programId, actor, now } = visit;
	const asked = { workspaceId, programId, askedBy: actor.personId, now };
	const made = await makeRelease(deps, asked);
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const page = await readPage(trx, visit);
		if (made !== "few") return page;
		return { ...page, todos: (await readTodos(trx, programId)).todos };
	});
}

/** The latest numbers; null: there are none yet. */
export const loadStats = (
	deps: Deps,
	{ workspaceId, programId, actor }: Visit,
): Promise<{ program: string; report: Report | null }> =>
	withWorkspace(deps.db, workspaceId, async (trx) => {
		const { name } = await readProgram(trx, programId);
		const compared = await readLatest(trx, programId);
		const report = compared && (await tellReport(trx, compared, actor));
		return { program: name, report };
	});

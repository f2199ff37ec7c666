import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readProgram, readTopicList } from "../programs/programs.service.ts";
import type { Visit } from "../slack/feature.ts";
import { readLatest } from "./publish.service.ts";
import { isFresh } from "./published.ts";
import { tellReport } from "./report.service.ts";
import { type RequestsPage, topicsIn } from "./requests-page.ts";

/** Requests and waiting, from what is stored and nothing else. */
export const loadRequests = (
	deps: Deps,
	{ workspaceId, programId, actor, now }: Visit,
): Promise<RequestsPage> =>
	withWorkspace(deps.db, workspaceId, async (trx) => {
		const { name: program } = await readProgram(trx, programId);
		const compared = await readLatest(trx, programId);
		const page = { programId, program };
		if (!compared) return { ...page, report: null, isFresh: false, topics: [] };
		const report = await tellReport(trx, compared, actor);
		const listed = await readTopicList(trx, programId);
		return {
			...page,
			report,
			isFresh: isFresh(compared.release, now),
			topics: topicsIn(compared.release, listed),
		};
	});

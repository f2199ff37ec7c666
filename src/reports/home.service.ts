import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readProgram } from "../programs/programs.service.ts";
import type { Visit } from "../slack/feature.ts";
import type { ManagedReport } from "./home.views.ts";
import { readLatest } from "./publish.service.ts";
import { tellReport } from "./report.service.ts";

/** Every program that somebody runs, with its latest report. */
export const readManagedReports = (
	deps: Deps,
	{ workspaceId, actor }: Visit,
): Promise<ManagedReport[]> =>
	withWorkspace(deps.db, workspaceId, (trx) =>
		Promise.all(
			actor.manages.map(async (programId) => {
				const [{ name }, compared] = await Promise.all([
					readProgram(trx, programId),
					readLatest(trx, programId),
				]);
				const report = compared && (await tellReport(trx, compared, actor));
				return { programId, program: name, report };
			}),
		),
	);

import { announceAct } from "../../src/programs/acts.service.ts";
import type { MessageContext } from "../../src/slack/feature.ts";
import { textFor } from "../../src/slack/text.ts";
import {
	applyImport,
	claimImport,
} from "../../src/workspaces/apply-import.service.ts";
import type { Announce } from "../../src/workspaces/directory-export.service.ts";
import {
	beginImport,
	checkImport,
} from "../../src/workspaces/import.service.ts";
import { importSchedule } from "../../src/workspaces/import-news.service.ts";
import { findImport } from "../../src/workspaces/imports.queries.ts";
import type { Office } from "./office.ts";

/** Imports as one manager makes them, with pasted rows. */
export function importsOf(office: Office, manager: string) {
	const { deps, run } = office;
	const onProgress = () => {};
	return {
		/** Checks them; the import's id, and what came of it. */
		async checks(text: string) {
			const visit = office.visit(manager);
			const source = { pasted: text, text };
			const importId = await beginImport(deps, visit, source);
			if (!importId) throw new Error("It was begun before.");
			return {
				importId,
				checked: await checkImport(deps, visit, importId, source, onProgress),
			};
		},
		/** Confirms one; "going" or "gone" when it is not there to be. */
		async applies(importId: string, announce: Announce = announceAct) {
			const visit = office.visit(manager);
			const claim = await claimImport(deps, visit, importId);
			return claim === "claimed"
				? applyImport(deps, visit, importId, { announce, onProgress })
				: claim;
		},
		record: (importId: string) => run((trx) => findImport(trx, importId)),
		/** What its schedule does so many minutes from now. */
		tended: (importId: string, minutes: number) =>
			run((trx) => {
				const now = new Date(Date.now() + minutes * 60_000);
				const due = [{ subjectId: importId, dueAt: now }];
				return importSchedule.plan({ trx, deps, now, due });
			}),
		/** The kinds of what is owed about it. */
		owed: async (importId: string) => {
			const rows = await run((trx) =>
				trx
					.selectFrom("owed")
					.select("kind")
					.where("subject_id", "=", importId)
					.execute(),
			);
			return rows.map(({ kind }) => kind);
		},
		/** A message about it, as the manager reads it. */
		rendered: <T>(
			render: (context: MessageContext) => Promise<T>,
			subjectId: string,
		) =>
			run((trx) =>
				render({
					trx,
					deps,
					subjectId,
					personId: manager,
					text: textFor("en"),
					now: new Date(),
				}),
			),
	};
}

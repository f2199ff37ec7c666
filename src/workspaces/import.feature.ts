import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import {
	action,
	type Feature,
	type Later,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { several } from "../slack/fields.ts";
import { showProgress } from "../slack/progress.ts";
import { noticeModal, sentence } from "../slack/slack.views.ts";
import { applyImport, claimImport } from "./apply-import.service.ts";
import { limits } from "./directory.ts";
import { restoreEnd } from "./directory-csv.ts";
import type { Announce } from "./directory-export.service.ts";
import type { Applied, OnProgress, Progress } from "./directory-import.ts";
import {
	importButton,
	importerOfButton,
	importerOfForm,
	importMeta,
	managersOfForm,
	programMeta,
} from "./directory-policy.ts";
import {
	beginImport,
	checkImport,
	readImport,
	readPermissions,
} from "./import.service.ts";
import { outcomeModal, progressModal } from "./import.views.ts";
import {
	importSchedule,
	renderBadRows,
	renderImport,
	tellImporter,
} from "./import-news.service.ts";

const checkForm = z.object({
	pasted: z.string().max(limits.pasted).nullish(),
	file: several(1),
});

async function showOutcome(
	deps: Deps,
	{ workspaceId, programId, text }: Visit,
	importId: string,
	outcome: Applied,
) {
	const permissions = await withWorkspace(
		deps.db,
		workspaceId,
		readPermissions,
	);
	return outcomeModal({ programId, importId, outcome, permissions }, text);
}

/** Works behind a modal that says how far it is, and ends with the result. */
function behindModal(
	deps: Deps,
	visit: Visit,
	importId: string,
	work: (onProgress: OnProgress) => Promise<Applied>,
): Later {
	return async (show) => {
		const draw = (how: Progress) => show(progressModal(how, visit.text));
		const progress = showProgress(draw, deps);
		const outcome = await work(progress.report);
		await progress.rest();
		const result = await showOutcome(deps, visit, importId, outcome);
		if (!(await show(result))) await tellImporter(deps, visit, importId);
	};
}

/** Rows become directory data: a dry run first, then all of them or none. */
export function importFeature(announce: Announce): Feature {
	return {
		name: "workspaces",
		entries: [
			view({
				id: "workspaces:checkImport",
				policy: managersOfForm,
				input: z.object({ form: checkForm, meta: programMeta }),
				async handle(deps, visit, { form }): Promise<Reply> {
					const { text } = visit;
					const { pasted } = form;
					const [fileId] = form.file;
					if (pasted && fileId) {
						const error = text.plain("workspaces:directory.eitherOr");
						return { do: "errors", errors: { file: error } };
					}
					if (!pasted && !fileId) {
						const error = text.plain("workspaces:directory.nothing");
						return { do: "errors", errors: { pasted: error } };
					}
					const source = fileId
						? { fileId }
						: { pasted: pasted ?? "", text: restoreEnd(pasted ?? "") };
					const importId = await beginImport(deps, visit, source);
					const loading = progressModal({ step: "reading", done: 0 }, text);
					if (!importId) return { do: "update", view: loading };
					const check = (onProgress: OnProgress) =>
						checkImport(deps, visit, importId, source, onProgress);
					return {
						do: "update",
						view: loading,
						later: behindModal(deps, visit, importId, check),
					};
				},
			}),
			view({
				id: "workspaces:confirmImport",
				policy: importerOfForm,
				input: z.object({ meta: importMeta }),
				async handle(deps, visit, { meta }): Promise<Reply> {
					const { text } = visit;
					const importId = meta.import;
					const claim = await claimImport(deps, visit, importId);
					if (claim !== "claimed") {
						const said = sentence(text, `workspaces:done.${claim}`);
						return { do: "update", view: noticeModal(said, text) };
					}
					const apply = (onProgress: OnProgress) =>
						applyImport(deps, visit, importId, { announce, onProgress });
					return {
						do: "update",
						view: progressModal({ step: "writing", done: 0 }, text),
						later: behindModal(deps, visit, importId, apply),
					};
				},
			}),
			action({
				id: "workspaces:openImport",
				policy: importerOfButton,
				input: importButton,
				async handle(deps, visit, { value }) {
					const outcome = await readImport(deps, visit, value);
					const view = await showOutcome(deps, visit, value, outcome);
					return { do: "open", view };
				},
			}),
		],
		messages: {
			"workspaces:import": { ifUnknown: "resend", render: renderImport },
			"workspaces:badRows": { ifUnknown: "drop", render: renderBadRows },
		},
		schedules: { "workspaces:import": importSchedule },
	};
}

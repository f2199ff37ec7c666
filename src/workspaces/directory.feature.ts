import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { action, type Feature, type Visit } from "../slack/feature.ts";
import { noticeModal, sentence } from "../slack/slack.views.ts";
import { directoryModal } from "./directory.views.ts";
import {
	type Announce,
	exportDirectory,
	renderExport,
} from "./directory-export.service.ts";
import {
	managersOfButton,
	managersOfForm,
	programButton,
	programMeta,
} from "./directory-policy.ts";
import { readPermissions } from "./import.service.ts";

/** The door to the directory data, and the way out as a file. */
export function directoryFeature(announce: Announce): Feature {
	return {
		name: "workspaces",
		entries: [
			action({
				id: "workspaces:directory",
				policy: managersOfButton,
				input: programButton,
				handle: async (deps, visit) => ({
					do: "open",
					view: await firstPage(deps, visit),
				}),
			}),
			action({
				id: "workspaces:export",
				policy: managersOfForm,
				input: z.object({ meta: programMeta }),
				async handle(deps, visit) {
					const { text } = visit;
					await exportDirectory(deps, visit, announce);
					const said = sentence(text, "workspaces:export.going");
					return { do: "open", view: noticeModal(said, text) };
				},
			}),
		],
		messages: {
			"workspaces:export": { ifUnknown: "drop", render: renderExport },
		},
	};
}

async function firstPage(deps: Deps, visit: Visit) {
	const { workspaceId, programId, text } = visit;
	const permissions = await withWorkspace(
		deps.db,
		workspaceId,
		readPermissions,
	);
	return directoryModal({ programId, permissions }, text);
}

import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { action, type Feature, type Visit } from "../slack/feature.ts";
import { readHistory } from "./acts.service.ts";
import { historyModal } from "./history.views.ts";
import {
	managersOfButton,
	managersOfForm,
	programButton,
	programMeta,
} from "./program-policy.ts";

async function historyOf(deps: Deps, visit: Visit, before: string | null) {
	const { workspaceId, programId, actor, text } = visit;
	const page = await withWorkspace(deps.db, workspaceId, (trx) =>
		readHistory(trx, programId, before),
	);
	return historyModal(programId, page, actor, text);
}

/** What the managers of a program did, for each of them to see. */
export const historyFeature: Feature = {
	name: "programs",
	entries: [
		action({
			id: "programs:history",
			policy: managersOfButton,
			input: programButton,
			handle: async (deps, visit) => ({
				do: "open",
				view: await historyOf(deps, visit, null),
			}),
		}),
		action({
			id: "programs:olderHistory",
			policy: managersOfForm,
			input: z.object({ value: z.uuid(), meta: programMeta }),
			handle: async (deps, visit, { value }) => ({
				do: "update",
				view: await historyOf(deps, visit, value),
			}),
		}),
	],
};

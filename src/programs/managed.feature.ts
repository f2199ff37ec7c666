import { withWorkspace } from "../db/database.ts";
import type { Feature } from "../slack/feature.ts";
import { listManagedPrograms } from "./managed.queries.ts";
import { managedSection } from "./managed.views.ts";
import { readPrograms } from "./programs.service.ts";

/** Home's section for who runs a program. */
export const managedFeature: Feature = {
	name: "programs",
	entries: [],
	home: [
		async (deps, { workspaceId, actor, text }) => {
			if (actor.manages.length === 0) return null;
			return withWorkspace(deps.db, workspaceId, async (trx) => {
				const managed = await listManagedPrograms(trx, actor.personId);
				if (managed.length === 0) return null;
				const isOneOfSeveral = (await readPrograms(trx)).length > 1;
				return {
					title: text.plain("programs:managed.title"),
					blocks: managedSection(managed, isOneOfSeveral, text),
				};
			});
		},
	],
};

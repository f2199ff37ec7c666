import { z } from "zod";
import type { Deps } from "../deps.ts";
import {
	managersOfButton,
	managersOfForm,
	programButton,
	programMeta,
} from "../programs/program-policy.ts";
import { action, type Feature, type Visit } from "../slack/feature.ts";
import { loadList } from "./lists.service.ts";
import { type List, lists } from "./lists.ts";
import { listModal } from "./lists.views.ts";

async function pageOf(deps: Deps, visit: Visit, list: List, page: number) {
	return listModal(await loadList(deps, visit, list, page), visit.text);
}

const turn = z.object({
	value: z.coerce.number().int().min(0).max(100_000),
	meta: programMeta.and(z.object({ list: z.enum(lists) })),
});

/** What managers see by name; nobody of their own reporting line. */
export const listsFeature: Feature = {
	name: "reports",
	entries: [
		...lists.map((list) =>
			action({
				id: `reports:${list}`,
				policy: managersOfButton,
				input: programButton,
				handle: async (deps, visit) => ({
					do: "open",
					view: await pageOf(deps, visit, list, 0),
				}),
			}),
		),
		...["reports:more", "reports:earlier"].map((id) =>
			action({
				id,
				policy: managersOfForm,
				input: turn,
				handle: async (deps, visit, { value, meta }) => ({
					do: "update",
					view: await pageOf(deps, visit, meta.list, value),
				}),
			}),
		),
	],
};

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
import { type ListPart, lists } from "./lists.ts";
import { listModal } from "./lists.views.ts";
import { loadRequests } from "./requests-page.service.ts";
import { requestsModal } from "./requests-page.views.ts";

async function showPart(deps: Deps, visit: Visit, part: ListPart) {
	const { text, now } = visit;
	return listModal(await loadList(deps, visit, part), { text, now });
}

const slackUserId = z.string().regex(/^[UW][A-Z0-9]{1,30}$/);
const listMeta = programMeta.and(
	z.object({ list: z.enum(lists), only: slackUserId.nullable() }),
);
const turn = z.object({
	value: z.coerce.number().int().min(0).max(100_000),
	meta: listMeta,
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
					view: await showPart(deps, visit, { list, page: 0, only: null }),
				}),
			}),
		),
		...["reports:more", "reports:earlier"].map((id) =>
			action({
				id,
				policy: managersOfForm,
				input: turn,
				handle: async (deps, visit, { value: page, meta }) => {
					const { list, only } = meta;
					const view = await showPart(deps, visit, { list, page, only });
					return { do: "update", view };
				},
			}),
		),
		action({
			id: "reports:findPerson",
			policy: managersOfForm,
			input: z.object({ value: slackUserId, meta: listMeta }),
			handle: async (deps, visit, { value: only, meta: { list } }) => ({
				do: "update",
				view: await showPart(deps, visit, { list, page: 0, only }),
			}),
		}),
		action({
			id: "reports:everybody",
			policy: managersOfForm,
			input: z.object({ meta: listMeta }),
			handle: async (deps, visit, { meta: { list } }) => ({
				do: "update",
				view: await showPart(deps, visit, { list, page: 0, only: null }),
			}),
		}),
		action({
			id: "reports:requests",
			policy: managersOfButton,
			input: programButton,
			handle: async (deps, visit) => ({
				do: "open",
				view: requestsModal(await loadRequests(deps, visit), visit.text),
			}),
		}),
	],
};

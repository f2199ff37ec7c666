import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import {
	action,
	type Entry,
	type Feature,
	options,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { jsonOf } from "../slack/fields.ts";
import { zonesLike } from "../time/zones.ts";
import type { WeighConsequence } from "./consequence.ts";
import { consequenceModal } from "./consequence.views.ts";
import { errorsOf } from "./problem.ts";
import { showHub } from "./program.feature.ts";
import { settingsModal } from "./program.views.ts";
import { managersOfForm, programMeta } from "./program-policy.ts";
import { withReach } from "./report-channel.service.ts";
import type { PlaceKind } from "./settings.queries.ts";
import {
	loadProgramPage,
	type OnSettings,
	readContacts,
	saveSettings,
	searchPlaces,
} from "./settings.service.ts";
import {
	contactsForm,
	isWeighed,
	pageForms,
	type ReadPage,
	type SettingsPage,
	type SettingsPatch,
	settingsPages,
	weighedPages,
} from "./settings-pages.ts";

/** Pages that need nothing but their form to be read. */
const formPages = settingsPages.filter((page) => page !== "safeguarding");

const choices = (names: string[]) =>
	names.map((name) => ({ value: name, label: name }));

async function showPage(
	deps: Deps,
	visit: Visit,
	page: SettingsPage,
	{ name, ...patch }: SettingsPatch = {},
): Promise<Reply> {
	const program = await loadProgramPage(deps, visit, visit.programId);
	const settings = { ...program.settings, ...patch };
	return {
		do: "update",
		view: settingsModal(page, { ...program, settings }, visit.text),
	};
}

const search = (id: string, kind: PlaceKind) =>
	options({
		id,
		policy: { who: "manager" },
		input: z.string(),
		handle: async (deps, visit, query) => ({
			do: "suggest",
			choices: choices(await searchPlaces(deps, visit, kind, query)),
		}),
	});

const proposal = z.discriminatedUnion("page", [
	z.object({ page: z.literal("join"), patch: jsonOf(weighedPages.join) }),
	z.object({ page: z.literal("kinds"), patch: jsonOf(weighedPages.kinds) }),
	z.object({ page: z.literal("rules"), patch: jsonOf(weighedPages.rules) }),
]);
const proposed = z.object({ meta: programMeta.and(proposal) });

/** A page a theme; what rules people out shows what it does before it is saved. */
export function settingsFeature(
	weigh: WeighConsequence,
	onSettings: OnSettings[],
): Feature {
	async function save(
		deps: Deps,
		visit: Visit,
		page: SettingsPage,
		patch: SettingsPatch,
	): Promise<Reply> {
		const { text } = visit;
		const saved = await saveSettings(deps, visit, page, patch, onSettings);
		const notice =
			saved === "unchanged"
				? text.mrkdwn("programs:hub.unchanged")
				: text.mrkdwn("programs:hub.saved", {
						page: text.plain(`programs:page.${page}.title`),
					});
		return showHub(deps, visit, await withReach(deps, visit, patch, notice));
	}

	function savePage<F>(
		page: SettingsPage,
		form: z.ZodType<F>,
		read: (form: F, deps: Deps, visit: Visit) => ReadPage | Promise<ReadPage>,
	): Entry {
		return view({
			id: `programs:save-${page}`,
			policy: managersOfForm,
			input: z.object({ form, meta: programMeta }),
			async handle(deps, visit, input) {
				const { patch, problems } = await read(input.form, deps, visit);
				if (problems.length > 0)
					return { do: "errors", errors: errorsOf(problems, visit.text) };
				return isWeighed(page)
					? preview(deps, visit, page, patch)
					: save(deps, visit, page, patch);
			},
		});
	}

	async function preview(
		deps: Deps,
		visit: Visit,
		page: keyof typeof weighedPages,
		patch: SettingsPatch,
	): Promise<Reply> {
		const { programId, now, text } = visit;
		const { settings } = await loadProgramPage(deps, visit, programId);
		const consequence = await withWorkspace(deps.db, visit.workspaceId, (trx) =>
			weigh(
				deps,
				trx,
				{ programId, now },
				{ before: settings, after: { ...settings, ...patch } },
			),
		);
		return {
			do: "update",
			view: consequenceModal({ programId, page, patch }, consequence, text),
		};
	}

	return {
		name: "programs",
		entries: [
			action({
				id: "programs:openPage",
				policy: managersOfForm,
				input: z.object({ value: z.enum(settingsPages), meta: programMeta }),
				handle: (deps, visit, { value }) => showPage(deps, visit, value),
			}),
			...formPages.map((page) =>
				savePage(page, pageForms[page], (read) => read),
			),
			savePage("safeguarding", contactsForm, ({ people }, deps, visit) =>
				readContacts(deps, visit, people),
			),
			view({
				id: "programs:confirm",
				policy: managersOfForm,
				input: proposed,
				handle: (deps, visit, { meta: { page, patch } }) =>
					save(deps, visit, page, patch),
			}),
			action({
				id: "programs:editPage",
				policy: managersOfForm,
				input: proposed,
				handle: (deps, visit, { meta: { page, patch } }) =>
					showPage(deps, visit, page, patch),
			}),
			search("programs:departments", "department"),
			search("programs:locations", "location"),
			options({
				id: "programs:zones",
				policy: { who: "manager" },
				input: z.string(),
				handle: async (_deps, _visit, query) => ({
					do: "suggest",
					choices: choices(zonesLike(query)),
				}),
			}),
		],
	};
}

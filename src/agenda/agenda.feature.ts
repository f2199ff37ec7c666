import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { isOver } from "../mentorships/mentorship-moves.ts";
import { readMentorshipsOf } from "../mentorships/mentorships.service.ts";
import { pickMentorship } from "../mentorships/pick.service.ts";
import { othersNamed } from "../mentorships/since.views.ts";
import {
	action,
	command,
	type Feature,
	type Reply,
	shortcut,
	type Visit,
	view,
} from "../slack/feature.ts";
import { fieldFaults, jsonOf, requiredText } from "../slack/fields.ts";
import { sentence } from "../slack/slack.views.ts";
import { addPointModal } from "./add-point.views.ts";
import { addPoint, readAgenda, saveAgenda } from "./agenda.service.ts";
import { agendaForm, itemLength, newField, seenVersions } from "./agenda.ts";
import { agendaModal } from "./agenda.views.ts";

const members = {
	who: "related" as const,
	to: "mentorship" as const,
	as: ["mentor", "mentee", "peer"],
};

async function show(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
): Promise<Reply> {
	const agenda = await withWorkspace(deps.db, visit.workspaceId, (trx) =>
		readAgenda(deps, trx, mentorshipId, visit.now, visit.actor.personId),
	);
	if (!agenda)
		return { do: "say", message: sentence(visit.text, "agenda:gone") };
	if (isOver(agenda.mentorship.state))
		return { do: "say", message: sentence(visit.text, "agenda:over") };
	const view = agendaModal(agenda, visit.actor, visit.text);
	return { do: "open", view };
}

/** What to talk about next, for whoever is in the mentorship. */
export const agendaFeature: Feature = {
	name: "agenda",
	entries: [
		command({
			id: "agenda",
			policy: { who: "member" },
			input: z.string(),
			help: { usage: "agenda", about: "agenda:help" },
			handle: (deps, visit) =>
				pickMentorship(deps, visit, {
					which: () => true,
					action: "agenda:open",
					title: "agenda:pickTitle",
					none: "agenda:none",
					show: ({ mentorshipId }) => show(deps, visit, mentorshipId),
				}),
		}),
		action({
			id: "agenda:open",
			policy: { ...members, id: ({ value }) => value },
			input: z.object({ value: z.uuid() }),
			handle: (deps, visit, { value }) => show(deps, visit, value),
		}),
		view({
			id: "agenda:save",
			policy: { ...members, id: ({ meta }) => meta.mentorship },
			input: z.object({
				form: agendaForm,
				meta: z.object({ mentorship: z.uuid(), seen: jsonOf(seenVersions) }),
			}),
			async handle(deps, visit, { form, meta }) {
				const { actor, text } = visit;
				const { mentorship, seen } = meta;
				const saved = await saveAgenda(deps, visit, mentorship, { form, seen });
				switch (saved.is) {
					case "saved": {
						const key = saved.changes > 0 ? "saved" : "nothing";
						const message = sentence(text, `agenda:page.${key}`);
						return { do: "say", message };
					}
					case "changed": {
						const unsaved = { form, changed: saved.fields };
						const view = agendaModal(saved.agenda, actor, text, unsaved);
						return { do: "update", view };
					}
					case "tooMany": {
						const why = text.plain("agenda:tooMany");
						return { do: "errors", errors: { [newField]: why } };
					}
					case "over": {
						const why = text.plain("agenda:over");
						const [first] = form;
						const field = first?.field ?? newField;
						return { do: "errors", errors: { [field]: why } };
					}
				}
			},
		}),
		shortcut({
			id: "agenda:add",
			policy: { who: "member" },
			input: z.object({ text: z.string() }),
			async handle(deps, visit, { text: words }) {
				const { workspaceId, actor, text } = visit;
				const mine = await withWorkspace(deps.db, workspaceId, (trx) =>
					readMentorshipsOf(trx, actor.personId),
				);
				if (mine.length === 0)
					return { do: "say", message: sentence(text, "agenda:none") };
				return { do: "open", view: addPointModal(mine, words, actor, text) };
			},
		}),
		view({
			id: "agenda:addPoint",
			policy: { ...members, id: ({ form }) => form.mentorship },
			input: z.object({
				form: z.object({
					mentorship: z.uuid(fieldFaults.choose),
					text: requiredText(itemLength),
				}),
			}),
			async handle(deps, visit, { form }) {
				const { actor, text } = visit;
				const { mentorship: id, text: words } = form;
				const added = await addPoint(deps, visit, id, words);
				if (added.is !== "saved") {
					const key = added.is === "tooMany" ? "tooMany" : "over";
					const errors = { text: text.plain(`agenda:${key}`) };
					return { do: "errors", errors };
				}
				const names = othersNamed(added.agenda.mentorship, actor, text);
				return {
					do: "say",
					message: sentence(text, "agenda:add.added", { names }),
				};
			},
		}),
	],
};

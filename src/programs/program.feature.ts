import { z } from "zod";
import type { Deps } from "../deps.ts";
import {
	action,
	command,
	type Feature,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import type { Mrkdwn } from "../slack/mrkdwn.ts";
import { firstModal, hubModal } from "./program.views.ts";
import {
	managersOfButton,
	managersOfForm,
	programButton,
	programMeta,
} from "./program-policy.ts";
import { readProgram } from "./programs.service.ts";
import { withReach } from "./report-channel.service.ts";
import { contactMessage } from "./safeguarding.views.ts";
import {
	loadProgramPage,
	type OnSettings,
	saveSettings,
} from "./settings.service.ts";
import { settingsSchema } from "./settings.ts";
import { firstForm } from "./settings-pages.ts";

/** The contents of a program's settings, with what has just been done. */
export async function showHub(
	deps: Deps,
	visit: Visit,
	notice: Mrkdwn | null = null,
): Promise<Reply> {
	const program = await loadProgramPage(deps, visit, visit.programId);
	const { actor, now, text } = visit;
	return {
		do: "update",
		view: hubModal(program, text, { ...actor, now }, notice),
	};
}

/** A program that nobody has touched asks for its name and channel first. */
async function openProgram(deps: Deps, visit: Visit): Promise<Reply> {
	const program = await loadProgramPage(deps, visit, visit.programId);
	const { actor, now, text } = visit;
	return {
		do: "open",
		view: program.isUntouched
			? firstModal(program, text)
			: hubModal(program, text, { ...actor, now }),
	};
}

/** The way into a program's settings, and what is asked first. */
export const programFeature = (onSettings: OnSettings[]): Feature => ({
	name: "programs",
	entries: [
		command({
			id: "program",
			policy: { who: "manager" },
			input: z.string(),
			help: { usage: "program", about: "programs:help.program" },
			handle: openProgram,
		}),
		action({
			id: "programs:open",
			policy: managersOfButton,
			input: programButton,
			handle: openProgram,
		}),
		action({
			id: "programs:back",
			policy: managersOfForm,
			input: z.object({ meta: programMeta }),
			handle: (deps, visit) => showHub(deps, visit),
		}),
		view({
			id: "programs:save-first",
			policy: managersOfForm,
			input: z.object({ form: firstForm, meta: programMeta }),
			async handle(deps, visit, { form }) {
				const { report } = settingsSchema.parse({});
				const { zone } = visit.actor;
				const patch = {
					name: form.name,
					report: { ...report, channel: form.channel ?? null, zone },
				};
				await saveSettings(deps, visit, "first", patch, onSettings);
				const done = visit.text.mrkdwn("programs:first.done");
				return showHub(deps, visit, await withReach(deps, visit, patch, done));
			},
		}),
	],
	messages: {
		"programs:safeguarding": {
			ifUnknown: "drop",
			async render({ trx, subjectId, personId, text }) {
				const { name, settings } = await readProgram(trx, subjectId);
				return settings.safeguarding.some((id) => id === personId)
					? contactMessage(name, text)
					: null;
			},
		},
	},
});

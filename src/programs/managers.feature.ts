import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import {
	action,
	type Feature,
	type MessageKind,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { requiredText } from "../slack/fields.ts";
import { noticeModal, sentence } from "../slack/slack.views.ts";
import type { Act } from "./act.ts";
import { readAct } from "./acts.service.ts";
import {
	appointedMessage,
	dismissedMessage,
	newsMessage,
} from "./manager-news.views.ts";
import { addManager, readManagers, removeManager } from "./managers.service.ts";
import { managersModal } from "./managers.views.ts";
import { programPhrase } from "./program-phrase.ts";
import {
	managersOfButton,
	managersOfForm,
	programButton,
	programMeta,
} from "./program-policy.ts";
import { readSpokenName } from "./programs.service.ts";

/** The managers of the visit's program, as they are now. */
async function managersOf(
	deps: Deps,
	visit: Visit,
	news?: Parameters<typeof managersModal>[4],
) {
	const { workspaceId, programId, actor, text } = visit;
	const managers = await withWorkspace(deps.db, workspaceId, (trx) =>
		readManagers(trx, programId),
	);
	return managersModal(programId, managers, actor, text, news);
}

/** A message about an act of a manager; null when it no longer holds. */
function aboutAct(
	write: (
		act: Act,
		program: string,
		text: Visit["text"],
	) => ReturnType<typeof newsMessage>,
	/** Whether only those who manage the program now are to read it. */
	to: "managers" | "others",
): MessageKind {
	return {
		ifUnknown: "resend",
		async render({ trx, subjectId, personId, text }) {
			const act = await readAct(trx, subjectId);
			if (!act || !personId) return null;
			const managers = await readManagers(trx, act.programId);
			const manages = managers.some((one) => one.personId === personId);
			if (manages !== (to === "managers")) return null;
			const name = await readSpokenName(trx, act.programId);
			return write(act, programPhrase(name, text), text);
		},
	};
}

/** Who runs a program: added and removed by those who do. */
export const managersFeature: Feature = {
	name: "programs",
	entries: [
		action({
			id: "programs:managers",
			policy: managersOfButton,
			input: programButton,
			handle: async (deps, visit): Promise<Reply> => ({
				do: "open",
				view: await managersOf(deps, visit),
			}),
		}),
		view({
			id: "programs:addManager",
			policy: managersOfForm,
			input: z.object({
				form: z.object({ person: requiredText(30) }),
				meta: programMeta,
			}),
			async handle(deps, visit, { form }): Promise<Reply> {
				const { text } = visit;
				const added = await addManager(deps, visit, form.person);
				const { name } = added;
				if (added.outcome === "refused") {
					const error = text.plain(`programs:cannotAdd.${added.why}`, { name });
					return { do: "errors", errors: { person: error } };
				}
				const news = text.mrkdwn("programs:managers.added", { name });
				return { do: "update", view: await managersOf(deps, visit, news) };
			},
		}),
		action({
			id: "programs:removeManager",
			policy: managersOfForm,
			input: z.object({ value: z.uuid(), meta: programMeta }),
			async handle(deps, visit, { value }): Promise<Reply> {
				const { outcome, name } = await removeManager(deps, visit, value);
				const news = visit.text.mrkdwn(`programs:managers.${outcome}`, {
					name,
				});
				return { do: "update", view: await managersOf(deps, visit, news) };
			},
		}),
		action({
			id: "programs:stepDown",
			policy: managersOfButton,
			input: programButton.extend({ meta: z.unknown() }),
			async handle(deps, visit, { meta: from }): Promise<Reply> {
				const { actor, text } = visit;
				const { outcome } = await removeManager(deps, visit, actor.personId);
				const message = sentence(text, `programs:steppedDown.${outcome}`);
				// In the list of managers, which is not theirs any more.
				return programMeta.safeParse(from).success
					? { do: "update", view: noticeModal(message, text) }
					: outcome === "last"
						? { do: "say", message }
						: { do: "replace", message };
			},
		}),
	],
	messages: {
		"programs:appointed": aboutAct(appointedMessage, "managers"),
		"programs:dismissed": aboutAct(dismissedMessage, "others"),
		"programs:news": aboutAct(newsMessage, "managers"),
	},
};

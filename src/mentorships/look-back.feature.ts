import { z } from "zod";
import type { Deps } from "../deps.ts";
import {
	action,
	type Feature,
	type Policy,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { fieldFaults } from "../slack/fields.ts";
import { noticeModal } from "../slack/slack.views.ts";
import { chooseModal, chosenMessage } from "./choose.views.ts";
import { endings } from "./closing.ts";
import {
	choose,
	keepLookBack,
	type ReadGoals,
	readLookBack,
	saveLookBack,
} from "./look-back.service.ts";
import { hasWords, lookBackForm } from "./look-back.ts";
import { lookBackModal } from "./look-back.views.ts";
import type { Mentorship } from "./mentorship.ts";
import { beforeMessage } from "./since.views.ts";

const ofMember = {
	who: "related" as const,
	to: "mentorship" as const,
	as: ["mentor", "mentee", "peer"],
};
const meta = z.object({ mentorship: z.uuid() });
const ofForm: Policy<{ meta: z.infer<typeof meta> }> & { who: "related" } = {
	...ofMember,
	id: (input) => input.meta.mentorship,
};

const before = (mentorship: Mentorship, { actor, text }: Visit): Reply => ({
	do: "update",
	view: noticeModal(beforeMessage(mentorship, actor, text), text),
});

/** One's own look-back; or what has happened, where it is not closing. */
export async function showLookBack(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
	readGoals: ReadGoals,
): Promise<Reply> {
	const page = await readLookBack(deps, visit, mentorshipId, readGoals);
	if (!page) return { do: "nothing" };
	if (!page.isOpen) return before(page.mentorship, visit);
	return { do: "update", view: lookBackModal(page, visit.actor, visit.text) };
}

/** Looking back in private, a thank-you, and how it goes on. */
export const lookBackFeature = (readGoals: ReadGoals): Feature => ({
	name: "mentorships",
	entries: [
		action({
			id: "mentorships:lookBack",
			policy: { ...ofMember, id: ({ value }) => value },
			input: z.object({ value: z.uuid() }),
			handle: (deps, visit, { value }) =>
				showLookBack(deps, visit, value, readGoals),
		}),
		action({
			id: "mentorships:keepLookBack",
			policy: ofForm,
			input: z.object({ form: lookBackForm, meta }),
			async handle(deps, visit, { form, meta: { mentorship } }) {
				await keepLookBack(deps, visit, mentorship, form);
				return showLookBack(deps, visit, mentorship, readGoals);
			},
		}),
		view({
			id: "mentorships:saveLookBack",
			policy: ofForm,
			input: z.object({ form: lookBackForm, meta }),
			async handle(deps, visit, { form, meta: { mentorship: id } }) {
				const saved = await saveLookBack(deps, visit, id, form);
				if (!saved) return { do: "nothing" };
				const { mentorship } = saved;
				const { actor, text } = visit;
				if (!saved.isOpen && hasWords(form)) {
					const why = text.plain("mentorships:closing.lookBack.closed");
					return { do: "errors", errors: { learned: why } };
				}
				if (!saved.isOpen) return before(mentorship, visit);
				const view = chooseModal(mentorship, saved.ending, actor, text);
				return { do: "update", view };
			},
		}),
		view({
			id: "mentorships:choose",
			policy: ofForm,
			input: z.object({
				form: z.object({ ending: z.enum(endings, fieldFaults.choose) }),
				meta,
			}),
			async handle(deps, visit, { form, meta: { mentorship: id } }) {
				const chosen = await choose(deps, visit, id, form.ending);
				if (!chosen) return { do: "nothing" };
				if (!chosen.isOpen) return before(chosen.mentorship, visit);
				const { actor, text } = visit;
				const message = chosenMessage(chosen, actor, text);
				return { do: "update", view: noticeModal(message, text) };
			},
		}),
	],
});

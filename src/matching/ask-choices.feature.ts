import { z } from "zod";
import {
	action,
	type Feature,
	options,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { showPreview } from "./ask.feature.ts";
import { whyYou } from "./ask.views.ts";
import {
	type ChoicesPage,
	changeChoices,
	findReasons,
	loadChoices,
	searchAskable,
} from "./ask-choices.service.ts";
import {
	addChoice,
	type Choices,
	moveUp,
	readWords,
	removeChoice,
} from "./ask-choices.ts";
import { choicesModal } from "./ask-choices.views.ts";

const words = z.record(
	z.string(),
	z.union([z.string(), z.array(z.string()), z.null()]),
);
const mentorMeta = z.object({ mentor: z.uuid() });
const mentorButton = z.object({ value: z.uuid() });
/** A tap on the page, with what is typed around it. */
const onPage = z.object({ value: z.uuid(), form: words, meta: mentorMeta });

const nobody = ({ text }: Visit): Reply => ({
	do: "say",
	message: sentence(text, "matching:notAskable.unknown"),
});

function drawn(visit: Visit, page: ChoicesPage | null): Reply {
	return page
		? { do: "update", view: choicesModal(page, visit.text) }
		: nobody(visit);
}

/** Taps on the list keep what was typed beside it. */
function tap(
	id: string,
	change: (choices: Choices, mentorId: string) => Choices,
) {
	return action({
		id,
		policy: { who: "enrolled" },
		input: onPage,
		async handle(deps, visit, { value, form, meta }) {
			const page = await changeChoices(deps, visit, meta.mentor, (choices) =>
				change(readWords(choices, form), value),
			);
			return drawn(visit, page);
		},
	});
}

/** Next choices: who is asked, and in which order, if the first can't. */
export const askChoicesFeature: Feature = {
	name: "matching",
	entries: [
		action({
			id: "matching:choices",
			policy: { who: "enrolled" },
			input: mentorButton,
			handle: async (deps, visit, { value }) =>
				drawn(visit, await loadChoices(deps, visit, value)),
		}),
		options({
			id: "matching:addChoice",
			policy: { who: "enrolled" },
			input: z.string(),
			async handle(deps, visit, query) {
				const choices = await searchAskable(deps, visit, query);
				return { do: "suggest", choices };
			},
		}),
		action({
			id: "matching:addChoice",
			policy: { who: "enrolled" },
			// null: what was chosen was taken back.
			input: onPage.extend({ value: z.uuid().nullable() }),
			async handle(deps, visit, { value: mentorId, form, meta }) {
				const { text } = visit;
				const found =
					mentorId && (await findReasons(deps, visit, mentorId, meta.mentor));
				const page = await changeChoices(
					deps,
					visit,
					meta.mentor,
					(choices) => {
						const kept = readWords(choices, form);
						return found
							? addChoice(kept, { mentorId, why: whyYou(found, text) })
							: kept;
					},
				);
				if (!page) return nobody(visit);
				const remark = mentorId && !found ? "notAdded" : undefined;
				return { do: "update", view: choicesModal(page, text, remark) };
			},
		}),
		tap("matching:moveChoiceUp", moveUp),
		tap("matching:removeChoice", removeChoice),
		view({
			id: "matching:saveChoices",
			policy: { who: "enrolled" },
			input: z.object({ form: words, meta: mentorMeta }),
			async handle(deps, visit, { form, meta }) {
				const { mentor } = meta;
				const page = await changeChoices(deps, visit, mentor, (choices) =>
					readWords(choices, form),
				);
				const { managerUnknown, notMyManagers, next } = page ?? {};
				if (page && managerUnknown && !notMyManagers && next?.length)
					return {
						do: "update",
						view: choicesModal(page, visit.text, "unconfirmed"),
					};
				return showPreview(deps, visit, mentor);
			},
		}),
	],
};

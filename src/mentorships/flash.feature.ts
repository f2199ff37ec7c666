import { z } from "zod";
import {
	action,
	type Feature,
	type Policy,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { noticeModal } from "../slack/slack.views.ts";
import type { Mentorship } from "./mentorship.ts";
import { beforeMessage } from "./since.views.ts";
import { readThanks, readToThank, thank } from "./thanks.service.ts";
import { mayThank, thanksForm } from "./thanks.ts";
import {
	receivedMessage,
	thankedMessage,
	thankMessage,
	thanksModal,
} from "./thanks.views.ts";
import { toMember } from "./to-member.service.ts";

const button = z.object({ value: z.uuid() });

const ofMember = {
	who: "related" as const,
	to: "mentorship" as const,
	as: ["mentor", "mentee"],
};
const ofButton: Policy<{ value: string }> & { who: "related" } = {
	...ofMember,
	id: ({ value }) => value,
};

const before = (mentorship: Mentorship, { actor, text }: Visit): Reply => ({
	do: "update",
	view: noticeModal(beforeMessage(mentorship, actor, text), text),
});

function thankedReply(
	thanked: Awaited<ReturnType<typeof thank>>,
	visit: Visit,
): Reply {
	if (!thanked) return { do: "nothing" };
	const { mentorship } = thanked;
	if (thanked.is === "before") return before(mentorship, visit);
	const { actor, text } = visit;
	const message = thankedMessage(mentorship, thanked.did, actor, text);
	return { do: "update", view: noticeModal(message, text) };
}

/** One meeting on one question, and a thank-you that closes it. */
export const flashFeature: Feature = {
	name: "mentorships",
	entries: [
		action({
			id: "mentorships:thank",
			policy: ofButton,
			input: button,
			async handle(deps, visit, { value }) {
				const thanks = { mentorshipId: value, words: null };
				return thankedReply(await thank(deps, visit, thanks), visit);
			},
		}),
		action({
			id: "mentorships:openThanks",
			policy: ofButton,
			input: button,
			async handle(deps, visit, { value }) {
				const page = await readToThank(deps, visit, value);
				if (!page) return { do: "nothing" };
				const { mentorship, mine } = page;
				if (!mayThank(mentorship)) return before(mentorship, visit);
				const { actor, text } = visit;
				if (mine) {
					const message = thankedMessage(mentorship, "before", actor, text);
					return { do: "update", view: noticeModal(message, text) };
				}
				return { do: "update", view: thanksModal(mentorship, actor, text) };
			},
		}),
		view({
			id: "mentorships:sendThanks",
			policy: { ...ofMember, id: ({ meta }) => meta.mentorship },
			input: z.object({
				form: thanksForm,
				meta: z.object({ mentorship: z.uuid() }),
			}),
			async handle(deps, visit, { form, meta }) {
				const thanks = { mentorshipId: meta.mentorship, words: form.words };
				return thankedReply(await thank(deps, visit, thanks), visit);
			},
		}),
	],
	messages: {
		"mentorships:thank": toMember(["closing"], ({ mentorship, reader, text }) =>
			thankMessage(mentorship, reader, text),
		),
		"mentorships:thanked": toMember(
			["completed"],
			async ({ deps, trx, mentorship, reader, text }) => {
				const thanked = await readThanks(
					deps,
					trx,
					mentorship,
					reader.personId,
				);
				return receivedMessage(mentorship, thanked, reader, text);
			},
		),
	},
};

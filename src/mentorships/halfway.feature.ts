import { z } from "zod";
import type { Deps } from "../deps.ts";
import {
	action,
	type Feature,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { noticeModal, sentence } from "../slack/slack.views.ts";
import {
	type HalfwayPage,
	readHalfway,
	readHalfwayPage,
	writeHalfway,
} from "./halfway.service.ts";
import { answerOf, halfwayForm, isOpenToWrite } from "./halfway.ts";
import { halfwayModal } from "./halfway.views.ts";
import { halfwayMessage, sharedMessage } from "./halfway-messages.views.ts";
import { toMember } from "./to-member.service.ts";

const idButton = z.object({ value: z.uuid() });

const ofMember = {
	who: "related" as const,
	to: "mentorship" as const,
	as: ["mentor", "mentee", "peer"],
};
const ofButton = {
	...ofMember,
	id: ({ value }: { value: string }) => value,
};

async function show(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
): Promise<Reply> {
	const { actor, text } = visit;
	const page = await readHalfwayPage(deps, visit, mentorshipId);
	return page
		? { do: "update", view: halfwayModal(page, actor, text) }
		: { do: "say", message: sentence(text, "mentorships:wrong.gone") };
}

async function save(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
	form: z.infer<typeof halfwayForm>,
): Promise<Reply> {
	const { text } = visit;
	const errors = (keep: string): Reply => ({ do: "errors", errors: { keep } });
	if (!form.keep && !form.stop && !form.start)
		return errors(text.plain("mentorships:halfway.empty"));
	const written = await writeHalfway(deps, visit, mentorshipId, form);
	switch (written) {
		case "closed":
			return errors(text.plain("mentorships:halfway.closedForm"));
		case "saved":
			return {
				do: "say",
				message: sentence(text, "mentorships:halfway.saved"),
			};
		case "shared":
			return show(deps, visit, mentorshipId);
	}
}

/** Whether the question is still one to this person. */
function isAsked({ mentorship, halfway }: HalfwayPage, personId: string) {
	const own = halfway && answerOf(halfway, personId);
	if (!own || own.answeredAt) return false;
	return isOpenToWrite(mentorship, halfway);
}

/** Halfway all write keep, stop and start, shared when all have. */
export const halfwayFeature: Feature = {
	name: "mentorships",
	entries: [
		action({
			id: "mentorships:halfway",
			policy: ofButton,
			input: idButton,
			handle: (deps, visit, { value }) => show(deps, visit, value),
		}),
		action({
			id: "mentorships:skipHalfway",
			policy: ofButton,
			input: idButton,
			async handle(deps, visit, { value }) {
				const { text } = visit;
				const written = await writeHalfway(deps, visit, value, null);
				if (written === "closed") return show(deps, visit, value);
				const message = sentence(text, "mentorships:halfway.skipped");
				return { do: "update", view: noticeModal(message, text) };
			},
		}),
		view({
			id: "mentorships:saveHalfway",
			policy: { ...ofMember, id: ({ meta }) => meta.mentorship },
			input: z.object({
				form: halfwayForm,
				meta: z.object({ mentorship: z.uuid() }),
			}),
			handle: (deps, visit, { form, meta }) =>
				save(deps, visit, meta.mentorship, form),
		}),
	],
	messages: {
		"mentorships:halfway": toMember(
			["active"],
			async ({ deps, trx, mentorship, reader, text }) => {
				const { mentorshipId } = mentorship;
				const halfway = await readHalfway(deps, trx, mentorshipId);
				return isAsked({ mentorship, halfway }, reader.personId)
					? halfwayMessage(mentorship, reader, text)
					: null;
			},
			"drop",
		),
		"mentorships:halfway-shared": toMember(
			["active", "closing"],
			async ({ deps, trx, mentorship, reader, text }) => {
				const halfway = await readHalfway(deps, trx, mentorship.mentorshipId);
				return halfway?.sharedAt && answerOf(halfway, reader.personId)
					? sharedMessage(mentorship, halfway, reader, text)
					: null;
			},
		),
	},
};

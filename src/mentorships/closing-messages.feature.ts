import { z } from "zod";
import { readRole } from "../enrollment/enrollment.service.ts";
import { offers } from "../enrollment/enrollment.ts";
import { loadProfile } from "../enrollment/profile.service.ts";
import { pageModal } from "../enrollment/profile.views.ts";
import { visitTo } from "../enrollment/visit.service.ts";
import { action, type Feature, type MessageKind } from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { hasLookBack, thankedBy } from "./closing.ts";
import {
	allReachedMessage,
	completedMessage,
	helloMessage,
	lookBackMessage,
	thankYouMessage,
} from "./closing-messages.views.ts";
import { readThankYou } from "./look-back.service.ts";
import { memberOf } from "./mentorship.ts";
import { listEndings } from "./settle.service.ts";
import { awaited, toMember } from "./to-member.service.ts";

/** Whoever has chosen needs no word of it; the reminder says that they have. */
const lookBack = (which: "first" | "again"): MessageKind =>
	toMember(["closing"], async ({ trx, mentorship, reader, text }) => {
		const endings = await listEndings(trx, mentorship);
		const at = mentorship.members.findIndex(
			({ personId }) => personId === reader.personId,
		);
		const hasChosen = endings[at] !== null;
		if (hasChosen && which === "first") return null;
		return lookBackMessage(mentorship, { which, hasChosen }, reader, text);
	});

/** What is said when a mentorship closes, and after it. */
export const closingMessagesFeature: Feature = {
	name: "mentorships",
	entries: [
		action({
			id: "mentorships:becomeMentor",
			policy: {
				who: "related",
				to: "mentorship",
				as: ["mentor", "mentee", "peer"],
				id: ({ value }) => value,
			},
			input: z.object({ value: z.uuid() }),
			async handle(deps, visit) {
				// The page is saved in the program that someone looks at.
				const there = await visitTo(deps, visit, visit.programId);
				const profile = there && (await loadProfile(deps, there));
				const { text } = visit;
				return profile
					? { do: "update", view: pageModal("mentor", profile, text) }
					: { do: "say", message: sentence(text, "slack:refused.notEnrolled") };
			},
		}),
	],
	messages: {
		"mentorships:all-reached": toMember(
			["active"],
			({ mentorship, reader, text }) =>
				allReachedMessage(mentorship, reader, text),
		),
		"mentorships:look-back": lookBack("first"),
		"mentorships:remind-closing": lookBack("again"),
		"mentorships:completed": awaited(
			["completed"],
			async ({ trx, mentorship, reader, text }) => {
				// A flash has had its word when they met.
				if (!hasLookBack(mentorship)) return null;
				const { programId } = mentorship;
				const { personId } = reader;
				const role = await readRole(trx, { programId, personId });
				// Whoever has left is not invited to anything.
				const isMentor = role === null || offers(role);
				return completedMessage(mentorship, { ...reader, isMentor }, text);
			},
		),
		"mentorships:hello": toMember(
			["completed"],
			({ mentorship, reader, text }) => helloMessage(mentorship, reader, text),
		),
		"mentorships:thank-you": {
			ifUnknown: "resend",
			async render({ deps, trx, subjectId, personId, text }) {
				const [thanks, reader] = await Promise.all([
					readThankYou(deps, trx, subjectId),
					personId ? readPerson(trx, personId) : undefined,
				]);
				if (!thanks || !reader) return null;
				const { mentorship, personId: by } = thanks;
				const author = memberOf(mentorship, by);
				const isForThem = thankedBy(mentorship, by).some(
					(member) => member.personId === reader.personId,
				);
				return author && isForThem
					? thankYouMessage({ ...thanks, author }, reader, text)
					: null;
			},
		},
	},
};

import { hasJoined } from "../enrollment/enrollment.service.ts";
import { readPromptable } from "../mentorships/mentorships.service.ts";
import type { Message } from "../slack/blocks.ts";
import type { Feature, MessageKind } from "../slack/feature.ts";
import type { Text } from "../slack/text.ts";
import { readPerson } from "../workspaces/people.service.ts";
import type { PersonRow } from "../workspaces/person.ts";
import { closeSchedule } from "./close.service.ts";
import type { IntroductionState } from "./introduction-moves.ts";
import {
	closeKind,
	readWhole,
	type WholeIntroduction,
} from "./introductions.service.ts";
import { helloMessage, invitationMessage } from "./invitation.views.ts";
import {
	cannotMessage,
	introducedMessage,
	namedMessage,
	nobodyMessage,
	notTakenUpMessage,
	offerMessage,
	questionMessage,
	takenUpMessage,
} from "./messages.views.ts";

type Page = { whole: WholeIntroduction; reader: PersonRow };

/**
 * What someone is told while it stands like that, and while the mentorship may
 * be spoken of.
 */
function toOne(
	states: IntroductionState[],
	write: (page: Page, text: Text) => Message,
): MessageKind {
	return {
		ifUnknown: "resend",
		async render({ trx, deps, subjectId, personId, text }) {
			const whole = await readWhole(deps, trx, subjectId);
			const reader = personId ? await readPerson(trx, personId) : undefined;
			if (!whole || !reader) return null;
			const { state, mentorshipId } = whole.introduction;
			const isSpokenOf = await readPromptable(trx, mentorshipId);
			return isSpokenOf && states.includes(state)
				? write({ whole, reader }, text)
				: null;
		},
	};
}

const noes: IntroductionState[] = ["declined", "expired"];

/** What is said of an introduction, to each of its people. */
export const introductionMessagesFeature: Feature = {
	name: "introductions",
	entries: [],
	schedules: { [closeKind]: closeSchedule },
	messages: {
		"introductions:question": toOne(["asked"], questionMessage),
		"introductions:offer": toOne(["offered"], offerMessage),
		"introductions:named": toOne(["named"], namedMessage),
		"introductions:taken-up": toOne(["named"], takenUpMessage),
		"introductions:not-taken-up": toOne(
			["withdrawn", "expired"],
			({ whole }, text) => notTakenUpMessage(whole.introduction, text),
		),
		"introductions:nobody": toOne(["none", "expired"], ({ whole }, text) =>
			nobodyMessage(whole.introduction, text),
		),
		"introductions:cannot-mentee": toOne(noes, ({ whole }, text) =>
			cannotMessage(whole.introduction, "mentee", text),
		),
		"introductions:cannot-mentor": toOne(noes, ({ whole }, text) =>
			cannotMessage(whole.introduction, "mentor", text),
		),
		"introductions:introduced": toOne(["accepted"], ({ whole }, text) =>
			introducedMessage(whole.introduction, text),
		),
		"introductions:invitation": {
			// One message, and never a second.
			ifUnknown: "drop",
			async render({ trx, deps, subjectId, personId, text }) {
				const whole = await readWhole(deps, trx, subjectId);
				const reader = personId ? await readPerson(trx, personId) : undefined;
				if (!whole || !reader) return null;
				const { state, isStopped, programId } = whole.introduction;
				if (state !== "named" || isStopped) return null;
				const key = { programId, personId: reader.personId };
				const isIn = await hasJoined(trx, key);
				return invitationMessage({ whole, reader, hasJoined: isIn }, text);
			},
		},
		"introductions:hello": {
			ifUnknown: "resend",
			async render({ trx, deps, subjectId, text }) {
				const whole = await readWhole(deps, trx, subjectId);
				return whole?.introduction.state === "accepted"
					? helloMessage(whole, text)
					: null;
			},
		},
	},
};

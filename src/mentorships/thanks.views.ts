import { programLine } from "../programs/program-phrase.ts";
import {
	actions,
	context,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { textInput } from "../slack/inputs.ts";
import { joinMrkdwn, quote } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { closesOn } from "./flash.views.ts";
import { type Mentorship, othersOf } from "./mentorship.ts";
import { names, wrongButton } from "./mentorships.views.ts";
import { namesOf } from "./names.views.ts";
import { othersNamed } from "./since.views.ts";
import { type Thanked, thanksLength } from "./thanks.ts";
import {
	askAgainButton,
	mentorOf,
	thankButtons,
} from "./thanks-buttons.views.ts";

type Reader = { personId: string; zone: string; locale: string };

/** A line of one's own, which may stay empty. */
export function thanksModal(
	mentorship: Mentorship,
	reader: Pick<Reader, "personId">,
	text: Text,
): Modal {
	const names = namesOf(mentorship, reader, text);
	return modal({
		id: "mentorships:sendThanks",
		title: text.plain("mentorships:flash.form.title"),
		submit: text.plain("mentorships:flash.form.submit"),
		close: text.plain("mentorships:flash.form.cancel"),
		metadata: { mentorship: mentorship.mentorshipId },
		blocks: [
			textInput({
				name: "words",
				label: text.plain("mentorships:flash.form.field", { names }),
				hint: text.plain("mentorships:flash.form.hint", { names }),
				lines: true,
				max: thanksLength,
				optional: true,
			}),
		],
	});
}

/** They have met: a thank-you, and it is over. */
export function thankMessage(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Message {
	return {
		text: text.mrkdwn("mentorships:flash.thank.text", {
			names: namesOf(mentorship, reader, text),
		}),
		blocks: [
			section(
				text.mrkdwn("mentorships:flash.thank.title", {
					names: othersNamed(mentorship, reader, text),
				}),
			),
			...programLine(mentorship.programName, text).map((line) => context(line)),
			actions(
				...thankButtons(mentorship, reader, text),
				wrongButton(mentorship, reader, text),
			),
			context(
				text.mrkdwn("mentorships:flash.thank.closes", {
					date: closesOn(mentorship, reader),
				}),
			),
		],
	};
}

/** What one's own thank-you has done; a mentee may ask for more. */
export function thankedMessage(
	mentorship: Mentorship,
	did: "thanked" | "before",
	reader: Pick<Reader, "personId">,
	text: Text,
): Message {
	const words = text.mrkdwn(`mentorships:flash.said.${did}`, {
		names: namesOf(mentorship, reader, text),
	});
	return {
		text: words,
		blocks: [section(words), ...moreBlocks(mentorship, reader, text)],
	};
}

/** The partner's thank-you; what they wrote is for the reader alone. */
export function receivedMessage(
	mentorship: Mentorship,
	{ mine, theirs }: Thanked,
	reader: Reader,
	text: Text,
): Message {
	const others = othersOf(mentorship, reader.personId);
	const person = names(others);
	const title = theirs?.words
		? joinMrkdwn(
				[
					text.mrkdwn("mentorships:flash.received.words", { person }),
					quote(theirs.words),
				],
				"\n",
			)
		: text.mrkdwn("mentorships:flash.received.title", { person });
	return {
		text: text.mrkdwn("mentorships:flash.received.text", {
			name: namesOf(mentorship, reader, text),
		}),
		blocks: [
			section(title),
			...programLine(mentorship.programName, text).map((line) => context(line)),
			section(text.mrkdwn("mentorships:flash.received.closed")),
			...moreBlocks(mentorship, reader, text),
			actions(
				...(mine ? [] : thankButtons(mentorship, reader, text)),
				wrongButton(mentorship, reader, text),
			),
		],
	};
}

function moreBlocks(
	mentorship: Mentorship,
	reader: Pick<Reader, "personId">,
	text: Text,
) {
	const mentor = mentorOf(mentorship, reader);
	if (!mentor) return [];
	const { name } = mentor;
	return [
		section(text.mrkdwn("mentorships:flash.more", { name })),
		actions(...askAgainButton(mentorship, "more", reader, text)),
	];
}

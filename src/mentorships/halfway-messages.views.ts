import { programLine } from "../programs/program-phrase.ts";
import { actions, context, type Message, section } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import { agreementButton, editButton } from "./agreement-buttons.views.ts";
import type { Halfway } from "./halfway.ts";
import { sharedBlocks } from "./halfway.views.ts";
import { halfwayButton } from "./halfway-buttons.views.ts";
import { hearingMenu } from "./hearing-menu.views.ts";
import type { Mentorship } from "./mentorship.ts";
import { wrongButton } from "./mentorships.views.ts";
import { namesOf } from "./names.views.ts";
import { othersNamed } from "./since.views.ts";

type Reader = { personId: string; zone: string; locale: string };

/** The question, to each of them, with what happens to the answer. */
export function halfwayMessage(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Message {
	const names = othersNamed(mentorship, reader, text);
	return {
		text: text.mrkdwn("mentorships:halfway.text", {
			names: namesOf(mentorship, reader, text),
		}),
		blocks: [
			section(text.mrkdwn("mentorships:halfway.ask", { names })),
			...programBlocks(mentorship, text),
			section(text.mrkdwn("mentorships:halfway.how", { names })),
			section(text.mrkdwn("mentorships:halfway.move")),
			actions(
				halfwayButton("write", mentorship, reader, text),
				halfwayButton("skip", mentorship, reader, text),
				wrongButton(mentorship, reader, text),
				hearingMenu(mentorship, reader, text),
			),
		],
	};
}

/** To the others, when the last one has written. */
export function sharedMessage(
	mentorship: Mentorship,
	halfway: Halfway,
	reader: Reader,
	text: Text,
): Message {
	const names = othersNamed(mentorship, reader, text);
	return {
		text: text.mrkdwn("mentorships:halfway.sharedText", {
			names: namesOf(mentorship, reader, text),
		}),
		blocks: [
			section(text.mrkdwn("mentorships:halfway.shared", { names })),
			...programBlocks(mentorship, text),
			...sharedBlocks(mentorship, halfway, text),
			section(text.mrkdwn("mentorships:halfway.sharedMove")),
			actions(
				editButton(mentorship, reader, text),
				agreementButton(mentorship, reader, text),
				wrongButton(mentorship, reader, text),
			),
		],
	};
}

function programBlocks({ programName }: Mentorship, text: Text) {
	return programLine(programName, text).map((line) => context(line));
}

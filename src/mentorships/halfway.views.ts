import type { KnownBlock } from "@slack/types";
import { actions, type Modal, modal, section } from "../slack/blocks.ts";
import { textInput } from "../slack/inputs.ts";
import { joinMrkdwn, mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { agreementButton, editButton } from "./agreement-buttons.views.ts";
import type { HalfwayPage } from "./halfway.service.ts";
import {
	answerOf,
	type Halfway,
	type HalfwayWords,
	halfwayLength,
	halfwayLines,
	isOpenToWrite,
} from "./halfway.ts";
import type { Mentorship } from "./mentorship.ts";
import { othersNamed, sinceThen } from "./since.views.ts";

type Reader = { personId: string; zone: string; locale: string };

/** The form while it is open, and what all wrote once it is shared. */
export function halfwayModal(
	{ mentorship, halfway }: HalfwayPage,
	reader: Reader,
	text: Text,
): Modal {
	const own = halfway && answerOf(halfway, reader.personId);
	if (own && isOpenToWrite(mentorship, halfway))
		return formModal(mentorship, own.words, reader, text);
	const isShared = own && halfway.sharedAt !== null;
	return modal({
		id: "mentorships:halfwayPage",
		title: text.plain("mentorships:halfway.title"),
		close: text.plain("mentorships:halfway.close"),
		blocks: isShared
			? [
					section(
						text.mrkdwn("mentorships:halfway.shared", {
							names: othersNamed(mentorship, reader, text),
						}),
					),
					...sharedBlocks(mentorship, halfway, text),
					section(text.mrkdwn("mentorships:halfway.sharedMove")),
					actions(
						editButton(mentorship, reader, text),
						agreementButton(mentorship, reader, text),
					),
				]
			: closedBlocks(mentorship, reader, text),
	});
}

/** There is nothing to write any more, and why. */
function closedBlocks(mentorship: Mentorship, reader: Reader, text: Text) {
	return [
		section(
			joinMrkdwn(
				[
					text.mrkdwn("mentorships:halfway.closed"),
					sinceThen(mentorship, reader, text),
				],
				" ",
			),
		),
	];
}

function formModal(
	mentorship: Mentorship,
	words: HalfwayWords | null,
	reader: Reader,
	text: Text,
): Modal {
	const { mentorshipId } = mentorship;
	const names = othersNamed(mentorship, reader, text);
	return modal({
		id: "mentorships:saveHalfway",
		title: text.plain("mentorships:halfway.title"),
		submit: text.plain("mentorships:halfway.submit"),
		close: text.plain("mentorships:halfway.cancel"),
		metadata: { mentorship: mentorshipId },
		blocks: [
			section(text.mrkdwn("mentorships:halfway.about", { names })),
			section(text.mrkdwn("mentorships:halfway.how", { names })),
			...halfwayLines.map((name) =>
				textInput({
					name,
					label: text.plain(`mentorships:halfway.${name}`),
					hint: text.plain("mentorships:halfway.sees"),
					lines: true,
					optional: true,
					max: halfwayLength,
					initial: words?.[name] ?? null,
				}),
			),
		],
	});
}

/** What each of them wrote, once all have. */
export function sharedBlocks(
	{ members }: Mentorship,
	{ answers }: Halfway,
	text: Text,
): KnownBlock[] {
	return members.flatMap(({ personId, slackUserId }) => {
		const words = answerOf({ answers }, personId)?.words;
		if (!words) return [];
		const person = mention(slackUserId);
		const lines = halfwayLines.flatMap((name) => {
			const said = words[name];
			return said
				? [text.mrkdwn(`mentorships:halfway.said.${name}`, { words: said })]
				: [];
		});
		return [
			section(
				joinMrkdwn(
					[text.mrkdwn("mentorships:halfway.of", { person }), ...lines],
					"\n",
				),
			),
		];
	});
}

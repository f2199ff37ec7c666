import type { KnownBlock } from "@slack/types";
import { programLine } from "../programs/program-phrase.ts";
import { actions, context, type Message, section } from "../slack/blocks.ts";
import type { Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { dayFor, goOnButtons, type Own, ownLine } from "./exploring.views.ts";
import { hearingMenu } from "./hearing-menu.views.ts";
import type { Mentorship } from "./mentorship.ts";
import { wrongButton } from "./mentorships.views.ts";
import { namesOf } from "./names.views.ts";
import { othersNamed } from "./since.views.ts";

type Reader = { personId: string; zone: string; locale: string };

/** The date is near: the same to everyone, with what one has said oneself. */
export function remindMessage(
	mentorship: Mentorship,
	own: Own,
	reader: Reader,
	text: Text,
): Message {
	const names = othersNamed(mentorship, reader, text);
	const line =
		own === null
			? text.mrkdwn("mentorships:exploring.change")
			: ownLine(mentorship, own, reader, text);
	return {
		text: text.mrkdwn("mentorships:exploring.remind.text", {
			names: namesOf(mentorship, reader, text),
		}),
		blocks: [
			section(
				text.mrkdwn("mentorships:exploring.remind.title", {
					names,
					date: endFor(mentorship, reader),
				}),
			),
			...programLine(mentorship.programName, text).map((line) => context(line)),
			section(text.mrkdwn("mentorships:exploring.remind.rule")),
			...answerBlocks({ mentorship, own: null, line }, reader, text),
			actions(
				wrongButton(mentorship, reader, text),
				hearingMenu(mentorship, reader, text),
			),
		],
	};
}

/** What one has just said, and how to say otherwise. */
export function heardMessage(
	mentorship: Mentorship,
	own: boolean,
	reader: Reader,
	text: Text,
): Message {
	const said = own ? "yes" : "no";
	const line = text.mrkdwn(`mentorships:exploring.heard.${said}`, {
		names: othersNamed(mentorship, reader, text),
		date: endFor(mentorship, reader),
	});
	return {
		text: line,
		blocks: [
			section(line),
			...programLine(mentorship.programName, text).map((it) => context(it)),
			...answerBlocks(
				{ mentorship, own, line: text.mrkdwn("mentorships:exploring.change") },
				reader,
				text,
			),
		],
	};
}

/** By this tap all of them want to go on. */
export function goesOnMessage(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Message {
	const words = text.mrkdwn("mentorships:exploring.all", {
		names: othersNamed(mentorship, reader, text),
	});
	return { text: words, blocks: [section(words)] };
}

function answerBlocks(
	{ mentorship, own, line }: { mentorship: Mentorship; own: Own; line: Mrkdwn },
	reader: Reader,
	text: Text,
): KnownBlock[] {
	return [
		actions(...goOnButtons(mentorship, own, reader, text)),
		context(line),
	];
}

/** The date that all of them see. */
function endFor({ exploringUntil, since }: Mentorship, reader: Reader): Mrkdwn {
	return dayFor(exploringUntil ?? since, reader);
}

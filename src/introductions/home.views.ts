import type { Button, KnownBlock } from "@slack/types";
import { withProgram } from "../programs/program-phrase.ts";
import { actions, section } from "../slack/blocks.ts";
import { joinMrkdwn, quote } from "../slack/mrkdwn.ts";
import type { Text, TextKey } from "../slack/text.ts";
import type { Reader } from "../time/dates.ts";
import {
	menteeButtons,
	mentorButtons,
	thirdButtons,
	withdrawButton,
} from "./buttons.views.ts";
import type { Role } from "./introduction.ts";
import type { WholeIntroduction } from "./introductions.service.ts";
import { dayFor, mentions } from "./parts.views.ts";

const answerLines = {
	mentee: "introductions:line.offered",
	mentor: "introductions:line.toName",
	third: "introductions:line.toTalk",
} as const satisfies Record<Role, TextKey>;

const answerButtons = {
	mentee: menteeButtons,
	mentor: mentorButtons,
	third: thirdButtons,
};

/** What waits for me, with the answers. */
export function toAnswerBlocks(
	whole: WholeIntroduction,
	{ role, reader }: { role: Role; reader: Reader },
	text: Text,
): KnownBlock[] {
	return [
		...lineBlocks(whole, { line: answerLines[role], reader }, text),
		actions(...answerButtons[role](whole.introduction, text)),
	];
}

/** What I asked for, or began: who has the move, and until when. */
export function underWayBlocks(
	whole: WholeIntroduction,
	{ role, reader }: { role: Role; reader: Reader },
	text: Text,
): KnownBlock[] {
	const { introduction } = whole;
	const line = underWayLine(introduction.state === "named", role);
	return role === "mentee"
		? lineBlocks(
				whole,
				{ line, reader, button: withdrawButton(introduction, text) },
				text,
			)
		: lineBlocks(whole, { line, reader }, text);
}

function underWayLine(isNamed: boolean, role: Role): TextKey {
	if (role === "mentee")
		return isNamed ? "introductions:line.named" : "introductions:line.asked";
	return isNamed
		? "introductions:line.mentorNamed"
		: "introductions:line.mentorOffered";
}

function lineBlocks(
	{ introduction, words }: WholeIntroduction,
	{ line, reader, button }: { line: TextKey; reader: Reader; button?: Button },
	text: Text,
): KnownBlock[] {
	const { startedAt, closesAt, programName } = introduction;
	const { mentee, mentor, third } = mentions(introduction);
	const sentence = text.mrkdwn(line, {
		mentee,
		mentor,
		third,
		date: dayFor(startedAt, reader),
		until: dayFor(closesAt, reader),
	});
	const about = joinMrkdwn([sentence, quote(words.topic)], "\n");
	return [section(withProgram(about, programName, text), button)];
}

import type { Button } from "@slack/types";
import { type Mentorship, othersOf } from "../mentorships/mentorship.ts";
import { othersNamed } from "../mentorships/since.views.ts";
import { actions, context, type Message, section } from "../slack/blocks.ts";
import { sentence } from "../slack/slack.views.ts";
import type { Text } from "../slack/text.ts";
import { hasFile, type Meeting } from "./meeting.ts";
import {
	aheadButtons,
	fileButton,
	planButton,
} from "./meeting-buttons.views.ts";
import { type MeetingReader, momentFor } from "./parts.views.ts";

type About = { mentorship: Mentorship; meeting: Meeting };

/** A time was fixed: to whoever fixed it. */
export function setDoneMessage(
	{ mentorship, meeting }: About,
	reader: MeetingReader,
	text: Text,
): Message {
	const { startsAt, lengthMinutes: minutes, inWriting, sequence } = meeting;
	const names = othersNamed(mentorship, reader, text);
	const date = momentFor(startsAt, reader);
	const isAlone = othersOf(mentorship, reader.personId).length === 0;
	const how = isAlone ? "alone" : sequence > 0 ? "moved" : "set";
	const words = inWriting
		? text.mrkdwn("meetings:done.writing", { names, date })
		: text.mrkdwn(`meetings:done.${how}`, { names, date, minutes });
	return {
		text: words,
		blocks: [
			section(words),
			actions(...aheadButtons(meeting, mentorship, reader, text)),
		],
	};
}

/** It was called off: to whoever did so. */
export function cancelDoneMessage(
	{ mentorship, meeting }: About,
	reader: MeetingReader,
	text: Text,
): Message {
	const isAlone = othersOf(mentorship, reader.personId).length === 0;
	const names = othersNamed(mentorship, reader, text);
	const date = momentFor(meeting.startsAt, reader);
	const called = isAlone ? "doneAlone" : "done";
	const words = text.mrkdwn(`meetings:cancel.${called}`, { names, date });
	return {
		text: words,
		blocks: [
			section(words),
			...(hasFile(meeting)
				? [context(text.mrkdwn("meetings:cancel.file"))]
				: []),
			actions(
				...(hasFile(meeting) ? [fileButton(meeting, text)] : []),
				planButton(mentorship, reader, text),
			),
		],
	};
}

/** What can be done after one has met, as others know it. */
export type WrapUpButtons = (about: About, text: Text) => Button[];

/** What someone said of a meeting is kept. */
export function saidMessage(
	about: About,
	says: "met" | "not",
	wrapUp: WrapUpButtons[],
	text: Text,
): Message {
	if (says === "not") return sentence(text, "meetings:said.not");
	const words = text.mrkdwn(`meetings:said.${howMet(about)}`);
	const buttons = wrapUp.flatMap((each) => each(about, text));
	return {
		text: words,
		blocks: [
			section(words),
			...(buttons.length > 0 ? [actions(...buttons)] : []),
		],
	};
}

/** What a flash was about is done: a message of its own says what follows. */
function howMet({ mentorship, meeting }: About) {
	if (mentorship.kind === "flash") return "metLast";
	return meeting.inWriting ? "wrote" : "met";
}

/** It has been moved since to a time still to come. */
export function aheadMessage(
	{ mentorship, meeting }: About,
	reader: MeetingReader,
	text: Text,
): Message {
	return sentence(text, "meetings:said.ahead", {
		names: othersNamed(mentorship, reader, text),
		date: momentFor(meeting.startsAt, reader),
	});
}

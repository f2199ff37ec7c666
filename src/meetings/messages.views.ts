import type { Button, KnownBlock, Overflow } from "@slack/types";
import { hearingMenu } from "../mentorships/hearing-menu.views.ts";
import type { Mentorship } from "../mentorships/mentorship.ts";
import { mentorshipName } from "../mentorships/mentorship-name.views.ts";
import { othersNamed } from "../mentorships/since.views.ts";
import { actions, context, type Message, section } from "../slack/blocks.ts";
import { joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { hasFile, type Meeting } from "./meeting.ts";
import {
	aheadButtons,
	answerButtons,
	fileButton,
	planButton,
} from "./meeting-buttons.views.ts";
import { type MeetingReader, momentFor } from "./parts.views.ts";

type About = { mentorship: Mentorship; meeting: Meeting };

/** What is said, about which mentorship, what one can do, and who has to. */
function telling(
	{ mentorship }: About,
	reader: MeetingReader,
	text: Text,
	parts: {
		text: Mrkdwn;
		body: Mrkdwn;
		more?: KnownBlock[];
		buttons: (Button | Overflow)[];
		next: Mrkdwn;
	},
): Message {
	return {
		text: parts.text,
		blocks: [
			section(parts.body),
			context(mentorshipName(mentorship, reader, text)),
			...(parts.more ?? []),
			actions(...parts.buttons),
			context(parts.next),
		],
	};
}

/** Whoever set it; someone who is gone by now is one of the others. */
function setterOf(
	{ mentorship, meeting }: About,
	reader: MeetingReader,
	text: Text,
): { name: string; person: Mrkdwn } {
	const { members } = mentorship;
	const setter = members.find(({ personId }) => personId === meeting.setBy);
	const name = setter?.name ?? text.plain("meetings:news.someone");
	const person = setter
		? othersNamed({ members: [setter] }, reader, text)
		: text.mrkdwn("meetings:news.someone");
	return { name, person };
}

/** To the others: a time was picked, or another one, or to write instead. */
export function setMessage(
	about: About,
	reader: MeetingReader,
	text: Text,
): Message {
	const { mentorship, meeting } = about;
	const { startsAt, lengthMinutes: minutes, inWriting, sequence } = meeting;
	const { name, person } = setterOf(about, reader, text);
	const date = momentFor(startsAt, reader);
	const how = inWriting ? "writing" : sequence > 0 ? "moved" : "set";
	const next = inWriting ? "write" : "nothing";
	const names = othersNamed(mentorship, reader, text);
	return telling(about, reader, text, {
		text: text.mrkdwn(`meetings:news.${how}`, { name }),
		body: text.mrkdwn(`meetings:news.${how}Body`, { person, date, minutes }),
		buttons: aheadButtons(meeting, mentorship, reader, text),
		next: text.mrkdwn(`meetings:news.${next}`, { names }),
	});
}

/** To the others: it was called off. */
export function cancelledMessage(
	about: About,
	reader: MeetingReader,
	text: Text,
): Message {
	const { mentorship, meeting } = about;
	const { name, person } = setterOf(about, reader, text);
	const date = momentFor(meeting.startsAt, reader);
	return telling(about, reader, text, {
		text: text.mrkdwn("meetings:news.cancelled", { name }),
		body: text.mrkdwn("meetings:news.cancelledBody", { person, date }),
		buttons: [
			planButton(mentorship, reader, text),
			...(hasFile(meeting) ? [fileButton(meeting, text)] : []),
		],
		next: text.mrkdwn("meetings:news.cancelledNext"),
	});
}

/** To all of them, beside the news of the end: it is off, like all the rest. */
export function overMessage(
	about: About,
	reader: MeetingReader,
	text: Text,
): Message {
	const { mentorship, meeting } = about;
	const names = othersNamed(mentorship, reader, text);
	const date = momentFor(meeting.startsAt, reader);
	return telling(about, reader, text, {
		text: text.mrkdwn("meetings:over.text"),
		body: text.mrkdwn("meetings:over.body", { names, date }),
		buttons: [fileButton(meeting, text)],
		next: text.mrkdwn("meetings:over.next"),
	});
}

/** The one message before it, with what will be talked about. */
export function soonMessage(
	about: About,
	reader: MeetingReader,
	text: Text,
	more: KnownBlock[] = [],
): Message {
	const { mentorship, meeting } = about;
	const { startsAt, lengthMinutes: minutes, inWriting } = meeting;
	const date = momentFor(startsAt, reader);
	const names = othersNamed(mentorship, reader, text);
	return telling(about, reader, text, {
		text: text.mrkdwn("meetings:soon.text"),
		body: inWriting
			? text.mrkdwn("meetings:soon.writing", { names, date })
			: text.mrkdwn("meetings:soon.body", { names, date, minutes }),
		more,
		buttons: [
			...aheadButtons(meeting, mentorship, reader, text),
			hearingMenu(mentorship, reader, text),
		],
		next: text.mrkdwn("meetings:soon.next"),
	});
}

/** The one message after it. */
export function afterMessage(
	about: About,
	reader: MeetingReader,
	text: Text,
): Message {
	const { mentorship, meeting } = about;
	return telling(about, reader, text, {
		text: text.mrkdwn("meetings:after.text"),
		body: afterQuestion(about, reader, text),
		buttons: [
			...answerButtons(meeting, mentorship, reader, text),
			hearingMenu(mentorship, reader, text),
		],
		next: text.mrkdwn("meetings:after.private"),
	});
}

/** Whether it took place, as a question. */
export function afterQuestion(
	{ mentorship, meeting }: About,
	reader: MeetingReader,
	text: Text,
): Mrkdwn {
	const names = othersNamed(mentorship, reader, text);
	const date = momentFor(meeting.startsAt, reader);
	return meeting.inWriting
		? text.mrkdwn("meetings:after.writing", { names, date })
		: text.mrkdwn("meetings:after.body", { names, date });
}

/** On Home: what one may say of those that are over. */
export function toSayBlocks(
	toSay: About[],
	reader: MeetingReader,
	text: Text,
): Message["blocks"] {
	return toSay.flatMap((about) => [
		section(
			joinMrkdwn(
				[
					afterQuestion(about, reader, text),
					text.mrkdwn("meetings:after.private"),
				],
				"\n",
			),
		),
		actions(...answerButtons(about.meeting, about.mentorship, reader, text)),
	]);
}

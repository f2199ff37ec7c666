import type { Button } from "@slack/types";
import { type Mentorship, othersOf } from "../mentorships/mentorship.ts";
import { namedButton } from "../mentorships/named-button.views.ts";
import { namesOf } from "../mentorships/names.views.ts";
import { button } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import { hasFile, type Meeting } from "./meeting.ts";
import { type MeetingReader, plainMoment } from "./parts.views.ts";

type Member = Pick<MeetingReader, "personId">;

/** To find the next time, or another one for what is planned. */
export function planButton(
	mentorship: Mentorship,
	reader: Member,
	text: Text,
	which: "plan" | "change" = "plan",
): Button {
	return namedButton(
		{ id: "meetings:plan", label: `meetings:button.${which}` },
		mentorship,
		reader,
		text,
	);
}

/** They have met, planned or not; or written to each other. */
export function metButton(
	mentorship: Mentorship,
	reader: Member,
	text: Text,
	how: "met" | "wrote" = "met",
): Button {
	return namedButton(
		{ id: `meetings:${how}`, label: `meetings:button.${how}` },
		mentorship,
		reader,
		text,
	);
}

export function fileButton({ meetingId }: Meeting, text: Text): Button {
	return button({
		id: "meetings:file",
		value: meetingId,
		label: text.plain("meetings:button.file"),
		spoken: text.plain("meetings:button.fileSpoken"),
	});
}

export function cancelButton(
	{ meetingId, startsAt }: Meeting,
	mentorship: Mentorship,
	reader: MeetingReader,
	text: Text,
): Button {
	const names = namesOf(mentorship, reader, text);
	const date = plainMoment(startsAt, reader);
	const isAlone = othersOf(mentorship, reader.personId).length === 0;
	return namedButton(
		{
			id: "meetings:cancel",
			value: meetingId,
			label: "meetings:button.cancel",
			spoken: "meetings:button.cancelSpoken",
			confirm: {
				title: text.plain("meetings:cancel.title"),
				text: isAlone
					? text.plain("meetings:cancel.textAlone", { date })
					: text.plain("meetings:cancel.text", { date, names }),
				yes: text.plain("meetings:cancel.yes"),
				no: text.plain("meetings:cancel.no"),
			},
		},
		mentorship,
		reader,
		text,
	);
}

/** What can be done about a meeting that is still to come. */
export function aheadButtons(
	meeting: Meeting,
	mentorship: Mentorship,
	reader: MeetingReader,
	text: Text,
): Button[] {
	return [
		...(hasFile(meeting) ? [fileButton(meeting, text)] : []),
		planButton(mentorship, reader, text, "change"),
		cancelButton(meeting, mentorship, reader, text),
	];
}

/** The three answers to whether it took place. */
export function answerButtons(
	{ meetingId: value, inWriting }: Meeting,
	mentorship: Mentorship,
	reader: Member,
	text: Text,
): Button[] {
	const answers = [
		{ id: "meetings:wasMet", key: inWriting ? "wrote" : "met" },
		{ id: "meetings:wasMoved", key: inWriting ? "later" : "moved" },
		{ id: "meetings:wasNot", key: "not" },
	] as const;
	return answers.map(({ id, key }) =>
		namedButton(
			{ id, value, label: `meetings:button.${key}` },
			mentorship,
			reader,
			text,
		),
	);
}

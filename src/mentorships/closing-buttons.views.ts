import type { Button } from "@slack/types";
import { button } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import { type Mentorship, othersOf } from "./mentorship.ts";

type Reader = { personId: string };

/** The others by name, for buttons, fields and notifications. */
export function namesOf(
	mentorship: Pick<Mentorship, "members">,
	{ personId }: Reader,
	text: Text,
): string {
	const others = othersOf(mentorship, personId);
	return others.length > 0
		? text.list(others.map(({ name }) => name))
		: text.plain("mentorships:since.outside");
}

/** Closing or ending it; what that means is said before it is done. */
export function endButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	const names = namesOf(mentorship, reader, text);
	return button({
		id: "mentorships:end",
		value: mentorship.mentorshipId,
		label: text.plain("mentorships:closing.end.button"),
		spoken: text.plain("mentorships:closing.end.spoken", { names }),
	});
}

/** The same, asked about when all goals are reached. */
export function closeButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	const names = namesOf(mentorship, reader, text);
	return button({
		id: "mentorships:end",
		value: mentorship.mentorshipId,
		label: text.plain("mentorships:closing.allReached.close"),
		spoken: text.plain("mentorships:closing.allReached.closeSpoken", { names }),
	});
}

export function lookBackButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	const names = namesOf(mentorship, reader, text);
	return button({
		id: "mentorships:lookBack",
		value: mentorship.mentorshipId,
		style: "primary",
		label: text.plain("mentorships:closing.lookBack.button"),
		spoken: text.plain("mentorships:closing.lookBack.spoken", { names }),
	});
}

/** My mentoring story, to read again. */
export function storyButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	const names = namesOf(mentorship, reader, text);
	return button({
		id: "mentorships:story",
		value: mentorship.mentorshipId,
		label: text.plain("mentorships:story.button"),
		spoken: text.plain("mentorships:story.spoken", { names }),
	});
}

/** The same as a file. */
export function fileButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	const names = namesOf(mentorship, reader, text);
	return button({
		id: "mentorships:storyFile",
		value: mentorship.mentorshipId,
		label: text.plain("mentorships:story.asFile"),
		spoken: text.plain("mentorships:story.asFileSpoken", { names }),
	});
}

/** The profile's page of what one offers. */
export function becomeMentorButton(
	{ mentorshipId }: Mentorship,
	text: Text,
): Button {
	return button({
		id: "mentorships:becomeMentor",
		value: mentorshipId,
		label: text.plain("mentorships:closing.completed.become"),
	});
}

import type { Button } from "@slack/types";
import { button } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import type { Mentorship } from "./mentorship.ts";
import { namedButton } from "./named-button.views.ts";

type Reader = { personId: string };

/** Closing or ending it; what that means is said before it is done. */
export function endButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return namedButton(
		{
			id: "mentorships:end",
			label: "mentorships:closing.end.button",
			spoken: "mentorships:closing.end.spoken",
		},
		mentorship,
		reader,
		text,
	);
}

/** The same, asked about when all goals are reached. */
export function closeButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return namedButton(
		{
			id: "mentorships:end",
			label: "mentorships:closing.allReached.close",
			spoken: "mentorships:closing.allReached.closeSpoken",
		},
		mentorship,
		reader,
		text,
	);
}

export function lookBackButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return namedButton(
		{
			id: "mentorships:lookBack",
			label: "mentorships:closing.lookBack.button",
			spoken: "mentorships:closing.lookBack.spoken",
			style: "primary",
		},
		mentorship,
		reader,
		text,
	);
}

/** My mentoring story, to read again. */
export function storyButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return namedButton(
		{
			id: "mentorships:story",
			label: "mentorships:story.button",
			spoken: "mentorships:story.spoken",
		},
		mentorship,
		reader,
		text,
	);
}

/** The same as a file. */
export function fileButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return namedButton(
		{
			id: "mentorships:storyFile",
			label: "mentorships:story.asFile",
			spoken: "mentorships:story.asFileSpoken",
		},
		mentorship,
		reader,
		text,
	);
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

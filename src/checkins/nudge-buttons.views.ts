import type { Button } from "@slack/types";
import { type Mentorship, othersOf } from "../mentorships/mentorship.ts";
import { namedButton } from "../mentorships/named-button.views.ts";
import { button } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";

type Reader = { personId: string };

/** On a page, where no message is at hand that "these" could mean. */
export function fewerHereButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return namedButton(
		{
			id: "checkins:fewer",
			label: "checkins:button.fewerHere",
			spoken: "checkins:button.fewerHereSpoken",
		},
		mentorship,
		reader,
		text,
	);
}

/** What can be done about hearing of a mentorship, or not. */
export function hearingButton(
	verb: "restart" | "fewer" | "usual",
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return namedButton(
		{
			id: `checkins:${verb}`,
			label: `checkins:button.${verb}`,
			spoken: `checkins:button.${verb}Spoken`,
		},
		mentorship,
		reader,
		text,
	);
}

export function snoozeButton(text: Text): Button {
	return button({
		id: "checkins:snooze",
		label: text.plain("checkins:button.snooze"),
		spoken: text.plain("checkins:button.snoozeSpoken"),
	});
}

export function wakeButton(text: Text): Button {
	return button({
		id: "checkins:wake",
		label: text.plain("checkins:button.wake"),
	});
}

export function whyButton(text: Text): Button {
	return button({
		id: "checkins:why",
		label: text.plain("checkins:button.why"),
		spoken: text.plain("checkins:button.whySpoken"),
	});
}

/** Asks the other of two once; what follows is said before it is done. */
export function noAnswerButtons(
	mentorship: Mentorship,
	{ personId }: Reader,
	text: Text,
): Button[] {
	const [other, ...more] = othersOf(mentorship, personId);
	if (!other || more.length > 0) return [];
	const { name } = other;
	return [
		button({
			id: "checkins:noAnswer",
			value: mentorship.mentorshipId,
			label: text.plain("checkins:button.noAnswer", { names: name }),
			confirm: {
				title: text.plain("checkins:noAnswer.confirmTitle", { name }),
				text: text.plain("checkins:noAnswer.confirmText", { name }),
				yes: text.plain("checkins:noAnswer.confirmYes"),
				no: text.plain("checkins:noAnswer.confirmNo"),
			},
		}),
	];
}

export function stillHereButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return namedButton(
		{
			id: "checkins:stillHere",
			label: "checkins:button.stillHere",
			spoken: "checkins:button.stillHereSpoken",
			style: "primary",
		},
		mentorship,
		reader,
		text,
	);
}

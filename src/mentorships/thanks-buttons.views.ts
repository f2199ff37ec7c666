import type { Button } from "@slack/types";
import { button } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import { type Mentorship, memberOf, othersOf } from "./mentorship.ts";
import { namedButton } from "./named-button.views.ts";

type Reader = { personId: string };

/** In one tap, or in one's own words. */
export function thankButtons(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button[] {
	return [
		namedButton(
			{
				id: "mentorships:thank",
				label: "mentorships:flash.thank.button",
				style: "primary",
			},
			mentorship,
			reader,
			text,
		),
		namedButton(
			{
				id: "mentorships:openThanks",
				label: "mentorships:flash.thank.words",
				spoken: "mentorships:flash.thank.wordsSpoken",
			},
			mentorship,
			reader,
			text,
		),
	];
}

/** A mentee may ask the same mentor: `more` than the one conversation. */
export function askAgainButton(
	mentorship: Mentorship,
	what: "more" | "again",
	reader: Reader,
	text: Text,
): Button[] {
	const mentor = mentorOf(mentorship, reader);
	if (!mentor) return [];
	const { personId: value, name } = mentor;
	const label = text.plain(`mentorships:flash.ask.${what}`, { name });
	return [button({ id: "matching:ask", value, label })];
}

/** Whom a mentee had it with; undefined for anyone else. */
export function mentorOf(mentorship: Mentorship, { personId }: Reader) {
	return memberOf(mentorship, personId)?.role === "mentee"
		? othersOf(mentorship, personId).find(({ role }) => role === "mentor")
		: undefined;
}

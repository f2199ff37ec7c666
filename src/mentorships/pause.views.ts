import type { Button } from "@slack/types";
import { button } from "../slack/blocks.ts";
import { dateToken, type Mrkdwn, mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import type { Mentorship } from "./mentorship.ts";
import { canMove } from "./mentorship-moves.ts";
import { namedButton } from "./named-button.views.ts";
import { longPauseAt, mayResume, pauserOf } from "./pause.ts";

type Reader = { personId: string; zone: string; locale: string };

export function pauseButton(
	mentorship: Mentorship,
	reader: Pick<Reader, "personId">,
	text: Text,
): Button {
	return namedButton(
		{
			id: "mentorships:pause",
			label: "mentorships:pause.button",
			spoken: "mentorships:pause.spoken",
		},
		mentorship,
		reader,
		text,
	);
}

export function resumeButton(
	mentorship: Mentorship,
	reader: Pick<Reader, "personId">,
	text: Text,
): Button {
	return namedButton(
		{
			id: "mentorships:resume",
			label: "mentorships:pause.resume",
			spoken: "mentorships:pause.resumeSpoken",
			style: "primary",
		},
		mentorship,
		reader,
		text,
	);
}

/** What someone can do about a pause now. */
export function pauseButtons(
	mentorship: Mentorship,
	reader: Pick<Reader, "personId">,
	text: Text,
): Button[] {
	if (canMove(mentorship.state, "pause"))
		return [pauseButton(mentorship, reader, text)];
	return mentorship.state === "paused" && mayResume(mentorship, reader.personId)
		? [resumeButton(mentorship, reader, text)]
		: [];
}

/** Another mentor for the time being; nothing forbids to have several. */
export function interimButton(text: Text): Button {
	return button({
		id: "matching:find",
		label: text.plain("mentorships:pause.long.find"),
	});
}

/** Until when, for whom, and whose move it is. */
export function pauseLine(
	mentorship: Mentorship,
	reader: Reader & { now: Date },
	text: Text,
): Mrkdwn {
	const { pausedUntil, since } = mentorship;
	const on = (at: Date) => dateToken(slackDate(at, "day", reader));
	const pauser = pauserOf(mentorship);
	if (!pauser)
		return pausedUntil
			? text.mrkdwn("mentorships:pause.line.nobodys", { date: on(pausedUntil) })
			: text.mrkdwn("mentorships:pause.line.nobodysOpen");
	if (pauser.personId === reader.personId)
		return pausedUntil
			? text.mrkdwn("mentorships:pause.line.mine", { date: on(pausedUntil) })
			: text.mrkdwn("mentorships:pause.line.mineOpen");
	const person = mention(pauser.slackUserId);
	if (pausedUntil)
		return text.mrkdwn("mentorships:pause.line.theirs", {
			person,
			date: on(pausedUntil),
		});
	const longAt = longPauseAt(mentorship);
	return reader.now < longAt
		? text.mrkdwn("mentorships:pause.line.theirsOpen", {
				person,
				date: on(longAt),
			})
		: text.mrkdwn("mentorships:pause.line.theirsLong", {
				person,
				date: on(since),
			});
}

import type { Button } from "@slack/types";
import {
	actions,
	button,
	context,
	type Message,
	section,
} from "../slack/blocks.ts";
import { dateToken, type Mrkdwn, mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import { exploringLine } from "./exploring.views.ts";
import { hearingMenu } from "./hearing-menu.views.ts";
import { type Mentorship, memberOf, othersOf } from "./mentorship.ts";
import { mentorshipName } from "./mentorship-name.views.ts";
import { pauserOf } from "./pause.ts";
import { interimButton } from "./pause.views.ts";
import { othersNamed } from "./since.views.ts";
import { noonOf } from "./turns.ts";

type Reader = { personId: string; zone: string; locale: string };

/**
 * Somebody else needs a pause: the same words whoever it is for, and whether
 * they asked for it or are gone for now.
 */
export function pausedMessage(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Message | null {
	const { pausedUntil } = mentorship;
	const pauser = pauserOf(mentorship);
	if (!pauser || pauser.personId === reader.personId) return null;
	const person = mention(pauser.slackUserId);
	return {
		text: text.mrkdwn("mentorships:pause.news.text", { name: pauser.name }),
		blocks: [
			section(
				pausedUntil
					? text.mrkdwn("mentorships:pause.news.title", {
							person,
							date: dateToken(slackDate(pausedUntil, "day", reader)),
						})
					: text.mrkdwn("mentorships:pause.news.titleOpen", { person }),
			),
			section(text.mrkdwn("mentorships:pause.news.meanwhile")),
			section(
				text.mrkdwn(
					`mentorships:pause.news.${pausedUntil ? "next" : "nextOpen"}`,
				),
			),
			context(mentorshipName(mentorship, reader, text)),
		],
	};
}

/** It goes on; the next step is the one it had before. */
export function resumedMessage(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Message {
	const { endsOn } = mentorship;
	const names = othersNamed(mentorship, reader, text);
	const ends = endsOn
		? [
				section(
					text.mrkdwn("mentorships:pause.over.endsOn", {
						date: dateToken(slackDate(noonOf(endsOn), "day", reader)),
					}),
				),
			]
		: [];
	return {
		text: text.mrkdwn("mentorships:pause.over.text", { names }),
		blocks: [
			section(text.mrkdwn("mentorships:pause.over.title", { names })),
			...ends,
			section(nextStep(mentorship, reader, text)),
			context(mentorshipName(mentorship, reader, text)),
		],
	};
}

function nextStep(mentorship: Mentorship, reader: Reader, text: Text): Mrkdwn {
	const { state } = mentorship;
	if (state === "exploring") return exploringLine(mentorship, reader, text);
	if (state === "agreeing")
		return text.mrkdwn("mentorships:pause.over.agreeing");
	const others = othersOf(mentorship, reader.personId);
	if (others.length === 0) return text.mrkdwn("mentorships:pause.over.alone");
	const isMentor = memberOf(mentorship, reader.personId)?.role === "mentor";
	return text.mrkdwn(
		`mentorships:pause.over.${isMentor ? "theirMove" : "yourMove"}`,
	);
}

/** Four weeks on, once: those who wait may wait, look around, or finish. */
export function longPauseMessage(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Message {
	const { mentorshipId, pausedUntil } = mentorship;
	const isMentor = memberOf(mentorship, reader.personId)?.role === "mentor";
	const names = othersNamed(mentorship, reader, text);
	return {
		text: text.mrkdwn("mentorships:pause.long.text", { names }),
		blocks: [
			section(text.mrkdwn("mentorships:pause.long.title", { names })),
			section(
				pausedUntil
					? text.mrkdwn("mentorships:pause.long.until", {
							date: dateToken(slackDate(pausedUntil, "day", reader)),
						})
					: text.mrkdwn("mentorships:pause.long.open"),
			),
			section(
				text.mrkdwn(`mentorships:pause.long.${isMentor ? "mentor" : "mentee"}`),
			),
			actions(
				waitButton(mentorship, text),
				...(isMentor ? [] : [interimButton(text)]),
				button({
					id: "mentorships:end",
					value: mentorshipId,
					label: text.plain("mentorships:pause.long.finish"),
				}),
				hearingMenu(mentorship, reader, text),
			),
			context(mentorshipName(mentorship, reader, text)),
		],
	};
}

function waitButton(mentorship: Mentorship, text: Text): Button {
	const pauser = pauserOf(mentorship);
	return button({
		id: "mentorships:wait",
		value: mentorship.mentorshipId,
		label: pauser
			? text.plain("mentorships:pause.long.wait", { name: pauser.name })
			: text.plain("mentorships:pause.long.waitOn"),
	});
}

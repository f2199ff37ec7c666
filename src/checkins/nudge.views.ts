import type { Button, KnownBlock } from "@slack/types";
import { metButton, planButton } from "../meetings/meeting-buttons.views.ts";
import { endButton } from "../mentorships/closing-buttons.views.ts";
import { type Mentorship, memberOf } from "../mentorships/mentorship.ts";
import { mentorshipName } from "../mentorships/mentorship-name.views.ts";
import { wrongButton } from "../mentorships/mentorships.views.ts";
import { namesOf } from "../mentorships/names.views.ts";
import { pauseButton } from "../mentorships/pause.views.ts";
import { othersNamed } from "../mentorships/since.views.ts";
import { actions, context, type Message, section } from "../slack/blocks.ts";
import { dateToken, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate, startOfDate } from "../time/dates.ts";
import type { Rhythm } from "../time/periods.ts";
import {
	hearingButton,
	noAnswerButtons,
	snoozeButton,
	whyButton,
} from "./nudge-buttons.views.ts";
import { plansTalks } from "./pair.ts";
import type { Step } from "./step.ts";

type Reader = { personId: string; zone: string; locale: string };
type Nudged = {
	mentorship: Mentorship;
	step: Pick<Step, "is" | "about">;
	rhythm: Rhythm;
	/** What there is to prepare, where someone is to prepare it. */
	agenda?: KnownBlock[];
};

/** One message that nobody asked for: what it is about, and whose move it is. */
export function nudgeMessage(
	nudged: Nudged,
	reader: Reader,
	text: Text,
): Message {
	const { mentorship, step, agenda = [] } = nudged;
	const names = namesOf(mentorship, reader, text);
	return {
		text: text.mrkdwn(`checkins:nudge.${step.is}.text`, { names }),
		blocks: [
			context(mentorshipName(mentorship, reader, text)),
			section(wordsOf(nudged, reader, text)),
			...agenda,
			actions(...answersTo(nudged, reader, text)),
			context(hintOf(nudged, reader, text)),
			actions(
				snoozeButton(text),
				...(step.is === "quiet"
					? []
					: [hearingButton("fewer", mentorship, reader, text)]),
				whyButton(text),
				wrongButton(mentorship, reader, text),
			),
		],
	};
}

function wordsOf(
	{ mentorship, step, rhythm }: Nudged,
	reader: Reader,
	text: Text,
): Mrkdwn {
	const names = othersNamed(mentorship, reader, text);
	const often = text.plain(`checkins:rhythm.${rhythm}`);
	const date = dayOf(step.about, reader);
	switch (step.is) {
		case "first":
			return text.mrkdwn("checkins:nudge.first.words", { names });
		case "last":
			return text.mrkdwn("checkins:nudge.last.words", { names, date });
		case "plan": {
			const me = memberOf(mentorship, reader.personId);
			const key = me && !plansTalks(mentorship, me) ? "wordsAfter" : "words";
			return text.mrkdwn(`checkins:nudge.plan.${key}`, {
				names,
				rhythm: often,
			});
		}
		case "talked":
			return text.mrkdwn("checkins:nudge.talked.words", {
				names,
				rhythm: often,
				date,
			});
		case "quiet":
			return text.mrkdwn("checkins:nudge.quiet.words", { names, date });
	}
}

function hintOf(
	{ mentorship, step }: Nudged,
	reader: Reader,
	text: Text,
): Mrkdwn {
	const { exploringUntil } = mentorship;
	if (step.is !== "first") return text.mrkdwn(`checkins:nudge.${step.is}.hint`);
	const until = exploringUntil ?? new Date(0);
	return text.mrkdwn("checkins:nudge.first.hint", {
		date: dateToken(slackDate(until, "day", reader)),
	});
}

function answersTo(
	{ mentorship, step }: Nudged,
	reader: Reader,
	text: Text,
): Button[] {
	const plan = planButton(mentorship, reader, text);
	const met = metButton(mentorship, reader, text);
	const noAnswer = noAnswerButtons(mentorship, reader, text);
	switch (step.is) {
		case "first":
		case "last":
		case "plan":
			return [plan, met];
		case "talked":
			return [met, plan, ...noAnswer];
		case "quiet":
			return [
				hearingButton("restart", mentorship, reader, text),
				plan,
				met,
				pauseButton(mentorship, reader, text),
				endButton(mentorship, reader, text),
				...noAnswer,
			];
	}
}

export function dayOf(date: string, reader: Reader): Mrkdwn {
	const at = startOfDate(date, reader.zone);
	return dateToken(slackDate(at, "day", reader));
}

import {
	actions,
	context,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { radioInput } from "../slack/inputs.ts";
import { dateToken } from "../slack/mrkdwn.ts";
import { dateInput } from "../slack/pickers.ts";
import type { Text } from "../slack/text.ts";
import { plainDate, slackDate } from "../time/dates.ts";
import { type Mentorship, othersOf } from "./mentorship.ts";
import type { MentorshipPage } from "./page.views.ts";
import { type PauseLength, pauseDate, pauseLengths } from "./pause.ts";
import { pauseLine, resumeButton } from "./pause.views.ts";
import { othersNamed } from "./since.views.ts";

type Reader = { personId: string; zone: string; locale: string };

/** For how long, and what the others will read. */
export function pauseModal(
	mentorship: Mentorship,
	reader: Reader & { now: Date },
	text: Text,
): Modal {
	const names = othersNamed(mentorship, reader, text);
	const isAlone = othersOf(mentorship, reader.personId).length === 0;
	return modal({
		id: "mentorships:confirmPause",
		title: text.plain("mentorships:pause.title"),
		submit: text.plain("mentorships:pause.submit"),
		close: text.plain("mentorships:pause.cancel"),
		metadata: { mentorship: mentorship.mentorshipId },
		blocks: [
			section(text.mrkdwn("mentorships:pause.intro", { names })),
			radioInput({
				name: "length",
				label: text.plain("mentorships:pause.length"),
				choices: pauseLengths.map((length) => ({
					value: length,
					label: lengthLabel(length, reader, text),
				})),
				initial: "twoWeeks",
			}),
			dateInput({
				name: "until",
				label: text.plain("mentorships:pause.until"),
				hint: text.plain("mentorships:pause.untilHint"),
				optional: true,
			}),
			context(
				isAlone
					? text.mrkdwn("mentorships:pause.toldNobody")
					: text.mrkdwn("mentorships:pause.told", { names }),
			),
		],
	});
}

function lengthLabel(
	length: PauseLength,
	reader: Reader & { now: Date },
	text: Text,
): string {
	if (length === "date" || length === "open")
		return text.plain(`mentorships:pause.${length}`);
	const at = pauseDate(length, reader.zone, reader.now);
	const date = plainDate(at, "day", reader);
	return text.plain(`mentorships:pause.${length}`, { date });
}

/** The answer to whoever paused: until when, and the way back. */
export function pausedNotice(
	mentorship: Mentorship,
	standing: Pick<MentorshipPage, "lines" | "buttons"> | null,
	reader: Reader,
	text: Text,
): Message {
	const { pausedUntil } = mentorship;
	const names = othersNamed(mentorship, reader, text);
	const words = pausedUntil
		? text.mrkdwn("mentorships:pause.done", {
				names,
				date: dateToken(slackDate(pausedUntil, "day", reader)),
			})
		: text.mrkdwn("mentorships:pause.doneOpen", { names });
	return {
		text: words,
		blocks: [
			section(words),
			...(standing?.lines ?? []).map((line) => section(line)),
			actions(
				...(standing?.buttons ?? []),
				resumeButton(mentorship, reader, text),
			),
		],
	};
}

/** The answer to whoever waits: it is somebody else's pause. */
export function waitsNotice(
	mentorship: Mentorship,
	reader: Reader & { now: Date },
	text: Text,
): Message {
	const line = pauseLine(mentorship, reader, text);
	const words = text.mrkdwn("mentorships:pause.notYours");
	return { text: line, blocks: [section(line), section(words)] };
}

export function resumedNotice(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Message {
	const names = othersNamed(mentorship, reader, text);
	const words = text.mrkdwn("mentorships:pause.resumed", { names });
	return { text: words, blocks: [section(words)] };
}

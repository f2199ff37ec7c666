import { othersNamed } from "../mentorships/since.views.ts";
import { type Message, section } from "../slack/blocks.ts";
import { dateToken, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import { dayOf } from "./nudge.views.ts";
import { aboutOf, reasonOf, type Said, type Why } from "./why.ts";

type Reader = { personId: string; zone: string; locale: string; now: Date };

/** The answer to `/mentor why`: the last one, the next ones, and the rules. */
export function whyMessage(
	{ last, receiver, next }: Why,
	reader: Reader,
	text: Text,
): Message {
	const { start, end, zone } = receiver.hours;
	const lines = [
		...(last
			? [
					text.mrkdwn("checkins:why.last", {
						date: dateToken(slackDate(last.at, "moment", reader)),
					}),
					...reasons(last.said, reader, text),
				]
			: [text.mrkdwn("checkins:why.none")]),
	];
	const words = joinMrkdwn(lines, "\n");
	return {
		text: words,
		blocks: [
			section(words),
			section(
				joinMrkdwn(
					[text.mrkdwn("checkins:why.next"), ...nextLines(next, reader, text)],
					"\n",
				),
			),
			...quietLines(receiver, reader, text).map((line) => section(line)),
			section(text.mrkdwn("checkins:why.rules", { start, end, zone })),
		],
	};
}

/** Said twice for the same reason, it is one reason. */
function reasons(said: Said[], reader: Reader, text: Text): Mrkdwn[] {
	const lines = said.map((it) => because(it, reader, text));
	return [...new Map(lines.map((line) => [line.mrkdwn, line])).values()];
}

function because(
	{ kind, key, mentorship, rhythm }: Said,
	reader: Reader,
	text: Text,
): Mrkdwn {
	const reason = reasonOf(kind);
	const about = aboutOf(key);
	if (!mentorship || !rhythm || !about)
		return text.mrkdwn(`checkins:why.because.${plainReason(reason)}`);
	return text.mrkdwn(`checkins:why.because.${reason}`, {
		names: othersNamed(mentorship, reader, text),
		rhythm: text.plain(`checkins:rhythm.${rhythm}`),
		date: dayOf(about, reader),
	});
}

/** Without what it names, a nudge is about a mentorship, and no more. */
function plainReason(reason: ReturnType<typeof reasonOf>) {
	switch (reason) {
		case "first":
		case "last":
		case "plan":
		case "talked":
		case "quiet":
			return "mentorships";
		default:
			return reason;
	}
}

function nextLines(next: Why["next"], reader: Reader, text: Text): Mrkdwn[] {
	if (next.length === 0) return [text.mrkdwn("checkins:why.noMentorship")];
	return next.map(({ mentorship, expected }) => {
		const names = othersNamed(mentorship, reader, text);
		if (expected.is === "nothing")
			return text.mrkdwn(`checkins:why.not.${expected.because}`, { names });
		return text.mrkdwn(`checkins:why.may.${expected.step.is}`, {
			names,
			date: dateToken(slackDate(expected.at, "moment", reader)),
		});
	});
}

function quietLines(
	{ snoozedUntil, pausedUntil }: Why["receiver"],
	reader: Reader,
	text: Text,
): Mrkdwn[] {
	if (pausedUntil) return [text.mrkdwn("checkins:why.paused")];
	if (!snoozedUntil || snoozedUntil <= reader.now) return [];
	return [
		text.mrkdwn("checkins:why.snoozed", {
			date: dateToken(slackDate(snoozedUntil, "day", reader)),
		}),
	];
}

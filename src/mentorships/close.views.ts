import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { selectInput } from "../slack/inputs.ts";
import { dateToken } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { type Reader, slackDate } from "../time/dates.ts";
import { closesBy, endingReasons } from "./closing.ts";
import { storyButton } from "./closing-buttons.views.ts";
import { groupButtons } from "./groups.views.ts";
import { goesOnWithout } from "./kinds.ts";
import { type Mentorship, memberOf } from "./mentorship.ts";
import { mentorshipName } from "./mentorship-name.views.ts";
import { othersNamed } from "./since.views.ts";

type Member = Reader & { personId: string };

/** What closing it means; and the way to end it without a look-back. */
export function closeModal(
	mentorship: Mentorship,
	reader: Member & { now: Date },
	text: Text,
): Modal {
	const names = othersNamed(mentorship, reader, text);
	const by = closesBy({ since: reader.now });
	return modal({
		id: "mentorships:close",
		title: text.plain("mentorships:closing.end.title"),
		submit: text.plain("mentorships:closing.close.submit"),
		close: text.plain("mentorships:closing.end.cancel"),
		metadata: { mentorship: mentorship.mentorshipId },
		blocks: [
			section(text.mrkdwn("mentorships:closing.close.what", { names })),
			context(mentorshipName(mentorship, reader, text)),
			section(
				text.mrkdwn(`mentorships:closing.close.${heard(mentorship, reader)}`, {
					date: dateToken(slackDate(by, "day", reader)),
				}),
			),
			...leaveBlocks(mentorship, reader, text),
			actions(
				button({
					id: "mentorships:endNow",
					value: mentorship.mentorshipId,
					label: text.plain("mentorships:closing.close.without"),
				}),
			),
		],
	});
}

/** What ending it at once means; a reason is asked for and never needed. */
export function endModal(
	mentorship: Mentorship,
	reader: Member,
	text: Text,
): Modal {
	const names = othersNamed(mentorship, reader, text);
	return modal({
		id: "mentorships:confirmEnd",
		title: text.plain("mentorships:closing.end.title"),
		submit: text.plain("mentorships:closing.early.submit"),
		close: text.plain("mentorships:closing.end.cancel"),
		metadata: { mentorship: mentorship.mentorshipId },
		blocks: [
			section(text.mrkdwn("mentorships:closing.early.what", { names })),
			context(mentorshipName(mentorship, reader, text)),
			section(
				text.mrkdwn(`mentorships:closing.early.${heard(mentorship, reader)}`),
			),
			...untilBlocks(mentorship, reader, text),
			...leaveBlocks(mentorship, reader, text),
			selectInput({
				name: "reason",
				label: text.plain("mentorships:closing.early.why"),
				hint: text.plain("mentorships:closing.early.whyHint"),
				optional: true,
				choices: endingReasons.map((reason) => ({
					value: reason,
					label: text.plain(`mentorships:closing.reason.${reason}`),
				})),
			}),
		],
	});
}

/** Who hears of it: nobody, where all of it has been stopped. */
function heard(mentorship: Mentorship, { personId }: Member) {
	if (mentorship.members.length === 1) return "alone";
	return memberOf(mentorship, personId)?.stoppedAt ? "stopped" : "others";
}

/** Exploring ends by itself, if nobody says anything. */
function untilBlocks(
	{ state, exploringUntil }: Mentorship,
	reader: Member,
	text: Text,
): KnownBlock[] {
	if (state !== "exploring" || !exploringUntil) return [];
	const date = dateToken(slackDate(exploringUntil, "day", reader));
	return [context(text.mrkdwn("mentorships:closing.early.until", { date }))];
}

/** Whoever is one of several may go and let the others go on. */
function leaveBlocks(
	mentorship: Mentorship,
	reader: Member,
	text: Text,
): KnownBlock[] {
	const me = memberOf(mentorship, reader.personId);
	if (!me || !goesOnWithout(mentorship, me)) return [];
	return [
		section(text.mrkdwn("mentorships:closing.leave")),
		actions(...groupButtons(mentorship, reader, text)),
	];
}

/** It has ended, and what stays. */
export function endedEarlyMessage(
	mentorship: Mentorship,
	reader: Member,
	text: Text,
): Message {
	const names = othersNamed(mentorship, reader, text);
	const words = text.mrkdwn("mentorships:closing.early.done", { names });
	return {
		text: words,
		blocks: [
			section(words),
			context(text.mrkdwn("mentorships:closing.early.stays")),
			actions(storyButton(mentorship, reader, text)),
		],
	};
}

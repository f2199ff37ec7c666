import {
	actions,
	button,
	context,
	type Message,
	section,
} from "../slack/blocks.ts";
import {
	dateToken,
	joinMrkdwn,
	type Mrkdwn,
	mention,
	quote,
} from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { type Reader, slackDate } from "../time/dates.ts";
import { closesBy, hasLookBack } from "./closing.ts";
import {
	becomeMentorButton,
	closeButton,
	lookBackButton,
	storyButton,
} from "./closing-buttons.views.ts";
import { hearingMenu } from "./hearing-menu.views.ts";
import { type Member, type Mentorship, memberOf } from "./mentorship.ts";
import { mentorshipName } from "./mentorship-name.views.ts";
import { wrongButton } from "./mentorships.views.ts";
import { namesOf } from "./names.views.ts";
import { othersNamed } from "./since.views.ts";

type ToWhom = Reader & { personId: string };

/** All goals are reached: nothing closes unless one of them says so. */
export function allReachedMessage(
	mentorship: Mentorship,
	reader: ToWhom,
	text: Text,
): Message {
	const isMentor = memberOf(mentorship, reader.personId)?.role === "mentor";
	const names = othersNamed(mentorship, reader, text);
	return {
		text: text.mrkdwn("mentorships:closing.allReached.text", {
			names: namesOf(mentorship, reader, text),
		}),
		blocks: [
			section(text.mrkdwn("mentorships:closing.allReached.title", { names })),
			context(mentorshipName(mentorship, reader, text)),
			section(
				text.mrkdwn(
					`mentorships:closing.allReached.${isMentor ? "mentor" : "own"}`,
				),
			),
			actions(
				closeButton(mentorship, reader, text),
				...(isMentor
					? []
					: [
							button({
								id: "goals:add",
								label: text.plain("mentorships:closing.allReached.goals"),
							}),
						]),
				wrongButton(mentorship, reader, text),
				hearingMenu(mentorship, reader, text),
			),
		],
	};
}

/** It is closing: the first word of it, or the one reminder, which all get. */
export function lookBackMessage(
	mentorship: Mentorship,
	{ which, hasChosen }: { which: "first" | "again"; hasChosen: boolean },
	reader: ToWhom,
	text: Text,
): Message {
	const names = othersNamed(mentorship, reader, text);
	const date = dateToken(slackDate(closesBy(mentorship), "day", reader));
	return {
		text: text.mrkdwn(`mentorships:closing.${which}.text`, {
			names: namesOf(mentorship, reader, text),
		}),
		blocks: [
			section(text.mrkdwn(`mentorships:closing.${which}.body`, { names })),
			context(mentorshipName(mentorship, reader, text)),
			actions(
				lookBackButton(mentorship, reader, text),
				wrongButton(mentorship, reader, text),
				hearingMenu(mentorship, reader, text),
			),
			context(
				hasChosen
					? closingLine(mentorship, hasChosen, reader, text)
					: text.mrkdwn(`mentorships:closing.${which}.move`, { date }),
			),
		],
	};
}

/** On its page and on Home: until when, and whose move it is. */
export function closingLine(
	mentorship: Mentorship,
	hasChosen: boolean,
	reader: ToWhom,
	text: Text,
): Mrkdwn {
	const date = dateToken(slackDate(closesBy(mentorship), "day", reader));
	return text.mrkdwn(
		`mentorships:closing.line.${hasChosen ? "chosen" : "yourMove"}`,
		{ date },
	);
}

/** It has come to its end, as all of them together chose. */
export function completedMessage(
	mentorship: Mentorship,
	reader: ToWhom & { isMentor: boolean },
	text: Text,
): Message {
	const how = mentorship.endedAs === "informal" ? "informal" : "finished";
	const isMentor = memberOf(mentorship, reader.personId)?.role === "mentor";
	const isInvited = !isMentor && !reader.isMentor && hasLookBack(mentorship);
	const names = othersNamed(mentorship, reader, text);
	return {
		text: text.mrkdwn(`mentorships:closing.completed.${how}Text`, {
			names: namesOf(mentorship, reader, text),
		}),
		blocks: [
			section(text.mrkdwn(`mentorships:closing.completed.${how}`, { names })),
			context(mentorshipName(mentorship, reader, text)),
			section(
				text.mrkdwn(
					`mentorships:closing.completed.${isMentor ? "mentor" : "learner"}`,
				),
			),
			...(isInvited
				? [section(text.mrkdwn("mentorships:closing.completed.invitation"))]
				: []),
			actions(
				storyButton(mentorship, reader, text),
				...(isInvited ? [becomeMentorButton(mentorship, text)] : []),
				...(isMentor ? [] : [findButton(text)]),
			),
		],
	};
}

const findButton = (text: Text) =>
	button({
		id: "matching:find",
		label: text.plain("mentorships:closing.completed.next"),
	});

/** The one hello after three months. */
export function helloMessage(
	mentorship: Mentorship,
	reader: ToWhom,
	text: Text,
): Message {
	const names = othersNamed(mentorship, reader, text);
	return {
		text: text.mrkdwn("mentorships:closing.hello.text", {
			names: namesOf(mentorship, reader, text),
		}),
		blocks: [
			section(text.mrkdwn("mentorships:closing.hello.body", { names })),
			context(mentorshipName(mentorship, reader, text)),
			context(text.mrkdwn("mentorships:closing.hello.once")),
		],
	};
}

/** Somebody's thank-you, to one it is for. */
export function thankYouMessage(
	{
		mentorship,
		author,
		words,
	}: { mentorship: Mentorship; author: Member; words: string },
	reader: ToWhom,
	text: Text,
): Message {
	const title = text.mrkdwn("mentorships:closing.thankYou.title", {
		person: mention(author.slackUserId),
	});
	return {
		text: text.mrkdwn("mentorships:closing.thankYou.text", {
			name: author.name,
		}),
		blocks: [
			section(joinMrkdwn([title, quote(words)], "\n")),
			context(mentorshipName(mentorship, reader, text)),
			context(text.mrkdwn("mentorships:closing.thankYou.sees")),
		],
	};
}

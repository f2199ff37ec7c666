import {
	context,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { selectInput, textInput } from "../slack/inputs.ts";
import { dateToken, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { type Reader, slackDate, startOfDate } from "../time/dates.ts";
import type { Outside } from "./external.service.ts";
import {
	externalLengths,
	externalMonths,
	externalRhythms,
} from "./external.ts";
import type { Mentorship, Rhythm } from "./mentorship.ts";

/** Who, about what, how often and for how long. */
export function externalModal(rhythm: Rhythm, text: Text): Modal {
	return modal({
		id: "mentorships:beginExternal",
		title: text.plain("mentorships:external.title"),
		submit: text.plain("mentorships:external.submit"),
		close: text.plain("mentorships:external.cancel"),
		blocks: [
			section(text.mrkdwn("mentorships:external.intro")),
			textInput({
				name: "name",
				label: text.plain("mentorships:external.name"),
				hint: text.plain("mentorships:external.nameSeen"),
				max: externalLengths.name,
			}),
			textInput({
				name: "about",
				label: text.plain("mentorships:external.about"),
				hint: text.plain("mentorships:external.aboutSeen"),
				max: externalLengths.about,
			}),
			selectInput({
				name: "rhythm",
				label: text.plain("mentorships:external.rhythm"),
				initial: rhythm,
				choices: externalRhythms.map((value) => ({
					value,
					label: text.plain(`enrollment:rhythm.${value}`),
				})),
			}),
			selectInput({
				name: "months",
				label: text.plain("mentorships:external.months"),
				initial: "6",
				choices: externalMonths.map((value) => ({
					value,
					label:
						value === "open"
							? text.plain("mentorships:external.open")
							: text.plain("mentorships:external.forMonths", {
									count: Number(value),
								}),
				})),
			}),
			textInput({
				name: "goal",
				label: text.plain("mentorships:external.goal"),
				hint: text.plain("mentorships:external.goalSeen"),
				max: externalLengths.goal,
				lines: true,
				optional: true,
			}),
		],
	});
}

/** It has begun, and what comes of it. */
export function begunExternalMessage(name: string, text: Text): Message {
	const words = text.mrkdwn("mentorships:external.begun", { name });
	return {
		text: words,
		blocks: [
			section(words),
			context(text.mrkdwn("mentorships:external.begunNext")),
		],
	};
}

/** On its page and on Home: with whom it is, and what it is about. */
export function externalLines(
	{ name, about }: Outside,
	{ endsOn, rhythm }: Mentorship,
	reader: Reader,
	text: Text,
): Mrkdwn[] {
	const who = text.mrkdwn("mentorships:external.line", { name, about });
	const often = text.plain(`enrollment:rhythm.${rhythm ?? "monthly"}`);
	const until = endsOn
		? text.mrkdwn("mentorships:external.until", {
				rhythm: often,
				date: dateToken(
					slackDate(startOfDate(endsOn, reader.zone), "day", reader),
				),
			})
		: text.mrkdwn("mentorships:external.openEnd", { rhythm: often });
	return [joinMrkdwn([who, until], "\n")];
}

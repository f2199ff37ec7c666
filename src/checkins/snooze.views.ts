import {
	actions,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { radioInput } from "../slack/inputs.ts";
import { dateToken } from "../slack/mrkdwn.ts";
import { dateInput } from "../slack/pickers.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import { snoozeButton, wakeButton } from "./nudge-buttons.views.ts";
import { snoozeLengths } from "./snooze.ts";

type Reader = { zone: string; locale: string };

export function snoozeModal(text: Text): Modal {
	return modal({
		id: "checkins:confirmSnooze",
		title: text.plain("checkins:snooze.title"),
		submit: text.plain("checkins:snooze.submit"),
		close: text.plain("checkins:snooze.cancel"),
		blocks: [
			section(text.mrkdwn("checkins:snooze.what")),
			radioInput({
				name: "length",
				label: text.plain("checkins:snooze.length"),
				choices: snoozeLengths.map((value) => ({
					value,
					label: text.plain(`checkins:snooze.${value}`),
				})),
				initial: "week",
			}),
			dateInput({
				name: "until",
				label: text.plain("checkins:snooze.until"),
				optional: true,
			}),
		],
	});
}

export function snoozedMessage(
	until: Date,
	reader: Reader,
	text: Text,
): Message {
	const words = text.mrkdwn("checkins:snooze.done", {
		date: dateToken(slackDate(until, "day", reader)),
	});
	return { text: words, blocks: [section(words)] };
}

/** How it stands, and the way to the other; on Home and as an answer. */
export function snoozeStands(
	until: Date | null,
	reader: Reader,
	text: Text,
): Message {
	const words = until
		? text.mrkdwn("checkins:snooze.home", {
				date: dateToken(slackDate(until, "day", reader)),
			})
		: text.mrkdwn("checkins:snooze.awake");
	const change = until ? wakeButton(text) : snoozeButton(text);
	return { text: words, blocks: [section(words), actions(change)] };
}

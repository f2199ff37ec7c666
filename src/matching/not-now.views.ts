import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { personInput } from "../slack/inputs.ts";
import { dateToken } from "../slack/mrkdwn.ts";
import { dateInput } from "../slack/pickers.ts";
import type { Text } from "../slack/text.ts";
import { type Reader, slackDate } from "../time/dates.ts";
import type { RequestRow } from "./requests.queries.ts";

/** After a not now, for whoever has more to say: never needed. */
export function moreToSay(request: RequestRow, text: Text): KnownBlock {
	return actions(
		button({
			id: "matching:suggest",
			value: request.requestId,
			label: text.plain("matching:suggest.open", { name: request.menteeName }),
		}),
		awayButton(text),
	);
}

export function awayButton(text: Text) {
	return button({
		id: "matching:away",
		label: text.plain("matching:away.open"),
	});
}

export function suggestModal(
	{ requestId, menteeName: name }: RequestRow,
	text: Text,
): Modal {
	return modal({
		id: "matching:suggestColleague",
		title: text.plain("matching:suggest.title"),
		submit: text.plain("matching:suggest.send"),
		close: text.plain("matching:question.cancel"),
		metadata: { request: requestId },
		blocks: [
			personInput({
				name: "colleague",
				label: text.plain("matching:suggest.label", { name }),
				hint: text.plain("matching:suggest.hint", { name }),
			}),
		],
	});
}

export function awayModal(text: Text): Modal {
	return modal({
		id: "matching:setAway",
		title: text.plain("matching:away.title"),
		submit: text.plain("matching:away.save"),
		close: text.plain("matching:question.cancel"),
		blocks: [
			dateInput({
				name: "until",
				label: text.plain("matching:away.label"),
				hint: text.plain("matching:away.hint"),
			}),
		],
	});
}

export function awaySaved(until: Date, reader: Reader, text: Text): Message {
	const date = dateToken(slackDate(until, "day", reader));
	const words = text.mrkdwn("matching:away.saved", { date });
	return { text: words, blocks: [section(words), actions(backButton(text))] };
}

/** On Home: why nobody finds this mentor, and the way back. */
export function unavailableSection(
	why: { awayUntil: Date } | "silent",
	reader: Reader,
	text: Text,
): KnownBlock[] {
	const words =
		why === "silent"
			? text.mrkdwn("matching:available.silent")
			: text.mrkdwn("matching:available.away", {
					date: dateToken(slackDate(why.awayUntil, "day", reader)),
				});
	return [section(words, backButton(text))];
}

/** Told once, when it begins. */
export function silentMessage(text: Text): Message {
	return {
		text: text.mrkdwn("matching:silent.text"),
		blocks: [
			section(text.mrkdwn("matching:silent.body")),
			actions(backButton(text)),
		],
	};
}

function backButton(text: Text) {
	return button({
		id: "matching:available",
		style: "primary",
		label: text.plain("matching:available.button"),
	});
}

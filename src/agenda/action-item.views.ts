import type { Button, KnownBlock } from "@slack/types";
import { hearingMenu } from "../mentorships/hearing-menu.views.ts";
import type { Mentorship } from "../mentorships/mentorship.ts";
import { mentorshipName } from "../mentorships/mentorship-name.views.ts";
import { othersNamed } from "../mentorships/since.views.ts";
import {
	actions,
	button,
	context,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { textInput } from "../slack/inputs.ts";
import {
	dateToken,
	escapeText,
	joinMrkdwn,
	type Mrkdwn,
	quote,
} from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { type Reader, slackDay } from "../time/dates.ts";
import {
	type ActionItem,
	actionLengths,
	type Report,
	reportEntries,
	reports,
} from "./action-item.ts";

type ActionReader = Reader & { personId: string };

/** What was taken on, by whom, and how it went. */
export function actionLine(
	action: ActionItem,
	reader: Reader,
	text: Text,
): Mrkdwn {
	const { state, dueOn, owner, why } = action;
	const words = action.text;
	const { name } = owner;
	if (state !== "open") {
		const line = text.mrkdwn(`agenda:action.state.${state}`, {
			text: words,
			name,
		});
		return why ? joinMrkdwn([line, quote(why)], "\n") : line;
	}
	if (!dueOn)
		return text.mrkdwn("agenda:action.state.open", { text: words, name });
	return text.mrkdwn("agenda:action.state.due", {
		text: words,
		name,
		date: dateToken(slackDay(dueOn, reader)),
	});
}

/** How it went, in one tap. */
export function reportButtons(action: ActionItem, text: Text): Button[] {
	return reports.map((report) =>
		button({
			id: reportEntries[report],
			value: action.actionId,
			label: text.plain(`agenda:action.button.${report}`),
			spoken: text.plain(`agenda:action.spoken.${report}`, {
				text: action.text,
			}),
		}),
	);
}

/** On Home: what I took on and have not reported back. */
export function ownActionsSection(
	taken: ActionItem[],
	reader: Reader,
	text: Text,
): KnownBlock[] {
	return taken.flatMap((action) => [
		section(actionLine(action, reader, text)),
		actions(...reportButtons(action, text)),
	]);
}

/** The one question about it, when it is due. */
export function dueMessage(
	action: ActionItem,
	mentorship: Mentorship,
	reader: ActionReader,
	text: Text,
): Message {
	const names = othersNamed(mentorship, reader, text);
	return {
		text: text.mrkdwn("agenda:action.asked.text"),
		blocks: [
			section(text.mrkdwn("agenda:action.asked.title", { names })),
			context(mentorshipName(mentorship, reader, text)),
			section(quote(action.text)),
			actions(
				...reportButtons(action, text),
				hearingMenu(mentorship, reader, text),
			),
			context(text.mrkdwn("agenda:action.asked.any")),
		],
	};
}

/** It is noted with the tap; a line of why may follow. */
export function notedModal(
	action: ActionItem & { state: Report },
	text: Text,
): Modal {
	return modal({
		id: "agenda:saveWhy",
		title: text.plain("agenda:action.noted.title"),
		submit: text.plain("agenda:action.noted.save"),
		close: text.plain("agenda:action.noted.skip"),
		metadata: { action: action.actionId, state: action.state },
		blocks: [
			section(
				joinMrkdwn(
					[
						text.mrkdwn(`agenda:action.noted.${action.state}`),
						escapeText(action.text),
					],
					"\n",
				),
			),
			textInput({
				name: "why",
				label: text.plain("agenda:action.noted.why"),
				hint: text.plain("agenda:action.noted.whySeen"),
				initial: action.why,
				max: actionLengths.why,
				lines: true,
				optional: true,
			}),
		],
	});
}

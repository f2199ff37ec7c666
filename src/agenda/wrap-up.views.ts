import type { WrapUpButtons } from "../meetings/done.views.ts";
import { othersNamed } from "../mentorships/since.views.ts";
import {
	button,
	divider,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { multiSelectInput, selectInput, textInput } from "../slack/inputs.ts";
import { cut, dateToken } from "../slack/mrkdwn.ts";
import { dateInput } from "../slack/pickers.ts";
import type { Text } from "../slack/text.ts";
import { type Reader, slackDate } from "../time/dates.ts";
import { actionLengths, usualDue } from "./action-item.ts";
import type { WrapUpPage } from "./wrap-up.service.ts";
import { scores, takenRows } from "./wrap-up.ts";

type WrapUpReader = Reader & { personId: string; now: Date };

/** What came of a meeting: how useful it was, and what was taken on. */
export function wrapUpModal(
	{ meetingId, heldAt, mentorship, items }: WrapUpPage,
	reader: WrapUpReader,
	text: Text,
): Modal {
	const members = mentorship.members.map(({ personId, name }) => ({
		value: personId,
		label: name,
	}));
	return modal({
		id: "agenda:saveWrapUp",
		title: text.plain("agenda:wrapUp.title"),
		submit: text.plain("agenda:wrapUp.save"),
		close: text.plain("agenda:close"),
		metadata: { meeting: meetingId },
		blocks: [
			section(
				text.mrkdwn("agenda:wrapUp.intro", {
					names: othersNamed(mentorship, reader, text),
					date: dateToken(slackDate(heldAt, "day", reader)),
				}),
			),
			selectInput({
				name: "useful",
				label: text.plain("agenda:wrapUp.useful"),
				hint: text.plain("agenda:wrapUp.usefulSeen"),
				choices: scores.map((score) => ({
					value: score,
					label: text.plain(`agenda:wrapUp.score.${score}`),
				})),
				optional: true,
			}),
			...(items.length > 0
				? [
						multiSelectInput({
							name: "keep",
							label: text.plain("agenda:wrapUp.keep"),
							hint: text.plain("agenda:wrapUp.keepHint"),
							choices: items.map(({ itemId, text: words }) => ({
								value: itemId,
								label: cut(words.replace(/\s+/g, " "), 75),
							})),
							initial: [],
							optional: true,
						}),
					]
				: []),
			...takenRows.flatMap((row) => [
				divider(),
				textInput({
					name: `took${row}`,
					label: text.plain("agenda:wrapUp.took"),
					hint: text.plain("agenda:wrapUp.tookSeen"),
					max: actionLengths.text,
					optional: true,
				}),
				selectInput({
					name: `who${row}`,
					label: text.plain("agenda:wrapUp.who"),
					choices: members,
					initial: reader.personId,
					optional: true,
				}),
				dateInput({
					name: `by${row}`,
					label: text.plain("agenda:wrapUp.by"),
					initial: usualDue(reader.now, reader),
					optional: true,
				}),
			]),
		],
	});
}

/** After "we met". */
export const wrapUpButtons: WrapUpButtons = ({ meeting }, text) => [
	button({
		id: "agenda:wrapUp",
		value: meeting.meetingId,
		label: text.plain("agenda:wrapUp.button"),
	}),
];

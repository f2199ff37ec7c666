import type { KnownBlock } from "@slack/types";
import type { WrapUpButtons } from "../meetings/done.views.ts";
import type { Mentorship } from "../mentorships/mentorship.ts";
import { isOver } from "../mentorships/mentorship-moves.ts";
import { othersNamed } from "../mentorships/since.views.ts";
import {
	actions,
	button,
	context,
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
	rows = 1,
): Modal {
	return modal({
		id: "agenda:saveWrapUp",
		title: text.plain("agenda:wrapUp.title"),
		submit: text.plain("agenda:wrapUp.save"),
		close: text.plain("agenda:close"),
		metadata: { meeting: meetingId, rows },
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
			...(isOver(mentorship.state)
				? [context(text.mrkdwn("agenda:wrapUp.noMore"))]
				: takenBlocks(mentorship, reader, text, rows)),
		],
	});
}

/** One thing at a time; what is typed stays when another one is asked for. */
function takenBlocks(
	{ members }: Mentorship,
	reader: WrapUpReader,
	text: Text,
	rows: number,
): KnownBlock[] {
	const choices = members.map(({ personId, name }) => ({
		value: personId,
		label: name,
	}));
	const shown = takenRows.slice(0, rows).flatMap((row) => [
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
			choices,
			initial: reader.personId,
			optional: true,
		}),
		dateInput({
			name: `by${row}`,
			label: text.plain("agenda:wrapUp.by"),
			initial: usualDue(reader.now, reader),
			optional: true,
		}),
	]);
	const more = button({
		id: "agenda:oneMore",
		label: text.plain("agenda:wrapUp.oneMore"),
	});
	return rows < takenRows.length ? [...shown, actions(more)] : shown;
}

/** After "we met". */
export const wrapUpButtons: WrapUpButtons = ({ meeting }, text) => [
	button({
		id: "agenda:wrapUp",
		value: meeting.meetingId,
		label: text.plain("agenda:wrapUp.button"),
	}),
];

import type { KnownBlock } from "@slack/types";
import { othersNamed } from "../mentorships/since.views.ts";
import { context, type Modal, modal, section } from "../slack/blocks.ts";
import { textInput } from "../slack/inputs.ts";
import { dateToken, joinMrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import type { Agenda } from "./agenda.service.ts";
import {
	type AgendaForm,
	type AgendaItem,
	fieldOf,
	itemLength,
	mostOwn,
	newField,
	versionsOf,
} from "./agenda.ts";
import {
	type AgendaReader,
	actionBlocks,
	itemLines,
	leadBlocks,
} from "./agenda-parts.views.ts";
import type { Question } from "./questions.ts";

/** What a form looked like that could not be saved. */
export type Unsaved = { form: AgendaForm; changed: string[] };

/** The next agenda, which every member can change. */
export function agendaModal(
	agenda: Agenda,
	reader: AgendaReader,
	text: Text,
	unsaved: Unsaved = { form: [], changed: [] },
): Modal {
	const { mentorship, items, questions } = agenda;
	const typed = new Map(unsaved.form.map((one) => [one.field, one.text]));
	const inField = (item: AgendaItem | undefined, field: string) =>
		typed.has(field) ? (typed.get(field) ?? null) : (item?.text ?? null);
	const own = items.filter(({ slot }) => slot === "own");
	const ofQuestion = (question: Question) =>
		items.find(({ slot }) => slot === question);
	return modal({
		id: "agenda:save",
		title: text.plain("agenda:title"),
		submit: text.plain("agenda:save"),
		close: text.plain("agenda:close"),
		metadata: {
			mentorship: mentorship.mentorshipId,
			seen: JSON.stringify(versionsOf(items)),
		},
		blocks: [
			...headBlocks(agenda, reader, text),
			...changedBlocks(agenda, unsaved, text),
			...actionBlocks(agenda, reader, text),
			...questions.flatMap((question) => {
				const item = ofQuestion(question);
				return [
					textInput({
						name: question,
						label: text.plain(`agenda:question.${question}.label`),
						hint: text.plain(`agenda:question.${question}.hint`),
						initial: inField(item, question),
						max: itemLength,
						lines: true,
						optional: true,
					}),
					...(item ? [writtenLine(item, reader, text)] : []),
				];
			}),
			...own.flatMap((item) => [
				textInput({
					name: fieldOf(item),
					label: text.plain("agenda:page.point"),
					initial: inField(item, fieldOf(item)),
					max: itemLength,
					lines: true,
					optional: true,
				}),
				writtenLine(item, reader, text),
			]),
			...(own.length < mostOwn
				? [
						textInput({
							name: newField,
							label: text.plain("agenda:page.own"),
							initial: inField(undefined, newField),
							max: itemLength,
							lines: true,
							optional: true,
						}),
					]
				: []),
		],
	});
}

function headBlocks(
	agenda: Agenda,
	reader: AgendaReader,
	text: Text,
): KnownBlock[] {
	const { mentorship, nextAt } = agenda;
	const names = othersNamed(mentorship, reader, text);
	const next = nextAt
		? text.mrkdwn("agenda:page.next", {
				date: dateToken(slackDate(nextAt, "moment", reader)),
			})
		: text.mrkdwn("agenda:page.noNext");
	return [
		section(
			joinMrkdwn([text.mrkdwn("agenda:page.with", { names }), next], "\n"),
		),
		...leadBlocks(agenda, reader, text),
		...(mentorship.members.length > 1
			? [context(text.mrkdwn("agenda:page.readers"))]
			: []),
	];
}

function changedBlocks(
	{ items }: Agenda,
	{ changed }: Unsaved,
	text: Text,
): KnownBlock[] {
	if (changed.length === 0) return [];
	const theirs = items.filter((item) => changed.includes(fieldOf(item)));
	return [
		section(text.mrkdwn("agenda:page.changed")),
		...theirs.map((item) => section(itemLines(item, text))),
	];
}

/** Who wrote a point, and whether it has waited before. */
function writtenLine(
	{ author, changedAt, carried }: AgendaItem,
	reader: AgendaReader,
	text: Text,
): KnownBlock {
	const written = text.mrkdwn("agenda:page.written", {
		name: author?.name ?? "",
		date: dateToken(slackDate(changedAt, "day", reader)),
	});
	return carried > 0
		? context(written, text.mrkdwn("agenda:page.carried", { count: carried }))
		: context(written);
}

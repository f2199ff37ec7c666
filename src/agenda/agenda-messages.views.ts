import type { Button, KnownBlock } from "@slack/types";
import type { Mentorship } from "../mentorships/mentorship.ts";
import { namedButton } from "../mentorships/named-button.views.ts";
import { actions, context, section } from "../slack/blocks.ts";
import { cut, escapeText, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { actionLine } from "./action-item.views.ts";
import type { Agenda } from "./agenda.service.ts";
import {
	type AgendaReader,
	itemLines,
	leadBlocks,
} from "./agenda-parts.views.ts";
import { hintFor } from "./questions.ts";

const mostShown = 6;
const longestShown = 150;

/** For whoever prepares: what helps to think of something. */
export function prepareBlocks(
	agenda: Agenda,
	reader: AgendaReader,
	text: Text,
): KnownBlock[] {
	const { mentorship, items, questions, nextAt } = agenda;
	const reaches = nextAt ? "share" : "waits";
	const asked = questions.map((question) =>
		escapeText(`• ${text.plain(`agenda:question.${question}.label`)}`),
	);
	return [
		section(
			joinMrkdwn([text.mrkdwn("agenda:prompt.questions"), ...asked], "\n"),
		),
		...takenSection(agenda, reader, text),
		...leadBlocks(agenda, reader, text),
		...(items.length > 0
			? [context(text.mrkdwn("agenda:prompt.points", { count: items.length }))]
			: []),
		...(mentorship.members.length > 1
			? [context(text.mrkdwn(`agenda:prompt.${reaches}`))]
			: []),
		actions(openAgenda("prompt", mentorship, reader, text)),
	];
}

/** For whoever mentors: what is on the agenda, with one hint. */
export function shareBlocks(
	agenda: Agenda,
	reader: AgendaReader,
	text: Text,
): KnownBlock[] {
	const { mentorship, items, met } = agenda;
	const title = items.length > 0 ? "title" : "empty";
	const hint = text.plain(`agenda:hint.${hintFor(mentorship, met)}`);
	return [
		section(text.mrkdwn(`agenda:share.${title}`)),
		...joined(shownIn(agenda).items.map((item) => itemLines(item, text))),
		...takenSection(agenda, reader, text),
		section(text.mrkdwn("agenda:share.hint", { hint })),
		actions(openAgenda("share", mentorship, reader, text)),
	];
}

/** What was taken on, and how it went. */
function takenSection(agenda: Agenda, reader: AgendaReader, text: Text) {
	const lines = shownIn(agenda).actions.map((one) =>
		actionLine(one, reader, text),
	);
	return lines.length > 0
		? joined([text.mrkdwn("agenda:page.homework"), ...lines])
		: [];
}

/** As one block: a message of many may hold no more than fifty. */
const joined = (lines: Mrkdwn[]): KnownBlock[] =>
	lines.length > 0 ? [section(joinMrkdwn(lines, "\n"))] : [];

/** A message is short: the page has the rest, and all of what is long. */
function shownIn({ items, actions: taken }: Agenda) {
	const short = <T extends { text: string }>(one: T): T => ({
		...one,
		text: cut(one.text, longestShown),
	});
	return {
		items: items.slice(0, mostShown).map(short),
		actions: taken
			.slice(0, mostShown)
			.map((one) => short({ ...one, why: null })),
	};
}

function openAgenda(
	from: "prompt" | "share",
	mentorship: Mentorship,
	reader: AgendaReader,
	text: Text,
): Button {
	const label =
		from === "prompt" ? "agenda:prompt.prepare" : "agenda:share.open";
	return namedButton({ id: "agenda:open", label }, mentorship, reader, text);
}

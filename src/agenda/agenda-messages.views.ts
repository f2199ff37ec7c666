import type { Button, KnownBlock } from "@slack/types";
import { type Mentorship, othersOf } from "../mentorships/mentorship.ts";
import { actions, button, context, section } from "../slack/blocks.ts";
import { cut, escapeText, joinMrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Agenda } from "./agenda.service.ts";
import {
	type AgendaReader,
	actionBlocks,
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
	const { mentorship, items, questions } = agenda;
	const asked = questions.map((question) =>
		escapeText(`• ${text.plain(`agenda:question.${question}.label`)}`),
	);
	return [
		section(
			joinMrkdwn([text.mrkdwn("agenda:prompt.questions"), ...asked], "\n"),
		),
		...actionBlocks(shownIn(agenda), reader, text),
		...leadBlocks(agenda, reader, text),
		...(items.length > 0
			? [context(text.mrkdwn("agenda:prompt.points", { count: items.length }))]
			: []),
		...(mentorship.members.length > 1
			? [context(text.mrkdwn("agenda:prompt.share"))]
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
		...shownIn(agenda).items.map((item) => section(itemLines(item, text))),
		...actionBlocks(shownIn(agenda), reader, text),
		section(text.mrkdwn("agenda:share.hint", { hint })),
		actions(openAgenda("share", mentorship, reader, text)),
	];
}

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
	const names = text.list(
		othersOf(mentorship, reader.personId).map(({ name }) => name),
	);
	const [label, spoken] =
		from === "prompt"
			? (["agenda:prompt.prepare", "agenda:prompt.prepareSpoken"] as const)
			: (["agenda:share.open", "agenda:share.openSpoken"] as const);
	return button({
		id: "agenda:open",
		value: mentorship.mentorshipId,
		label: text.plain(label),
		...(names && { spoken: text.plain(spoken, { names }) }),
	});
}

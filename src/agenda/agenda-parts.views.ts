import type { Button, KnownBlock } from "@slack/types";
import type { Mentorship } from "../mentorships/mentorship.ts";
import { namedButton } from "../mentorships/named-button.views.ts";
import { context, section } from "../slack/blocks.ts";
import { joinMrkdwn, type Mrkdwn, quote } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Reader } from "../time/dates.ts";
import { actionLine } from "./action-item.views.ts";
import type { Agenda } from "./agenda.service.ts";
import type { AgendaItem } from "./agenda.ts";
import { whoLeads } from "./questions.ts";

export type AgendaReader = Reader & { personId: string };

/** A point as it is read: the question, and what was written to it. */
export function itemLines(
	{ slot, text: words }: Pick<AgendaItem, "slot" | "text">,
	text: Text,
): Mrkdwn {
	const title =
		slot === "own"
			? text.plain("agenda:page.point")
			: text.plain(`agenda:question.${slot}.label`);
	return joinMrkdwn(
		[text.mrkdwn("agenda:page.theirs", { question: title }), quote(words)],
		"\n",
	);
}

/** What was taken on, and how it went. */
export function actionBlocks(
	{ actions: taken }: Pick<Agenda, "actions">,
	reader: AgendaReader,
	text: Text,
): KnownBlock[] {
	if (taken.length === 0) return [];
	const lines = taken.map((one) => actionLine(one, reader, text));
	return [
		section(text.mrkdwn("agenda:page.homework")),
		...lines.map((line) => section(line)),
	];
}

/** On a mentorship's page. */
export function agendaButton(
	mentorship: Mentorship,
	reader: Pick<AgendaReader, "personId">,
	text: Text,
): Button {
	return namedButton(
		{ id: "agenda:open", label: "agenda:openWith" },
		mentorship,
		reader,
		text,
	);
}

/** Among peers somebody leads, and they take turns. */
export function leadBlocks(
	{ mentorship: { kind, members }, met }: Pick<Agenda, "mentorship" | "met">,
	reader: AgendaReader,
	text: Text,
): KnownBlock[] {
	if (kind !== "peer") return [];
	const byId = members.toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
	const leader = whoLeads(byId, met);
	if (!leader) return [];
	const { personId, name } = leader;
	const leads = personId === reader.personId ? "youLead" : "leads";
	return [context(text.mrkdwn(`agenda:page.${leads}`, { name }))];
}

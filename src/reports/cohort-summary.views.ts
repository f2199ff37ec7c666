import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	header,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { dateToken, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { daysBetween, utcDate } from "../time/calendar.ts";
import { slackDate, slackDay } from "../time/dates.ts";
import { peopleLimit } from "./candidate.ts";
import { summaryIds } from "./cohort-figures.ts";
import {
	fitting,
	quoteBlocks,
	spokenLines,
	summaryLines,
	summaryName,
	summaryTable,
	untoldLine,
} from "./cohort-parts.views.ts";
import type { SummaryPage } from "./cohort-summary.service.ts";
import type { CohortSummary } from "./cohort-summary.ts";
import { fewestEnrolled } from "./published.ts";
import { todoBlocks } from "./todo.views.ts";

/** Of a message's `text`, Slack advises no more than 4,000 characters. */
const mostSpoken = 3_900;

/** For a manager, when a cohort has come to its end. */
export const summaryMessage = (
	summary: CohortSummary,
	text: Text,
): Message => ({
	text: joinMrkdwn(
		fitting(
			[opening(summary, text), ...spokenLines(summary, text)],
			mostSpoken,
		),
		" ",
	),
	blocks: [
		...head(summary, text),
		summaryTable(summary, text),
		...tail(summary, text),
	],
	plainer: summaryText(summary, text),
});

/** The same without a table, for a page. */
const summaryText = (summary: CohortSummary, text: Text): KnownBlock[] => [
	...head(summary, text),
	...summaryLines(summary, text),
	...tail(summary, text),
];

const head = (summary: CohortSummary, text: Text): KnownBlock[] => [
	header(text.plain("reports:summary.title", { cohort: summary.cohort.name })),
	section(opening(summary, text)),
];

function opening(
	{ cohort: { name: cohort }, program, last }: CohortSummary,
	text: Text,
): Mrkdwn {
	return last
		? text.mrkdwn("reports:summary.beside", {
				cohort,
				program,
				last: last.cohort.name,
			})
		: text.mrkdwn("reports:summary.alone", { cohort, program });
}

function tail(summary: CohortSummary, text: Text): KnownBlock[] {
	const { cohort, release, reader } = summary;
	const value = release.releaseId;
	return [
		...untoldLine(summary, text),
		...quoteBlocks(summary, text),
		context(
			text.mrkdwn("reports:summary.footer", {
				from: dateToken(slackDay(cohort.signupFrom, reader)),
				until: dateToken(slackDate(release.madeAt, "day", reader)),
				fewest: peopleLimit,
			}),
		),
		actions(
			button({
				id: "reports:summaryDefinitions",
				value,
				label: text.plain("reports:report.definitions"),
			}),
			button({
				id: "reports:summaryCsv",
				value,
				label: text.plain("reports:report.csv"),
			}),
		),
	];
}

/** Each number in one sentence, of this cohort. */
export function summaryDefinitionsModal(
	{ cohort, release }: CohortSummary,
	text: Text,
): Modal {
	const days = daysBetween(cohort.signupFrom, utcDate(release.madeAt));
	return modal({
		id: "reports:definitionsPage",
		title: text.plain("reports:definitions.title"),
		close: text.plain("reports:definitions.close"),
		blocks: [
			section(
				text.mrkdwn("reports:summary.definitions", {
					cohort: cohort.name,
					days,
				}),
			),
			...summaryIds.map((id) =>
				section(
					text.mrkdwn("reports:definitions.line", {
						name: summaryName(id, text),
						means:
							id === "enrolled" || id === "found"
								? text.plain(`reports:summary.${id}.means`)
								: text.plain(`reports:figure.${id}.means`, { days }),
					}),
				),
			),
		],
	});
}

/** Too few people for numbers: a kind word, and what would help. */
export function fewMessage(
	{ cohort, program, todos }: Extract<SummaryPage, { is: "few" }>,
	text: Text,
): Message {
	const words = text.mrkdwn("reports:summary.few", {
		cohort: cohort.name,
		fewest: fewestEnrolled,
	});
	return {
		text: words,
		blocks: [
			section(words),
			...(todos.length > 0 ? todoBlocks(program, todos, text) : []),
		],
	};
}

/** A summary as a page; also where there is none, or none yet. */
export const summaryModal = (page: SummaryPage, text: Text): Modal =>
	aModal(pageBlocks(page, text), text);

function pageBlocks(page: SummaryPage, text: Text): KnownBlock[] {
	switch (page.is) {
		case "summary":
			return summaryText(page.summary, text);
		case "few":
			return fewMessage(page, text).blocks;
		case "early":
			return [section(text.mrkdwn("reports:summary.early"))];
	}
}

/** While it is made. */
export const summaryWorkingModal = (text: Text): Modal =>
	aModal([section(text.mrkdwn("reports:page.working"))], text);

const aModal = (blocks: KnownBlock[], text: Text): Modal =>
	modal({
		id: "reports:summaryPage",
		title: text.plain("reports:summary.page"),
		close: text.plain("reports:definitions.close"),
		blocks,
	});

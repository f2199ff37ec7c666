import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	divider,
	header,
	type Message,
	section,
} from "../slack/blocks.ts";
import { cutMrkdwn, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { peopleLimit } from "./candidate.ts";
import type { Report } from "./report.ts";
import { charts } from "./report-charts.views.ts";
import {
	bullets,
	changeLines,
	dayOf,
	figureLines,
	headline,
	lookLines,
	spokenFigures,
} from "./report-parts.views.ts";
import { departmentTable, departmentText } from "./report-tables.views.ts";
import { windowDays } from "./rows.ts";

/** The report as the channel reads it; `text` alone says all that matters. */
export function reportMessage(report: Report, text: Text): Message {
	const buttons = reportButtons(report, text);
	return {
		text: spoken(report, text),
		blocks: [
			...opening(report, text),
			...charts(report, text),
			...numbers(report, text),
			...departmentTable(report, text),
			footer(text),
			buttons,
		],
		plainer: [...reportText(report, text), buttons],
	};
}

/** In a message Slack takes 4,000 characters of text that stand by themselves. */
const mostSpoken = 3_900;

/** What a screen reader reads, and what stands in a notification. */
function spoken(report: Report, text: Text): Mrkdwn {
	const { since } = report;
	const changes = joinMrkdwn(changeLines(report, text), "; ");
	const parts = [
		headline(report, text),
		...lookLines(report, text),
		since && since.changes.length > 0
			? text.mrkdwn("reports:report.spokenSince", {
					date: dayOf(report, since.date),
					changes,
				})
			: changes,
		spokenFigures(report, text),
	];
	return cutMrkdwn(joinMrkdwn(parts, " "), mostSpoken);
}

/** The same without a chart, for a page or an answer to one person. */
export const reportText = (report: Report, text: Text): KnownBlock[] => [
	...opening(report, text),
	...numbers(report, text),
	...departmentText(report, text),
	footer(text),
];

function opening(report: Report, text: Text): KnownBlock[] {
	const { program, since } = report;
	const looks = lookLines(report, text);
	const changes = changeLines(report, text);
	return [
		header(text.plain("reports:report.title", { program })),
		section(headline(report, text)),
		...(looks.length > 0
			? [
					section(
						joinMrkdwn(
							[text.mrkdwn("reports:report.look"), bullets(looks)],
							"\n",
						),
					),
				]
			: []),
		section(
			since
				? joinMrkdwn(
						[
							text.mrkdwn("reports:report.changed", {
								date: dayOf(report, since.date),
							}),
							since.changes.length > 0
								? bullets(changes)
								: joinMrkdwn(changes, "\n"),
						],
						"\n",
					)
				: joinMrkdwn(changes, "\n"),
		),
		divider(),
	];
}

export const numbers = (report: Report, text: Text): KnownBlock[] => [
	section(
		joinMrkdwn(
			[text.mrkdwn("reports:report.numbers"), ...figureLines(report, text)],
			"\n",
		),
	),
];

export const footer = (text: Text): KnownBlock =>
	context(
		text.mrkdwn("reports:report.footer", {
			days: windowDays,
			fewest: peopleLimit,
		}),
	);

/** For managers, who alone get an answer. */
export function reportButtons({ release }: Report, text: Text): KnownBlock {
	const value = release.releaseId;
	return actions(
		button({
			id: "reports:definitions",
			value,
			label: text.plain("reports:report.definitions"),
		}),
		button({
			id: "reports:csv",
			value,
			label: text.plain("reports:report.csv"),
		}),
	);
}

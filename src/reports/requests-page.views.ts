import {
	actions,
	button,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { amountWords, peopleWords, valueWords } from "./figure-words.views.ts";
import type { FigureId } from "./figures.ts";
import { figureOf } from "./published.ts";
import type { Report } from "./report.ts";
import { footer } from "./report.views.ts";
import { bullets, dayOf } from "./report-parts.views.ts";
import {
	type RequestsPage,
	requestFigures,
	type TopicNumbers,
} from "./requests-page.ts";

/** Requests and waiting as numbers over groups; whose they are is never there. */
export function requestsModal(page: RequestsPage, text: Text): Modal {
	const { programId, program, report, isFresh, topics } = page;
	const make = actions(
		button({
			id: "reports:make",
			value: programId,
			label: text.plain("reports:page.make"),
		}),
	);
	return modal({
		id: "reports:requestsPage",
		title: text.plain("reports:requests.title"),
		close: text.plain("reports:page.close"),
		metadata: { program: programId },
		blocks: report
			? [
					...numbers(report, topics, text),
					...(isFresh ? [] : [make]),
					footer(text),
				]
			: [
					section(text.mrkdwn("reports:requests.none", { program })),
					make,
					context(text.mrkdwn("reports:requests.names")),
				],
	});
}

function numbers(report: Report, topics: TopicNumbers[], text: Text) {
	const { program, release } = report;
	const date = dayOf(report, release.madeAt);
	const lines = requestFigures.flatMap((id) => figureLine(report, id, text));
	return [
		section(text.mrkdwn("reports:requests.intro", { program, date })),
		section(joinMrkdwn(lines, "\n")),
		section(
			topics.length > 0
				? joinMrkdwn(
						[
							text.mrkdwn("reports:requests.topics"),
							bullets(topics.map((topic) => topicLine(topic, text))),
						],
						"\n",
					)
				: text.mrkdwn("reports:requests.noTopics"),
		),
		context(text.mrkdwn("reports:requests.names")),
	];
}

/** With its date where it stands from an earlier release. */
function figureLine(report: Report, id: FigureId, text: Text): Mrkdwn[] {
	const { release } = report;
	const figure = figureOf(release, id);
	if (!figure) return [];
	const name = text.plain(`reports:figure.${id}.name`);
	const value = valueWords(figure, text);
	const date = dayOf(report, new Date(figure.asOf));
	return figure.asOf === release.madeAt.toISOString()
		? [text.mrkdwn("reports:line.new", { name, value })]
		: [text.mrkdwn("reports:line.old", { name, value, date })];
}

const topicLine = ({ name, waiting, seats }: TopicNumbers, text: Text) =>
	text.mrkdwn("reports:requests.topic", {
		topic: name,
		people: peopleWords(waiting, text),
		mentors: amountWords(seats, text),
	});

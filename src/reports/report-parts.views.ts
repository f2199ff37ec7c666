import { dateToken, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import type { Published } from "./candidate.ts";
import {
	amountWords,
	levelWords,
	peopleWords,
	shareWords,
	timeWords,
	valueWords,
} from "./figure-words.views.ts";
import { type FigureId, figureIds } from "./figures.ts";
import { tableOf } from "./people-figures.ts";
import { figureOf } from "./published.ts";
import type { Report } from "./report.ts";

/** The one sentence that stands for all. */
export function headline({ release, program }: Report, text: Text): Mrkdwn {
	const enrolled = figureOf(release, "enrolled");
	const matched = figureOf(release, "matched");
	if (enrolled?.kind !== "count" || enrolled.people.is !== "number")
		return text.mrkdwn("reports:report.headlineNone", { program });
	const people = amountWords(enrolled.people, text);
	const isTold =
		matched?.kind === "share" &&
		matched.people.is === "number" &&
		matched.yes.is !== "hidden";
	return isTold
		? text.mrkdwn("reports:report.headline", {
				program,
				enrolled: people,
				matched: shareWords(matched.yes, matched.people, text),
			})
		: text.mrkdwn("reports:report.headlineShort", {
				program,
				enrolled: people,
			});
}

/** What is worth a look, a sentence each. */
export const lookLines = ({ looks }: Report, text: Text): Mrkdwn[] =>
	looks.map((look) => {
		switch (look.is) {
			case "topic":
				return text.mrkdwn("reports:look.topic", { topic: look.topic });
			case "quiet":
			case "needsCheckIn":
				return text.mrkdwn(`reports:look.${look.is}`, {
					people: peopleWords({ is: "number", value: look.people }, text),
				});
			case "slow":
				return text.mrkdwn("reports:look.slow", {
					hours: timeWords({ is: "number", value: look.hours }, "hours", text),
				});
			case "useless":
				return text.mrkdwn("reports:look.useless", {
					mean: levelWords({ is: "number", value: look.mean }, text),
				});
			default:
				return text.mrkdwn(`reports:look.${look.is}`);
		}
	});

/** What says something else than in the release before. */
export function changeLines({ since }: Report, text: Text): Mrkdwn[] {
	if (!since) return [text.mrkdwn("reports:report.first")];
	if (since.changes.length === 0)
		return [text.mrkdwn("reports:report.unchanged")];
	return since.changes.map(({ id, before, after }) =>
		text.mrkdwn("reports:report.change", {
			name: text.plain(`reports:figure.${id}.name`),
			before: valueWords(before, text),
			after: valueWords(after, text),
		}),
	);
}

/** Every figure as a line; the table by department stands by itself. */
export function figureLines(report: Report, text: Text): Mrkdwn[] {
	return toldFigures(report).map(({ id, figure }) => {
		const name = text.plain(`reports:figure.${id}.name`);
		const value = valueWords(figure, text);
		const date = dayOf(report, new Date(figure.asOf));
		return isOld(report, figure)
			? text.mrkdwn("reports:line.old", { name, value, date })
			: text.mrkdwn("reports:line.new", { name, value });
	});
}

/** The same for a screen reader, in one paragraph. */
export const spokenFigures = (report: Report, text: Text): Mrkdwn =>
	joinMrkdwn(
		toldFigures(report).map(({ id, figure }) =>
			text.mrkdwn("reports:line.spoken", {
				name: text.plain(`reports:figure.${id}.name`),
				value: valueWords(figure, text),
			}),
		),
		" ",
	);

const tables: FigureId[] = Object.values(tableOf);

/** The tables by department stand by themselves. */
const toldFigures = ({ release }: Report) =>
	figureIds
		.filter((id) => !tables.includes(id))
		.flatMap((id) => {
			const figure = figureOf(release, id);
			return figure ? [{ id, figure }] : [];
		});

const isOld = ({ release }: Report, { asOf }: Published): boolean =>
	asOf !== release.madeAt.toISOString();

export const dayOf = ({ reader }: Report, at: Date): Mrkdwn =>
	dateToken(slackDate(at, "day", reader));

export const bullets = (lines: Mrkdwn[]): Mrkdwn =>
	joinMrkdwn(
		lines.map(({ mrkdwn }) => ({ mrkdwn: `• ${mrkdwn}` })),
		"\n",
	);

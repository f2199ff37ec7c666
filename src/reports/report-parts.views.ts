import { dateToken, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import type { Published } from "./candidate.ts";
import { helpedFigures } from "./closing-figures.ts";
import { departmentRows, toldColumns } from "./department-rows.ts";
import {
	amountWords,
	isTold,
	levelWords,
	peopleWords,
	shareWords,
	timeWords,
	valueWords,
} from "./figure-words.views.ts";
import { type FigureId, figureIds } from "./figures.ts";
import { tableColumns, tableOf } from "./people-figures.ts";
import { figureOf } from "./published.ts";
import type { Report } from "./report.ts";

/** The one sentence that stands for all; with its date where it is not new. */
export function headline(report: Report, text: Text): Mrkdwn {
	const enrolled = figureOf(report.release, "enrolled");
	return enrolled && isOld(report, enrolled)
		? datedHeadline(report, text)
		: headlineWords(report, text);
}

/** The same, always with its date. */
export function datedHeadline(report: Report, text: Text): Mrkdwn {
	const { release } = report;
	const enrolled = figureOf(release, "enrolled");
	const at = enrolled ? new Date(enrolled.asOf) : release.madeAt;
	return text.mrkdwn("reports:report.headlineOf", {
		date: dayOf(report, at),
		headline: headlineWords(report, text),
	});
}

function headlineWords({ release, program }: Report, text: Text): Mrkdwn {
	const enrolled = figureOf(release, "enrolled");
	const matched = figureOf(release, "matched");
	if (enrolled?.kind !== "count" || enrolled.people.is !== "number")
		return text.mrkdwn("reports:report.headlineNone", { program });
	const people = amountWords(enrolled.people, text);
	const isTold =
		matched?.kind === "share" &&
		matched.asOf === enrolled.asOf &&
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

/** Every figure as a line, and those that cannot be told in one. */
export function figureLines(report: Report, text: Text): Mrkdwn[] {
	const lines = toldParts(report, text).map(({ name, value, date }) =>
		date
			? text.mrkdwn("reports:line.old", { name, value, date })
			: text.mrkdwn("reports:line.new", { name, value }),
	);
	const names = untoldNames(report, text);
	return names
		? [...lines, text.mrkdwn("reports:line.untold", { names })]
		: lines;
}

/** The same for a screen reader, in one paragraph. */
export function spokenFigures(report: Report, text: Text): Mrkdwn {
	const spoken = toldParts(report, text).map(({ name, value, date }) =>
		date
			? text.mrkdwn("reports:line.spokenOld", { name, value, date })
			: text.mrkdwn("reports:line.spoken", { name, value }),
	);
	const names = untoldNames(report, text);
	return joinMrkdwn(
		names
			? [...spoken, text.mrkdwn("reports:line.spokenUntold", { names })]
			: spoken,
		" ",
	);
}

const tables: FigureId[] = Object.values(tableOf);

/** The tables by department stand by themselves. */
const figuresOf = ({ release }: Report) =>
	figureIds
		.filter((id) => !tables.includes(id))
		.flatMap((id) => {
			const figure = figureOf(release, id);
			return figure ? [{ id, figure }] : [];
		});

const isAboutHelp = ({ id }: { id: FigureId }): boolean =>
	helpedFigures.some((one) => one === id);

/** What is told of each; what helped is so many figures that they share a line. */
function toldParts(report: Report, text: Text) {
	const told = figuresOf(report).filter(({ figure }) => isTold(figure));
	const helped = Map.groupBy(
		told.filter(isAboutHelp),
		({ figure }) => figure.asOf,
	);
	const shared = new Set<string>();
	/** With its date, where it is of an earlier release. */
	const part = (name: string, value: string, figure: Published) => ({
		...{ name, value },
		date: isOld(report, figure) && dayOf(report, new Date(figure.asOf)),
	});
	return told.flatMap(({ id, figure }) => {
		const { asOf } = figure;
		const value = valueWords(figure, text);
		if (!isAboutHelp({ id }))
			return [part(text.plain(`reports:figure.${id}.name`), value, figure)];
		if (shared.has(asOf)) return [];
		shared.add(asOf);
		const parts = (helped.get(asOf) ?? []).map((one) =>
			text.plain("reports:value.helped", {
				name: helpWords(one.id, text),
				value: valueWords(one.figure, text),
			}),
		);
		const name = text.plain("reports:report.helped");
		return [part(name, parts.join(", "), figure)];
	});
}

function helpWords(id: FigureId, text: Text): string {
	const known = helpedFigures.find((one) => one === id);
	return known ? text.plain(`reports:helped.${known}`) : id;
}

function untoldNames(report: Report, text: Text): string | null {
	const untold = figuresOf(report).filter(({ figure }) => !isTold(figure));
	const told = toldColumns(departmentRows(report.release));
	const columns = tableColumns.filter((column) => !told.includes(column));
	const ids = [
		...untold.map(({ id }) => id),
		...columns.map((column) => tableOf[column]),
	];
	const isAll = helpedFigures.every((one) => ids.includes(one));
	const nameOf = (id: FigureId) =>
		isAll && isAboutHelp({ id })
			? text.plain("reports:report.helped")
			: text.plain(`reports:figure.${id}.name`);
	return ids.length > 0 ? text.list([...new Set(ids.map(nameOf))]) : null;
}

const isOld = ({ release }: Report, { asOf }: Published): boolean =>
	asOf !== release.madeAt.toISOString();

export const dayOf = ({ reader }: Report, at: Date): Mrkdwn =>
	dateToken(slackDate(at, "day", reader));

export const bullets = (lines: Mrkdwn[]): Mrkdwn =>
	joinMrkdwn(
		lines.map(({ mrkdwn }) => ({ mrkdwn: `• ${mrkdwn}` })),
		"\n",
	);

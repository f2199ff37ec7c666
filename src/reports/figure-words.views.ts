import { endingReasons } from "../mentorships/closing.ts";
import type { Text } from "../slack/text.ts";
import {
	type Amount,
	type Level,
	noDepartment,
	type Published,
	type Row,
	type Unit,
} from "./candidate.ts";
import { outcomes } from "./closing-figures.ts";
import { healthOrder } from "./mentorship-figures.ts";

/** Numbers of a release in words: the same in every place that shows them. */

/** What a cell says of so many people. */
export function amountWords(amount: Amount, text: Text): string {
	switch (amount.is) {
		case "number":
			return numeral(amount.value, text);
		case "under":
			return text.plain("reports:value.under", { limit: amount.limit });
		case "nearlyAll":
			return text.plain("reports:value.nearlyAll");
		case "hidden":
			return text.plain("reports:value.hidden");
	}
}

const numeral = (value: number, text: Text): string =>
	new Intl.NumberFormat(text.language).format(value);

/** The same as a part of a sentence: "12 people", "fewer than 5 people". */
export const peopleWords = (amount: Amount, text: Text): string =>
	amount.is === "number"
		? text.plain("reports:value.people", {
				count: amount.value,
				number: numeral(amount.value, text),
			})
		: amount.is === "under"
			? text.plain("reports:value.underPeople", { limit: amount.limit })
			: amountWords(amount, text);

/** How many there are in a split; reasons are counted without people. */
function sizeWords(
	{ id, people }: Extract<Published, { kind: "split" }>,
	text: Text,
): string {
	if (id !== "endedBecause" || people.is === "hidden")
		return peopleWords(people, text);
	return text.plain("reports:value.times", {
		number: amountWords(people, text),
	});
}

/** Whether there is a value to be said at all. */
export function isTold(figure: Published): boolean {
	switch (figure.kind) {
		case "count":
		case "table":
		case "split":
			return figure.people.is !== "hidden";
		case "share":
			return figure.yes.is !== "hidden" && figure.people.is !== "hidden";
		case "mean":
			return figure.mean.is !== "hidden";
		case "median":
			return figure.median.is !== "hidden";
		case "hidden":
			return false;
	}
}

/** A figure's value; of a table, which stands by itself, how many are in it. */
export function valueWords(figure: Published, text: Text): string {
	switch (figure.kind) {
		case "count":
		case "table":
			return peopleWords(figure.people, text);
		case "share":
			return shareWords(figure.yes, figure.people, text);
		case "mean":
			return figure.mean.is === "hidden"
				? hidden(text)
				: text.plain("reports:value.mean", {
						mean: levelWords(figure.mean, text),
						people: peopleWords(figure.people, text),
					});
		case "median":
			return figure.median.is === "hidden"
				? hidden(text)
				: text.plain("reports:value.median", {
						median: timeWords(figure.median, figure.unit, text),
						people: peopleWords(figure.people, text),
					});
		case "split":
			if (figure.rows.length > 0)
				return figure.rows.map((row) => rowWords(row, text)).join(", ");
			return figure.people.is === "number"
				? text.plain("reports:value.alike", { people: sizeWords(figure, text) })
				: sizeWords(figure, text);
		case "hidden":
			return hidden(text);
	}
}

const hidden = (text: Text): string => text.plain("reports:value.hidden");

export function shareWords(yes: Amount, people: Amount, text: Text): string {
	if (yes.is === "hidden" || people.is === "hidden") return hidden(text);
	return text.plain("reports:value.of", {
		yes: amountWords(yes, text),
		people: peopleWords(people, text),
	});
}

const rowWords = (row: Row, text: Text): string =>
	text.plain("reports:value.row", {
		name: categoryName(row, text),
		people: amountWords(row.people, text),
	});

/** What a row of a split is of. */
export const categoryName = ({ names }: Pick<Row, "names">, text: Text) =>
	text.list(names.map((name) => wordFor(name, text)));

function wordFor(name: string, text: Text): string {
	const outcome = outcomes.find((one) => one === name);
	if (outcome) return text.plain(`reports:outcome.${outcome}`);
	const reason = endingReasons.find((one) => one === name);
	if (reason) return text.plain(`reports:because.${reason}`);
	const health = healthOrder.find((one) => one === name);
	return health ? text.plain(`reports:health.${health}`) : name;
}

/** The departments of a row: several that are too small to stand alone. */
export const departmentName = ({ names }: Pick<Row, "names">, text: Text) =>
	text.list(
		names.map((name) =>
			name === noDepartment ? text.plain("reports:value.noDepartment") : name,
		),
	);

/** A mean as it stands. */
export const levelWords = (level: Level, text: Text): string =>
	level.is === "number"
		? oneDecimal(level.value, text)
		: bandWords(level, "points", text);

/** "4.0" says that it was reckoned, "4" that somebody rounded it. */
const oneDecimal = (value: number, text: Text): string =>
	new Intl.NumberFormat(text.language, { minimumFractionDigits: 1 }).format(
		value,
	);

/** A median with its unit. */
export const timeWords = (level: Level, unit: Unit, text: Text): string =>
	level.is === "number"
		? text.plain(`reports:value.time.${unit}`, { count: level.value })
		: bandWords(level, unit, text);

function bandWords(
	level: Exclude<Level, { is: "number" }>,
	unit: Unit | "points",
	text: Text,
): string {
	switch (level.is) {
		case "between": {
			const { low, high } = level;
			return text.plain(`reports:value.between.${unit}`, { low, high });
		}
		case "from":
			return text.plain(`reports:value.from.${unit}`, { low: level.low });
		case "hidden":
			return hidden(text);
	}
}

import type { Text } from "../slack/text.ts";
import type { Amount, Level, Published, Row, Unit } from "./candidate.ts";
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

/** The same as a part of a sentence: "12 people". */
export const peopleWords = (amount: Amount, text: Text): string =>
	amount.is === "number"
		? text.plain("reports:value.people", { count: amount.value })
		: amountWords(amount, text);

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
			return figure.rows.length === 0
				? text.plain("reports:value.alike", {
						people: peopleWords(figure.people, text),
					})
				: figure.rows.map((row) => rowWords(row, text)).join(", ");
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
		name: healthName(row, text),
		people: amountWords(row.people, text),
	});

/** How mentorships go, in a row of that figure. */
export const healthName = ({ names }: Row, text: Text): string =>
	text.list(
		names.map((name) => {
			const known = healthOrder.find((one) => one === name);
			return known ? text.plain(`reports:health.${known}`) : name;
		}),
	);

/** The departments of a row: several that are too small to stand alone. */
export const departmentName = ({ names }: Pick<Row, "names">, text: Text) =>
	text.list([...names]);

/** A mean as it stands. */
export const levelWords = (level: Level, text: Text): string =>
	level.is === "number"
		? numeral(level.value, text)
		: bandWords(level, "points", text);

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

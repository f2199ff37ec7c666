import type { Amount, Published } from "../../src/reports/candidate.ts";
import type { Told } from "./read-outputs.ts";

/** Figures with what else was told of them, and what of that is new. */
export function learn(
	figures: readonly Published[],
	told: readonly Told[],
): { figures: Published[]; more: Told[] } {
	const known = new Map(figures.map((figure) => [figure.id, figure]));
	const more = told.filter((one) => {
		const figure = known.get(one.figure);
		if (!figure || one.value.is === "hidden") return false;
		const learned = withTold(figure, one);
		if (JSON.stringify(learned) === JSON.stringify(figure)) return false;
		known.set(one.figure, learned);
		return true;
	});
	return { figures: [...known.values()], more };
}

function withTold(
	figure: Published,
	{ names, measure, value }: Told,
): Published {
	const amount = value as Amount;
	if (figure.kind === "hidden") return figure;
	if (names.length === 0) {
		if (measure === "people") return { ...figure, people: amount };
		return figure.kind === "share" ? { ...figure, yes: amount } : figure;
	}
	const isIt = (row: { names: readonly string[] }) =>
		row.names.join() === names.join();
	if (figure.kind === "split")
		return {
			...figure,
			rows: figure.rows.map((row) =>
				isIt(row) ? { ...row, people: amount } : row,
			),
		};
	if (figure.kind !== "table") return figure;
	return {
		...figure,
		rows: figure.rows.map((row) => {
			if (!isIt(row)) return row;
			return measure === "people"
				? { ...row, people: amount }
				: { ...row, columns: { ...row.columns, [measure]: amount } };
		}),
	};
}

import { stringify } from "csv-stringify/sync";

/**
 * A spreadsheet takes a cell that begins so for a formula. An apostrophe makes
 * it text; one that is there already gets another, so that exactly one can be
 * taken off again.
 */
const formula = /^'*[=+\-@\t\r]/;

/** A cell that no spreadsheet runs; `unguard` undoes it. */
export function guard(cell: string): string {
	return formula.test(cell) ? `'${cell}` : cell;
}

/** A cell as it was before `guard`. */
export function unguard(cell: string): string {
	return cell.startsWith("'") && formula.test(cell.slice(1))
		? cell.slice(1)
		: cell;
}

/** Rows as a CSV file: with a BOM, by which Excel knows that it is UTF-8. */
export function writeCsv(rows: (string | number | null)[][]): string {
	const cells = rows.map((row) =>
		row.map((cell) => (cell === null ? "" : guard(String(cell)))),
	);
	return stringify(cells, { bom: true, quoted_match: /[\s;]/ });
}

const separators = [",", ";", "\t"];

/** What stands between the cells, as the first line has it most often. */
export function separatorOf(text: string): string {
	const [first = ""] = text.trimStart().split(/[\r\n]/, 1);
	const count = (separator: string) => first.split(separator).length;
	return separators.reduce((best, one) =>
		count(one) > count(best) ? one : best,
	);
}

/**
 * Pasted text as it was copied: a text field takes off the tabs at its end,
 * which are the last row's empty cells.
 */
export function restoreEnd(pasted: string): string {
	if (separatorOf(pasted) !== "\t") return pasted;
	const lines = pasted.split("\n");
	const tabsIn = (line = "") => line.split("\t").length - 1;
	const missing = tabsIn(lines[0]) - tabsIn(lines.at(-1));
	return pasted + "\t".repeat(Math.max(0, missing));
}

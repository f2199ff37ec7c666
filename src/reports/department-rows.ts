import {
	type Amount,
	noDepartment,
	type Published,
	type TableRow,
} from "./candidate.ts";
import { type TableColumn, tableColumns, tableOf } from "./people-figures.ts";
import { figureOf, type Release } from "./published.ts";

type Table = Extract<Published, { kind: "table" }>;

/** The tables of departments as one, and since when a column stands. */
export type DepartmentRows = {
	rows: (Omit<TableRow, "columns"> & {
		/** null: nothing is told. */
		columns: Record<TableColumn, Amount | null>;
	})[];
	/** Columns that were published before this release. */
	old: { column: TableColumn; asOf: Date }[];
};

/**
 * Rows as the newest table has them. A column of another day has other rows
 * where people came and went: what does not fit is left out.
 */
export function departmentRows(release: Release): DepartmentRows {
	const tables = new Map(
		tableColumns.flatMap((column) => {
			const table = figureOf(release, tableOf[column]);
			return table?.kind === "table" ? [[column, table] as const] : [];
		}),
	);
	const [newest] = [...tables.values()].sort((a, b) =>
		a.asOf < b.asOf ? 1 : -1,
	);
	const isUsed = ({ rows }: Table) =>
		rows.some(({ names }) => names.join() !== noDepartment);
	// Where no department is known, there is no table by department.
	const rows = newest && isUsed(newest) ? newest.rows : [];
	return {
		rows: rows.map(({ names, people }) => ({
			names,
			people,
			columns: {
				mentoring: cellOf(tables, "mentoring", names),
				waiting: cellOf(tables, "waiting", names),
				seats: cellOf(tables, "seats", names),
			},
		})),
		old: [...tables]
			.filter(([, table]) => isUsed(table) && !isNew(release, table))
			.map(([column, { asOf }]) => ({ column, asOf: new Date(asOf) })),
	};
}

const isNew = ({ madeAt }: Release, { asOf }: Published): boolean =>
	asOf === madeAt.toISOString();

function cellOf(
	tables: ReadonlyMap<TableColumn, Table>,
	column: TableColumn,
	names: readonly string[],
): Amount | null {
	const row = tables
		.get(column)
		?.rows.find((one) => one.names.join("\n") === names.join("\n"));
	return row?.columns[column] ?? null;
}

export const isCellTold = (amount: Amount | null): amount is Amount =>
	amount !== null && amount.is !== "hidden";

/** What is told of no department needs no column to say so. */
export const toldColumns = ({ rows }: DepartmentRows): TableColumn[] =>
	tableColumns.filter((id) => rows.some((row) => isCellTold(row.columns[id])));

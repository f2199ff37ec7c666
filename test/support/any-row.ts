import { randomBytes, randomUUID } from "node:crypto";
import type { ClientBase } from "pg";

/** A table of workspaces' rows, and how to add some row or other to it. */
export type TenantTable = {
	name: string;
	/** A statement that inserts a row, unlike any before it. */
	insertFor(workspaceId: string): string;
};

type Column = {
	table: string;
	column: string;
	type: string;
	category: string;
	label: string | null;
};

/**
 * Every table with a workspace, made to take any row: its foreign keys and
 * checks are dropped, so that tests of policies need not know what it holds.
 * For a superuser, in a database of the test's own.
 */
export async function loosenTables(client: ClientBase): Promise<TenantTable[]> {
	const { rows: constraints } = await client.query<{ statement: string }>(
		`select format('alter table %s drop constraint %I', conrelid::regclass,
			conname) as statement
			from pg_constraint where contype in ('c', 'f')
				and connamespace = 'public'::regnamespace and conrelid <> 0`,
	);
	for (const { statement } of constraints) await client.query(statement);

	const { rows: columns } = await client.query<Column>(
		`select relname as table, attname as column, typname as type,
			typcategory as category,
			(select enumlabel from pg_enum where enumtypid = t.oid limit 1) as label
			from pg_class c join pg_attribute on attrelid = c.oid
			join pg_type t on t.oid = atttypid
			where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
				and attnum > 0 and not attisdropped and attgenerated = ''
			order by relname, attnum`,
	);
	const tables = Map.groupBy(columns, ({ table }) => table);
	return [...tables]
		.filter(([, its]) => its.some(({ column }) => column === "workspace_id"))
		.map(([name, its]) => ({
			name,
			insertFor: (workspaceId) => {
				const values = its.map((column) =>
					column.column === "workspace_id" ? workspaceId : someValue(column),
				);
				return `insert into ${name} (${its.map(({ column }) => column)})
					overriding system value
					values (${values.map((value) => `'${value}'`)})`;
			},
		}));
}

/** A literal that Postgres reads as a value of the column's type. */
function someValue({ type, category, label, ...where }: Column): string {
	const unique = randomBytes(8).toString("hex");
	const byType: Record<string, string> = {
		uuid: randomUUID(),
		bytea: `\\x${unique}`,
		json: "{}",
		jsonb: "{}",
	};
	// pg_type's categories: array, boolean, date, enum, number, range, string, span.
	const byCategory: Record<string, string> = {
		A: "{}",
		B: "false",
		D: "2026-01-05",
		E: label ?? "",
		N: "1",
		R: "empty",
		S: unique,
		T: "1 hour",
	};
	const value = byType[type] ?? byCategory[category];
	if (value === undefined) {
		throw new Error(`No value for ${where.table}.${where.column} (${type})`);
	}
	return value;
}

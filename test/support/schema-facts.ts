import type { ClientBase } from "pg";

export type SchemaFacts = {
	tables: TableFacts[];
	columns: { table: string; column: string; type: string }[];
	/** Primary and other unique keys; an expression has no column: null. */
	keys: { table: string; name: string; columns: (string | null)[] }[];
	foreignKeys: ForeignKeyFacts[];
};

type TableFacts = {
	table: string;
	hasPrimaryKey: boolean;
	/** Row level security is on, and also binds the owner. */
	guarded: boolean;
	forced: boolean;
	policies: number;
	owner: string;
};

type ForeignKeyFacts = {
	table: string;
	name: string;
	target: string;
	columns: string[];
	targetColumns: string[];
};

/** What the live schema `public` says about itself. */
export async function readSchema(client: ClientBase): Promise<SchemaFacts> {
	const names = (keys: string, relation: string) => `array(
		select attname::text from unnest(${keys}) with ordinality as k (num, position)
			left join pg_attribute on attrelid = ${relation} and attnum = num
				and num <> 0
			order by position)`;
	const ours =
		"relnamespace = 'public'::regnamespace and relkind in ('r', 'p')";

	const tables = await client.query<TableFacts>(
		`select relname as table, relrowsecurity as guarded,
			relforcerowsecurity as forced, relowner::regrole::text as owner,
			exists (select from pg_index where indrelid = c.oid and indisprimary)
				as "hasPrimaryKey",
			(select count(*)::int from pg_policy where polrelid = c.oid) as policies
			from pg_class c where ${ours} order by relname`,
	);
	const columns = await client.query<SchemaFacts["columns"][number]>(
		`select relname as table, attname as column,
			format_type(atttypid, atttypmod) as type
			from pg_class c join pg_attribute on attrelid = c.oid
			where ${ours} and attnum > 0 and not attisdropped
			order by relname, attname`,
	);
	const keys = await client.query<SchemaFacts["keys"][number]>(
		`select c.relname as table, i.relname as name,
			${names("indkey::int[]", "c.oid")} as columns
			from pg_class c join pg_index on indrelid = c.oid
			join pg_class i on i.oid = indexrelid
			where c.${ours.replace("relkind", "c.relkind")} and indisunique
			order by i.relname`,
	);
	const foreignKeys = await client.query<ForeignKeyFacts>(
		`select conrelid::regclass::text as table, conname as name,
			confrelid::regclass::text as target,
			${names("conkey", "conrelid")} as columns,
			${names("confkey", "confrelid")} as "targetColumns"
			from pg_constraint c
			where connamespace = 'public'::regnamespace and contype = 'f'
			order by conname`,
	);
	return {
		tables: tables.rows,
		columns: columns.rows,
		keys: keys.rows,
		foreignKeys: foreignKeys.rows,
	};
}

import type { ClientBase } from "pg";

/** What every table holds, by "workspace table", as a hash. */
export type Checksums = Map<string, string>;

type TableName = { name: string; sealed: string[] };

async function tablesOf(client: ClientBase): Promise<TableName[]> {
	const { rows } = await client.query<TableName>(
		`select relname as name, array(select attname::text from pg_attribute
				where attrelid = c.oid and atttypid = 'bytea'::regtype
					and attnum > 0 and not attisdropped) as sealed
			from pg_class c
			where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
				and exists (select from pg_attribute where attrelid = c.oid
					and attname = 'workspace_id')
			order by relname`,
	);
	return rows;
}

/**
 * A hash of each table's rows, for each workspace. `sealed: "by length"` takes
 * the same text, sealed anew, for the same.
 */
export async function checksums(
	client: ClientBase,
	{
		without = [],
		sealed = "exactly",
	}: { without?: string[]; sealed?: "exactly" | "by length" } = {},
): Promise<Checksums> {
	const tables = (await tablesOf(client)).filter(
		({ name }) => !without.includes(name),
	);
	const parts = tables.map((table) => {
		const masked = table.sealed.map(
			(column) => `'${column}', length(t.${column})`,
		);
		const row =
			sealed === "exactly"
				? "to_jsonb(t)"
				: `to_jsonb(t) || jsonb_build_object(${masked})`;
		return `select workspace_id || ' ${table.name}' as key,
			md5(string_agg((${row})::text, ' ' order by (${row})::text)) as hash
			from ${table.name} t group by workspace_id`;
	});
	const { rows } = await client.query<{ key: string; hash: string }>(
		parts.join(" union all "),
	);
	return new Map(rows.map(({ key, hash }) => [key, hash]));
}

/** The keys whose rows are not as they were. */
export function changed(before: Checksums, after: Checksums): string[] {
	const keys = new Set([...before.keys(), ...after.keys()]);
	return [...keys].filter((key) => before.get(key) !== after.get(key)).sort();
}

/** Keeps a copy of all rows; the result puts them back. For a superuser. */
export async function keepTables(
	client: ClientBase,
): Promise<() => Promise<void>> {
	const tables = await tablesOf(client);
	await client.query("create schema kept");
	for (const { name } of tables)
		await client.query(`create table kept.${name} as table public.${name}`);
	const names = tables.map(({ name }) => name);
	return async () => {
		await client.query("begin");
		// Rows come back as they were, so no key needs to be checked meanwhile.
		await client.query("set local session_replication_role = replica");
		for (const name of names) {
			await client.query(`delete from public.${name}`);
			await client.query(
				`insert into public.${name} select * from kept.${name}`,
			);
		}
		await client.query("commit");
	};
}

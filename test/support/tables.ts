import type { ClientBase } from "pg";

/** What every table holds, by "workspace table", as a hash. */
export type Checksums = Map<string, string>;

/** What the sender and Home note at their own time; nothing anyone reads. */
export const bookkeeping = ["lane", "gate", "home_tab"];

export type ChecksumOptions = {
	/** Tables left out; unless told otherwise, the bookkeeping. */
	without?: string[];
	/** "by length" takes the same text, sealed anew, for the same. */
	sealed?: "exactly" | "by length";
};

export type Tables = {
	checksums(options?: ChecksumOptions): Promise<Checksums>;
	/** Keeps a copy of all rows. */
	keep(): Promise<void>;
	/** Puts back the rows of these tables, as they were kept. */
	restore(names: Iterable<string>): Promise<void>;
};

/** Every table with a workspace, as a superuser sees it. */
export async function openTables(client: ClientBase): Promise<Tables> {
	const { rows: tables } = await client.query<{
		name: string;
		sealed: string[];
	}>(
		`select relname as name, array(select attname::text from pg_attribute
				where attrelid = c.oid and atttypid = 'bytea'::regtype
					and attnum > 0 and not attisdropped) as sealed
			from pg_class c
			where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
				and exists (select from pg_attribute where attrelid = c.oid
					and attname = 'workspace_id')
			order by relname`,
	);

	return {
		async checksums({ without = bookkeeping, sealed = "exactly" } = {}) {
			const parts = tables
				.filter(({ name }) => !without.includes(name))
				.map((table) => {
					const lengths = table.sealed.map(
						(column) => `'${column}', length(t.${column})`,
					);
					const row =
						sealed === "exactly"
							? "t::text"
							: `(to_jsonb(t) || jsonb_build_object(${lengths}))::text`;
					return `select workspace_id || ' ${table.name}' as key,
						sum(hashtextextended(${row}, 0)::numeric)::text as hash
						from ${table.name} t group by workspace_id`;
				});
			// Planned once: that takes longer than reading a few rows.
			const { rows } = await client.query<{ key: string; hash: string }>({
				name: `checksums ${sealed} without ${without}`.slice(0, 63),
				text: parts.join(" union all "),
			});
			return new Map(rows.map(({ key, hash }) => [key, hash]));
		},
		async keep() {
			await client.query("create schema kept");
			for (const { name } of tables)
				await client.query(`create table kept.${name} as table public.${name}`);
		},
		async restore(names) {
			// Rows come back as they were: no key needs to be checked meanwhile.
			const statements = [...names].map(
				(name) =>
					`delete from public.${name};
					insert into public.${name} select * from kept.${name};`,
			);
			await client.query(
				`begin; set local session_replication_role = replica;
				${statements.join(" ")} commit`,
			);
		},
	};
}

/** The keys whose rows are not as they were. */
export function changed(before: Checksums, after: Checksums): string[] {
	const keys = new Set([...before.keys(), ...after.keys()]);
	return [...keys].filter((key) => before.get(key) !== after.get(key)).sort();
}

/** The table of a key. */
export const tableOf = (key: string) => key.split(" ")[1] ?? "";

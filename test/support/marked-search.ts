import type { ClientBase } from "pg";
import { markedTeam } from "./marked-world.ts";
import type { Marks } from "./marks.ts";
import { until } from "./until.ts";

/** All is said, without the pause that is kept between two messages. */
export const allIsSaid = (client: ClientBase) =>
	until(
		"rest among the deliveries",
		async () => {
			await client.query("update lane set next_at = now()");
			await client.query(
				`update gate set open_at = now(), due_at = now()
				where due_at > now() and not exists (select from delivery d
					where d.workspace_id = gate.workspace_id
						and d.gate_key = gate.gate_key and d.state = 'sending')`,
			);
			const { rowCount } = await client.query(
				`select from delivery join gate using (workspace_id, gate_key)
				where state in ('pending', 'sending') and stopped is null`,
			);
			return rowCount === 0;
		},
		120_000,
	);

/** Every table as text, in which no mark can be read in any way. */
export async function searchDump(
	client: ClientBase,
	marks: Marks,
): Promise<{ rows: number; found: string[] }> {
	const { rows: tables } = await client.query<{ name: string }>(
		`select table_name as name from information_schema.tables
			where table_schema = 'public' and table_type = 'BASE TABLE'`,
	);
	const plain = Buffer.from(`zq-${markedTeam.toLowerCase()}`);
	const found: string[] = [];
	let count = 0;
	for (const { name } of tables) {
		const { rows } = await client.query<{ row: string }>(
			`select to_jsonb(it)::text as row from "${name}" it`,
		);
		count += rows.length;
		for (const { row } of rows) {
			found.push(...marks.leaks(row, null));
			// Without the end of base64, which depends on what follows.
			for (const as of ["hex", "base64"] as const)
				if (row.includes(plain.toString(as).slice(0, 14)))
					found.push(`${name}: ${as}`);
		}
	}
	return { rows: count, found };
}

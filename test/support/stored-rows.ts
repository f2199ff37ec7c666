import type { ClientBase } from "pg";

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const time = /\d{4}-\d\d-\d\d(?:T[\d:.]+(?:\+00:00|Z)?)?/g;

/**
 * All that the database holds, table by table, ids and times aside: people by
 * Slack's ids, other things not told apart, sealed text by its length, numbers
 * that Slack counts up not at all. Equal for two stories that cannot be told
 * apart by who reads the whole database.
 */
export async function storedRows(
	client: ClientBase,
): Promise<Record<string, string[]>> {
	const { rows: people } = await client.query<{ id: string; slack: string }>(
		"select person_id as id, slack_user_id as slack from person",
	);
	const slackIds = new Map(people.map(({ id, slack }) => [id, slack]));
	const plain = (row: string) =>
		row
			.replace(uuid, (id) => slackIds.get(id) ?? "<id>")
			.replace(/\\\\x[0-9a-f]+/g, ({ length }) => `<${length} bytes>`)
			.replace(time, "<time>")
			.replace(/\d{9,}(?:\.\d+)*/g, "<number>")
			.replace(/\bview:V\w+:[\w.<>]+/g, "view:<id>");
	const { rows: tables } = await client.query<{ name: string }>(
		`select table_name as name from information_schema.tables
			where table_schema = 'public' and table_type = 'BASE TABLE'
			order by table_name`,
	);
	const dump: Record<string, string[]> = {};
	for (const { name } of tables) {
		const { rows } = await client.query<{ row: string }>(
			`select to_jsonb(it)::text as row from "${name}" it`,
		);
		dump[name] = rows.map(({ row }) => plain(row)).sort();
	}
	return dump;
}

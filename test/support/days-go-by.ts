import type { ClientBase } from "pg";

type Figure = { asOf?: string };

/**
 * So many days pass at once: whatever the database knows of times and dates is
 * that much longer ago, or so much nearer. What is due then has to be rung for.
 */
export async function daysGoBy(
	client: ClientBase,
	days: number,
): Promise<void> {
	const { rows } = await client.query<{ name: string; sets: string }>(
		`select table_name as name, string_agg(
				case data_type
					when 'date' then format('%1$I = %1$I - $1::int', column_name)
					else format('%1$I = %1$I - make_interval(days => $1::int)',
						column_name)
				end, ', ') as sets
			from information_schema.columns
				join information_schema.tables using (table_schema, table_name)
			where table_schema = 'public' and table_type = 'BASE TABLE'
				and data_type in ('date', 'timestamp with time zone')
				and is_generated = 'NEVER'
			group by table_name order by table_name`,
	);
	for (const { name, sets } of rows)
		await client.query(`update "${name}" set ${sets}`, [days]);
	await releasesAge(client, days);
}

/** A release knows the times of its figures as text. */
async function releasesAge(client: ClientBase, days: number): Promise<void> {
	const { rows } = await client.query<{ id: string; figures: Figure[] }>(
		"select release_id as id, figures from release",
	);
	for (const { id, figures } of rows)
		await client.query(
			"update release set figures = $2 where release_id = $1",
			[
				id,
				JSON.stringify(
					figures.map((figure) =>
						figure.asOf
							? { ...figure, asOf: earlier(figure.asOf, days) }
							: figure,
					),
				),
			],
		);
}

const earlier = (at: string, days: number) =>
	new Date(Date.parse(at) - days * 24 * 3_600_000).toISOString();

import pg from "pg";
import { type Db, newId, openDatabase } from "../../src/db/database.ts";
import { freshDatabase } from "./database.ts";

export type Place = { workspaceId: string; people: string[] };

export type Ledger = {
	url: string;
	/** As the app's role sees it. */
	db: Db;
	/** As the sender's role sees it. */
	senderDb: Db;
	/** Reads and writes everything, in all workspaces. */
	query<T extends object>(sql: string, values?: unknown[]): Promise<T[]>;
	/** A new workspace and so many members; their DMs are not open yet. */
	addWorkspace(people: number): Promise<Place>;
	drop(): Promise<void>;
};

/** An empty ledger on a database of its own. */
export async function openLedger(): Promise<Ledger> {
	const { url, drop } = await freshDatabase();
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	const db = openDatabase(url, "mentor_app");
	const senderDb = openDatabase(url, "mentor_sender");
	const query: Ledger["query"] = async (sql, values = []) =>
		(await client.query(sql, values)).rows;
	return {
		url,
		db,
		senderDb,
		query,
		async addWorkspace(people) {
			const workspaceId = newId();
			await query(
				`insert into workspace (workspace_id, team_id, name, state)
				values ($1, $1::uuid::text, 'Acme', 'installed')`,
				[workspaceId],
			);
			return {
				workspaceId,
				people: await addPeople(query, workspaceId, people),
			};
		},
		async drop() {
			await Promise.all([db.destroy(), senderDb.destroy(), client.end()]);
			await drop();
		},
	};
}

/** So many members with the Slack ids that `colleagueId` gives; our ids. */
export async function addPeople(
	query: Ledger["query"],
	workspaceId: string,
	count: number,
): Promise<string[]> {
	const ids = Array.from({ length: count }, () => newId());
	await query(
		`insert into person (workspace_id, person_id, slack_user_id, name,
			standing, zone)
		select $1, person_id, slack_user_id, 'A colleague', 'member', 'UTC'
		from unnest($2::uuid[], $3::text[]) as it (person_id, slack_user_id)`,
		[workspaceId, ids, ids.map((_, index) => colleagueId(index))],
	);
	return ids;
}

/**
 * A mentorship of each two, mentor and mentee by turns, in the first program;
 * the ids of the mentorships.
 */
export async function addPairs(
	query: Ledger["query"],
	workspaceId: string,
	people: string[],
): Promise<string[]> {
	const rows = await query<{ id: string }>(
		`with pair as (
			select gen_random_uuid() as id, n,
				($2::uuid[])[2 * n - 1] as mentor, ($2::uuid[])[2 * n] as mentee
			from generate_series(1, array_length($2::uuid[], 1) / 2) n
		), made as (
			insert into mentorship (workspace_id, mentorship_id, program_id, kind,
				state, exploring_until)
			select $1, id, program_id, 'one_to_one', 'exploring', now()
			from pair join program on program.workspace_id = $1 and is_first
		), members as (
			insert into mentorship_member
			select $1, id, mentor, 'mentor' from pair
			union all select $1, id, mentee, 'mentee' from pair
		)
		select id from pair order by n`,
		[workspaceId, people],
	);
	return rows.map(({ id }) => id);
}

export const colleagueId = (index: number) =>
	`U1${String(index).padStart(5, "0")}`;

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

export const colleagueId = (index: number) =>
	`U1${String(index).padStart(5, "0")}`;

import { pino } from "pino";
import { createDeps } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { type Db, newId, openDatabase } from "../../src/db/database.ts";
import { migrateToLatest } from "../../src/db/migrate.ts";
import { openPool } from "../../src/db/pool.ts";
import type { Deps } from "../../src/deps.ts";
import { tokenPlace } from "../../src/slack/clients.ts";
import { createDatabase } from "../../test/support/database.ts";
import {
	removeLeftoverServers,
	startServer,
} from "../../test/support/servers.ts";

export type Place = { workspaceId: string; people: string[] };

export type Query = <T extends object>(
	sql: string,
	values?: unknown[],
) => Promise<T[]>;

/** A throw-away Postgres for a benchmark, and databases in it. */
export type Arena = {
	/** On the server's own database, as a superuser. */
	query: Query;
	/** A migrated database that nothing was done in yet. */
	open(): Promise<Ground>;
	close(): Promise<void>;
};

export type Ground = {
	url: string;
	deps: Deps;
	senderDb: Db;
	/** As a superuser. */
	query: Query;
	/** Installed workspaces with so many members each, whose DMs are open. */
	addPlaces(workspaces: number, people: number): Promise<Place[]>;
	/** More members of one of them; their ids. */
	addPeople(workspaceId: string, people: number): Promise<string[]>;
	close(): Promise<void>;
};

export async function startArena(): Promise<Arena> {
	await removeLeftoverServers();
	const server = await startServer();
	const { query, end } = openQueries(server.url);
	const template = await createDatabase(server.url);
	await migrateToLatest(template.url);
	const { pathname } = new URL(template.url);
	return {
		query,
		async open() {
			const { url, drop } = await createDatabase(
				server.url,
				pathname.slice("/".length),
			);
			return openGround(url, drop);
		},
		async close() {
			await end();
			await server.stop();
		},
	};
}

function openQueries(url: string) {
	const pool = openPool(url, null, { max: 4 });
	const query: Query = async (sql, values = []) =>
		(await pool.query(sql, values)).rows;
	return { query, end: () => pool.end() };
}

/** What the bot works with on this database; told only by environment. */
export function openDeps(
	url: string,
	apiUrl = "http://127.0.0.1:9/api/",
): Deps {
	const result = readConfig({
		DATABASE_URL: url,
		SLACK_API_URL: apiUrl,
		SLACK_BOT_TOKEN: "xoxb-bench",
		SLACK_SIGNING_SECRET: "a-secret-of-the-benchmark",
		ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 7).toString("base64")}`,
	});
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	const log = pino({ level: "error" }, process.stderr);
	return createDeps({ config: result.config, databaseUrl: url, log });
}

function openGround(url: string, drop: () => Promise<void>): Ground {
	const deps = openDeps(url);
	const senderDb = openDatabase(url, "mentor_sender", { max: 8 });
	const { query, end } = openQueries(url);
	return {
		url,
		deps,
		senderDb,
		query,
		async addPlaces(workspaces, people) {
			const places: Place[] = [];
			for (let number = 0; number < workspaces; number += 1)
				places.push({
					workspaceId: newId(),
					people: Array.from({ length: people }, () => newId()),
				});
			await insertPlaces(query, deps, places);
			await insertPeople(query, places);
			return places;
		},
		async addPeople(workspaceId, count) {
			const people = Array.from({ length: count }, () => newId());
			await insertPeople(query, [{ workspaceId, people }]);
			return people;
		},
		async close() {
			await Promise.all([deps.db.destroy(), senderDb.destroy(), end()]);
			await drop();
		},
	};
}

async function insertPlaces(
	query: Query,
	{ cipher }: Deps,
	places: Place[],
): Promise<void> {
	const ids = places.map(({ workspaceId }) => workspaceId);
	const tokens = ids.map((id) => cipher.seal(tokenPlace(id), `xoxb-${id}`));
	await query(
		`insert into workspace (workspace_id, team_id, name, state)
			select id, id::text, 'Acme', 'installed' from unnest($1::uuid[]) id`,
		[ids],
	);
	await query(
		`insert into installation (workspace_id, bot_id, bot_user_id, bot_token,
				scopes)
			select id, 'B0MENTOR', 'U0MENTOR', token, '{}'
			from unnest($1::uuid[], $2::bytea[]) it (id, token)`,
		[ids, tokens],
	);
	await query("insert into lane (workspace_id) select unnest($1::uuid[])", [
		ids,
	]);
}

async function insertPeople(query: Query, places: Place[]): Promise<void> {
	// Slack takes a person for their DM, so that a post tells whose it is.
	await query(
		`insert into person (workspace_id, person_id, slack_user_id, name,
				standing, zone, dm_channel)
			select workspace_id, id, 'U' || id, 'A colleague', 'member', 'UTC', 'U' || id
			from unnest($1::uuid[], $2::uuid[]) it (workspace_id, id)`,
		[
			places.flatMap(({ workspaceId, people }) =>
				people.map(() => workspaceId),
			),
			places.flatMap(({ people }) => people),
		],
	);
	await query("analyze");
}

import { Kysely, PostgresDialect } from "kysely";
import { fromKysely, PgBoss } from "pg-boss";
import { withWorkspace } from "../../src/db/database.ts";
import { openPool } from "../../src/db/pool.ts";
import { startLoop } from "../../src/delivery/loop.ts";
import { post } from "../../src/delivery/post.ts";
import { addresses } from "../../src/mentorships/addresses.service.ts";
import type { Ground } from "./arena.ts";
import type { Posts } from "./fake-slack.ts";
import { note, notesFor } from "./notes.ts";
import type { OpenSystem } from "./system.ts";

const queue = "bench";
const chunk = 2_000;
/** As many as a sender has in flight. */
const batchSize = 32;

type Task = { workspaceId: string; personId: string };

/** The same work on pg-boss: a job is a message, and reads the same address. */
export const boss: OpenSystem = async (ground) => {
	const { client, db, close } = await openBoss(ground.url);
	await client.createQueue(queue);
	return {
		name: "pg-boss",
		async enqueue(places, each) {
			for (const place of places) {
				const { workspaceId } = place;
				const jobs = notesFor(place, each).map(({ to }) => ({
					data: { workspaceId, ...to },
				}));
				await db.transaction().execute(async (trx) => {
					const options = { db: fromKysely(trx) };
					for (let start = 0; start < jobs.length; start += chunk)
						await client.insert(
							queue,
							jobs.slice(start, start + chunk),
							options,
						);
				});
			}
		},
		work(posts) {
			const round = async () => {
				const jobs = await client.fetch<Task>(queue, { batchSize });
				await Promise.all(jobs.map(({ data }) => send(ground, data, posts)));
				const ids = jobs.map(({ id }) => id);
				if (ids.length > 0) await client.complete(queue, ids);
				return ids.length;
			};
			return startLoop(round, { idleMs: () => 200, onError: fail });
		},
		close,
	};
};

/** A client without upkeep of its own, and transactions to use it in. */
export async function openBoss(connectionString: string) {
	const client = new PgBoss({
		connectionString,
		supervise: false,
		schedule: false,
	});
	client.on("error", fail);
	await client.start();
	const pool = openPool(connectionString, null);
	const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
	async function close(): Promise<void> {
		await client.stop({ graceful: false });
		await db.destroy();
	}
	return { client, db, close };
}

async function send(
	{ deps }: Ground,
	{ workspaceId, personId }: Task,
	{ clients }: Posts,
): Promise<void> {
	const to = { personId, mentorshipId: null };
	const address = await withWorkspace(deps.db, workspaceId, (trx) =>
		addresses.find(trx, to),
	);
	if (!address || typeof address === "string")
		throw new Error("The benchmark has lost somebody.");
	const client = clients.sender({ workspaceId, ...address }, 0);
	await post(client, address.channel ?? "", note, personId);
}

function fail(error: unknown): never {
	throw error;
}

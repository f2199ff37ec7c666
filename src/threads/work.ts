import { parentPort, workerData } from "node:worker_threads";
import { type Db, openDatabase } from "../db/database.ts";
import { sharedIds } from "../db/shared-ids.ts";

/** What a file `.thread.ts` does once, with a database of its own. */
export type ThreadWork = (db: Db, input: never) => Promise<unknown>;

/** All that a thread is told; it reads no settings and no clock itself. */
export type ThreadData<Input> = { databaseUrl: string; input: Input };

/** Its statements read much, and nobody waits for them at a button. */
const statementMs = 60_000;

/** In a thread: does the work that it was begun for, and answers. */
export async function answer<Input, Output>(
	work: (db: Db, input: Input) => Promise<Output>,
): Promise<void> {
	const { databaseUrl, input }: ThreadData<Input> = workerData;
	const options = { max: 1, statementMs, types: sharedIds() };
	const db = openDatabase(databaseUrl, "mentor_app", options);
	try {
		parentPort?.postMessage(await work(db, input));
	} finally {
		await db.destroy();
	}
}

import { setImmediate as turnOfLoop } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { sql } from "kysely";
import pg from "pg";
import { newId, openDatabase } from "../../src/db/database.ts";
import { sharedIds } from "../../src/db/shared-ids.ts";
import {
	createThreads,
	type ThreadsOptions,
} from "../../src/threads/threads.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { until } from "../support/until.ts";
import type { Odd, oddWork } from "./odd.thread.ts";

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
	database = await freshDatabase();
	client = new pg.Client({ connectionString: database.url });
	await client.connect();
});
afterAll(async () => {
	await client.end();
	await database.drop();
});

const file = new URL("./odd.thread.ts", import.meta.url);

/** Threads that share what they count with us, each in a workspace of its own. */
function odd(options: Omit<ThreadsOptions, "databaseUrl"> = {}) {
	const threads = createThreads({ databaseUrl: database.url, ...options });
	const shared = new Int32Array(new SharedArrayBuffer(8));
	return {
		run: (does: Odd["does"], workspaceId = newId()) =>
			threads.run<typeof oddWork>(file, { does, workspaceId, shared }),
		begun: (count: number) =>
			until(`${count} to have begun`, () => Atomics.load(shared, 0) === count),
		endAll: () => Atomics.store(shared, 1, 1),
		count: () => Atomics.load(shared, 0),
		stop: threads.stop,
	};
}

async function isKept(workspaceId: string): Promise<boolean> {
	const text = "select from workspace where workspace_id = $1";
	return (await client.query(text, [workspaceId])).rowCount === 1;
}

test("a thread works on a database of its own, as the app, and answers", async () => {
	const { run } = odd();
	const workspaceId = newId();
	const { role, at } = await run("tells", workspaceId);
	expect(role).toBe("mentor_app");
	expect(at).toBeInstanceOf(Date);
	expect(await isKept(workspaceId)).toBe(true);
});

test("ids are shared there, and all is read as anywhere else", async () => {
	const id = newId();
	const read = async (options = {}) => {
		const db = openDatabase(database.url, "mentor_app", options);
		const { rows } = await sql`select ${id}::uuid as id, null::uuid as none,
			array[${id}, ${newId()}]::uuid[] = array[]::uuid[] as truth,
			array[${id}, ${id}]::uuid[] as ids, '{}'::uuid[] as empty,
			array[${id}, null]::uuid[] as gap, '{1,-2,3}'::int[] as numbers,
			'{{1,2},{3,4}}'::int[] as rows, '{a,"b,c"}'::text[] as words,
			'2026-11-22 09:00Z'::timestamptz as at`.execute(db);
		await db.destroy();
		return rows;
	};
	const rows = await read({ types: sharedIds() });
	const numbers = Int32Array.of(1, -2, 3);
	expect(rows).toMatchObject([{ id, ids: [id, id], numbers }]);
	expect(rows).toEqual(
		(await read()).map((row) => Object.assign(row ?? {}, { numbers })),
	);
});

test("while it computes, others have their turn", async () => {
	const { run, begun, endAll } = odd();
	const answer = run("computes");
	await begun(1);
	// It holds its own event loop, not ours.
	await turnOfLoop();
	endAll();
	expect(await answer).toMatchObject({ role: "mentor_app" });
});

test("what it throws, we throw; nothing of it is kept", async () => {
	const { run } = odd();
	const workspaceId = newId();
	await expect(run("fails", workspaceId)).rejects.toMatchObject({
		code: "odd",
		stack: expect.stringContaining("odd.thread.ts"),
	});
	await expect(run("dies", workspaceId)).rejects.toMatchObject({
		code: "died",
	});
	expect(await isKept(workspaceId)).toBe(false);
});

test("so many at a time; the next has its turn when one is gone", async () => {
	const { run, begun, count, endAll } = odd({ most: 2 });
	const answers = [run("computes"), run("computes"), run("computes")];
	await begun(2);
	// A thread that began later is through by now.
	await odd().run("tells");
	expect(count()).toBe(2);
	endAll();
	expect(await Promise.all(answers)).toHaveLength(3);
	expect(count()).toBe(3);
});

test("one that takes too long is ended, and gives its turn away", async () => {
	const { run } = odd({ most: 1, limitMs: 500 });
	for (const workspaceId of [newId(), newId()]) {
		await expect(run("hangs", workspaceId)).rejects.toMatchObject({
			name: "ThreadEnded",
			code: "too slow",
		});
		expect(await isKept(workspaceId)).toBe(false);
	}
});

test("stopping lets them end, begins no more, and at last ends them", async () => {
	const patient = odd({ most: 1 });
	const one = patient.run("computes");
	const next = patient.run("tells");
	await patient.begun(1);
	const stopped = patient.stop();
	await expect(next).rejects.toMatchObject({ code: "stopping" });
	patient.endAll();
	expect(await one).toMatchObject({ role: "mentor_app" });
	await stopped;
	await expect(patient.run("tells")).rejects.toMatchObject({
		code: "stopping",
	});

	const hasty = odd({ drainMs: 0 });
	const workspaceId = newId();
	const hanging = hasty.run("hangs", workspaceId);
	const ended = expect(hanging).rejects.toMatchObject({ code: "stopping" });
	await hasty.begun(1);
	await hasty.stop();
	await ended;
	expect(await isKept(workspaceId)).toBe(false);
});

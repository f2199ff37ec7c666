import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "kysely";
import {
	type Db,
	newId,
	openDatabase,
	type WorkspaceTrx,
	withWorkspace,
} from "../../src/db/database.ts";
import { findOrInsertWorkspace } from "../../src/workspaces/workspaces.queries.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { countRoundTrips, type RoundTrips } from "../support/round-trips.ts";

let database: TestDatabase;
let trips: RoundTrips;
let db: Db;
let workspaceId: string;

beforeAll(async () => {
	database = await freshDatabase();
	trips = await countRoundTrips(database.url, 20);
	// With one connection, each transaction finds what the last one left.
	db = openDatabase(trips.url, "mentor_app", { max: 1 });
	const team = { enterpriseId: null, teamId: "T0PIPE", name: "Pipe" };
	workspaceId = await findOrInsertWorkspace(db, team);
});
afterAll(async () => {
	await db?.destroy();
	await trips?.stop();
	await database?.drop();
});

const run = <T>(work: (trx: WorkspaceTrx) => Promise<T>) =>
	withWorkspace(db, workspaceId, work);

const one = (trx: WorkspaceTrx) => sql`select 1`.execute(trx);
const note = (trx: WorkspaceTrx, key: string) =>
	trx
		.insertInto("handled_request")
		.values({ workspace_id: workspaceId, request_key: key });
const notes = async (trx: WorkspaceTrx) => {
	const rows = await trx
		.selectFrom("handled_request")
		.select("request_key")
		.execute();
	return rows.map(({ request_key }) => request_key).sort();
};
const nonsense = (trx: WorkspaceTrx) => ({
	execute: () => sql`select 1 / 0`.execute(trx),
});

describe("round trips of a transaction", () => {
	const costs: [
		what: string,
		count: number,
		work: (trx: WorkspaceTrx) => Promise<unknown>,
	][] = [
		["one read: with its beginning, and the commit", 2, one],
		[
			"reads one after another: each by itself",
			4,
			async (trx) => {
				await one(trx);
				await one(trx);
				await one(trx);
			},
		],
		[
			"reads at once: one together",
			2,
			(trx) => Promise.all([one(trx), one(trx), one(trx)]),
		],
		[
			"writes that nobody waits for: none but the commit's",
			1,
			async (trx) => trx.send(note(trx, newId()), note(trx, newId())),
		],
		[
			"a transaction within: none of its own",
			2,
			(trx) =>
				Promise.all([withWorkspace(trx, workspaceId, (inner) => one(inner))]),
		],
	];
	test.each(costs)("%s", async (_what, count, work) => {
		await run(one);
		const before = trips.count();
		await run(work);
		expect(trips.count() - before).toBe(count);
	});
});

test("what was sent is there for what comes after, in the order of the calls", async () => {
	const [first, second] = ["a", "b"].map((name) => `order ${name}`);
	const seen = await run(async (trx) => {
		trx.send(note(trx, first ?? ""));
		const [one, all] = await Promise.all([
			notes(trx),
			(async () => {
				trx.send(note(trx, second ?? ""));
				return notes(trx);
			})(),
		]);
		return [one, all].map((keys) => keys.filter((key) => /^order/.test(key)));
	});
	expect(seen).toEqual([[first], [first, second]]);
});

describe("when a statement fails that nobody waits for", () => {
	test("the transaction fails with its error, and nothing is written", async () => {
		const failing = run(async (trx) => {
			trx.send(note(trx, "before"), nonsense(trx), note(trx, "after"));
		});
		await expect(failing).rejects.toMatchObject({ code: "22012" });
		const left = await run(notes);
		expect(left).not.toContain("before");
		expect(left).not.toContain("after");
	});

	test("its error is told, not those it led to", async () => {
		const failing = run(async (trx) => {
			trx.send(nonsense(trx));
			await one(trx);
		});
		await expect(failing).rejects.toMatchObject({ code: "22012" });
		await expect(run(one)).resolves.toBeDefined();
	});

	test("of several at once the first one's error is told", async () => {
		const failing = run((trx) =>
			Promise.all([one(trx), nonsense(trx).execute(), one(trx)]),
		);
		await expect(failing).rejects.toMatchObject({ code: "22012" });
		await expect(run(one)).resolves.toBeDefined();
	});
});

test("what is thrown by the work itself undoes what was sent", async () => {
	const failing = run(async (trx) => {
		trx.send(note(trx, "thrown"));
		throw new Error("No.");
	});
	await expect(failing).rejects.toThrow("No.");
	expect(await run(notes)).not.toContain("thrown");
});

test("a transaction that is over does nothing more", async () => {
	let kept: WorkspaceTrx | undefined;
	await run(async (trx) => {
		kept = trx;
	});
	if (!kept) throw new Error("There was no transaction.");
	await expect(one(kept)).rejects.toThrow("The transaction is over.");
});

test("within a transaction of one workspace there is no other", async () => {
	await expect(run((trx) => withWorkspace(trx, newId(), one))).rejects.toThrow(
		"one workspace",
	);
});

test("the workspace ends with its transaction", async () => {
	await run(async (trx) => trx.send(note(trx, newId())));
	const { rows } = await sql`select from handled_request`.execute(db);
	expect(rows).toEqual([]);
});

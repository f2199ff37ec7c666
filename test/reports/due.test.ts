import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import pg from "pg";
import { type Db, openDatabase } from "../../src/db/database.ts";
import type { Deps } from "../../src/deps.ts";
import { claimDue } from "../../src/reports/due.queries.ts";
import { makeNextDue } from "../../src/reports/due.service.ts";
import { makeRelease } from "../../src/reports/make-release.service.ts";
import { planDueReports } from "../../src/reports/post.service.ts";
import { createThreads } from "../../src/threads/threads.ts";
import { bareDeps } from "../support/bare-deps.ts";
import { type Office, openOffice } from "../support/office.ts";
import { until } from "../support/until.ts";

let office: Office;
let client: pg.Client;
let senderDb: Db;
beforeAll(async () => {
	office = await openOffice();
	const { databaseUrl } = office;
	client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	senderDb = openDatabase(databaseUrl, "mentor_sender", { max: 2 });
	for (let count = 0; count < 11; count += 1)
		await office.joined({ role: "mentee" });
	await client.query(
		`update program set settings = '{"report": {"channel": "C0MENTORING"}}'`,
	);
});
afterAll(async () => {
	await senderDb.destroy();
	await client.end();
	await office.close();
});

/** Nothing was published yet, and the report has just come due. */
beforeEach(async () => {
	await client.query("truncate release, report_due, owed cascade");
	await comesDue();
});

const comesDue = () =>
	office.run((trx) => planDueReports(trx, [office.programId], new Date()));

/** A process of the role worker, with threads of its own. */
function replica() {
	const { databaseUrl, deps } = office;
	const { deps: bare, logged } = bareDeps();
	const threads = createThreads({ databaseUrl, drainMs: 0 });
	const its: Deps = { ...deps, log: bare.log, threads };
	return {
		looks: () => makeNextDue(its, senderDb),
		logged,
		stop: threads.stop,
	};
}

const count = async (what: string): Promise<number> =>
	(await client.query(`select from ${what}`)).rowCount ?? 0;

const isThere = async (what: string) => (await count(what)) > 0;

/** Once made and once owed, and nothing left to do. */
async function expectOneReport(): Promise<void> {
	const counts = { releases: 1, owed: 1, due: 0 };
	expect({
		releases: await count("release"),
		owed: await count("owed where kind = 'reports:release'"),
		due: await count("report_due"),
	}).toEqual(counts);
}

/** Releases are computed meanwhile, and cannot be kept. */
async function whileNoneIsKept(work: () => Promise<void>): Promise<void> {
	const holder = new pg.Client({ connectionString: office.databaseUrl });
	await holder.connect();
	try {
		await holder.query("begin");
		await holder.query("lock table release_set in share mode");
		await work();
	} finally {
		await holder.end();
	}
}

const leaseEnds = () => client.query("update report_due set next_at = now()");

test("two processes that look at once make one report", async () => {
	const [one, other] = [replica(), replica()];
	const made = await Promise.all([one.looks(), other.looks()]);
	expect(made.toSorted()).toEqual([0, 1]);
	await expectOneReport();
	expect(await one.looks()).toBe(0);
	expect([...one.logged, ...other.logged]).toEqual([]);
});

test("two who ask for it at once read the same one", async () => {
	const { deps, workspaceId, programId } = office;
	const asked = { workspaceId, programId, askedBy: null, now: new Date() };
	const [one, other] = await Promise.all([
		makeRelease(deps, asked),
		makeRelease(deps, asked),
	]);
	expect(one).toEqual({ releaseId: expect.any(String) });
	expect(other).toEqual(one);
	expect(await count("release")).toBe(1);
});

test("a thread that is ended in the middle leaves it to another process", async () => {
	const [one, other] = [replica(), replica()];
	await whileNoneIsKept(async () => {
		const looks = one.looks();
		await until("a thread that would keep its release", () =>
			isThere("pg_locks where not granted"),
		);
		await one.stop();
		expect(await looks).toBe(1);
	});
	expect(one.logged).toEqual([]);
	expect(await count("release")).toBe(0);
	expect(await other.looks()).toBe(1);
	await expectOneReport();
});

test("a process that dies before it has told of a release is followed by another", async () => {
	const { deps, run, workspaceId, programId } = office;
	const dead = await run((trx) =>
		claimDue(trx, { programId, cohortId: null }, 60),
	);
	const now = dead?.now ?? new Date();
	await makeRelease(deps, { workspaceId, programId, askedBy: null, now });
	const other = replica();
	expect(await other.looks()).toBe(0);
	await leaseEnds();
	expect(await other.looks()).toBe(1);
	await expectOneReport();
});

test("whoever took too long changes nothing any more", async () => {
	const [slow, other] = [replica(), replica()];
	const both: Promise<number>[] = [];
	await whileNoneIsKept(async () => {
		both.push(slow.looks());
		await until("a claim", () => isThere("report_due where attempts = 1"));
		await leaseEnds();
		both.push(other.looks());
		await until("a second", () => isThere("report_due where attempts = 2"));
	});
	expect(await Promise.all(both)).toEqual([1, 1]);
	await expectOneReport();
	// The next one is due, and the slow one does not take that away either.
	await comesDue();
	expect(await count("report_due where attempts = 0")).toBe(1);
});

test("what fails is tried again, later each time, and given up after three days", async () => {
	const { looks, logged } = replica();
	await client.query("revoke insert on release from mentor_app");
	try {
		expect(await looks()).toBe(1);
		expect(await looks()).toBe(0);
		await leaseEnds();
		expect(await looks()).toBe(1);
		const { rows } = await client.query<{ attempts: number; wait: number }>(
			`select attempts, extract(epoch from next_at - now())::float8 as wait
				from report_due`,
		);
		expect(rows).toEqual([{ attempts: 2, wait: expect.closeTo(120, -2) }]);
	} finally {
		await client.query("grant insert on release to mentor_app");
	}
	const permissionDenied = { name: "error", code: "42501" };
	const failed = (attempts: number, againInSeconds: number) =>
		expect.objectContaining({
			msg: "a report was not made",
			reference: expect.stringMatching(/^[\da-f]{8}$/),
			programId: office.programId,
			error: expect.objectContaining(permissionDenied),
			...{ attempts, againInSeconds },
		});
	expect(logged).toEqual([failed(1, 60), failed(2, 120)]);

	await client.query(
		"update report_due set next_at = now(), due_at = now() - interval '73 hours'",
	);
	expect(await looks()).toBe(1);
	expect(logged.at(-1)).toMatchObject({ msg: "a report was given up" });
	const counts = [await count("report_due"), await count("owed")];
	expect(counts).toEqual([0, 0]);
});

test("a channel that was given up meanwhile gets nothing", async () => {
	const { looks } = replica();
	await client.query("update program set settings = '{}'");
	try {
		expect(await looks()).toBe(1);
		expect(await count("owed")).toBe(0);
		expect(await count("report_due")).toBe(0);
	} finally {
		await client.query(
			`update program set settings = '{"report": {"channel": "C0MENTORING"}}'`,
		);
	}
});

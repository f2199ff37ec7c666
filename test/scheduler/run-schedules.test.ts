import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { newId, openDatabase, withWorkspace } from "../../src/db/database.ts";
import { runSchedulesJob } from "../../src/scheduler/run-schedules.job.ts";
import type { ScheduleKind } from "../../src/scheduler/schedule.ts";
import {
	deleteSchedule,
	saveSchedule,
} from "../../src/scheduler/schedules.queries.ts";
import { bareDeps } from "../support/bare-deps.ts";
import { type Ledger, openLedger } from "../support/ledger.ts";

const weekMs = 7 * 24 * 3_600_000;
const kind = "test:weekly";

let ledger: Ledger;
beforeAll(async () => {
	ledger = await openLedger();
});
afterAll(() => ledger.drop());
beforeEach(() => ledger.query("delete from schedule"));

/** Owes its person one message for every due week; the week names it. */
function weekly(personId: string, refuse = new Set<string>()): ScheduleKind {
	return {
		async plan({ due }) {
			if (due.some(({ subjectId }) => refuse.has(subjectId)))
				throw new Error("refused");
			return {
				owed: due.map(({ subjectId, dueAt }) => ({
					kind,
					to: { personId },
					subjectId,
					key: `${kind}:${subjectId}:${dueAt.toISOString()}`,
					urgency: "this_week",
					staleAfterHours: 48,
				})),
				next: due.map(({ subjectId, dueAt }) => ({
					subjectId,
					nextAt: new Date(dueAt.getTime() + weekMs),
				})),
			};
		},
	};
}

/** A workspace with so many schedules, due an hour ago. */
async function schedules(count: number) {
	const { workspaceId, people } = await ledger.addWorkspace(1);
	const subjects = Array.from({ length: count }, () => newId());
	await ledger.query(
		`insert into schedule (workspace_id, schedule_id, kind, subject_id, next_at)
		select $1, id, $2, id, date_trunc('hour', now()) - interval '1 hour'
		from unnest($3::uuid[]) as it (id)`,
		[workspaceId, kind, subjects],
	);
	return { workspaceId, personId: people[0] ?? "", subjects };
}

/** A job as one replica runs it. */
function replica(plans: ScheduleKind, db = ledger.db) {
	const { deps, logged } = bareDeps(db);
	const { senderDb } = ledger;
	const job = runSchedulesJob({ senderDb, kinds: new Map([[kind, plans]]) });
	return { run: () => job.run(deps, deps.now()), logged };
}

const owed = (workspaceId: string) =>
	ledger.query<{ subject: string; times: number }>(
		`select subject_id as subject, count(*)::int as times from owed
		where workspace_id = $1 group by subject_id`,
		[workspaceId],
	);
const stillDue = (workspaceId: string) =>
	ledger.query<{ subject_id: string }>(
		`select subject_id from schedule
		where workspace_id = $1 and next_at <= now()`,
		[workspaceId],
	);

test("two replicas at once owe each of 2,000 schedules once", async () => {
	const { workspaceId, personId, subjects } = await schedules(2_000);
	const otherDb = openDatabase(ledger.url, "mentor_app");
	try {
		const one = replica(weekly(personId));
		const other = replica(weekly(personId), otherDb);
		await Promise.all([one.run(), other.run()]);
		// One of them may have looked while the other held the last rows.
		await Promise.all([one.run(), other.run()]);
	} finally {
		await otherDb.destroy();
	}
	const told = await owed(workspaceId);
	expect(told.map(({ subject }) => subject).sort()).toEqual(subjects.sort());
	expect(told.filter(({ times }) => times !== 1)).toEqual([]);
	expect(await stillDue(workspaceId)).toEqual([]);
	const [next] = await ledger.query<{ next_at: Date }>(
		"select distinct next_at from schedule where workspace_id = $1",
		[workspaceId],
	);
	const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
	expect(Math.abs(Number(next?.next_at) - weekMs - hour)).toBeLessThanOrEqual(
		2 * 3_600_000,
	);
});

test("a batch whose connection is lost leaves nothing half done", async () => {
	const { workspaceId, personId, subjects } = await schedules(1_500);
	const { plan } = weekly(personId);
	const seen: number[] = [];
	await replica({
		async plan(context) {
			seen.push(context.due.length);
			if (seen.length === 1)
				await ledger.query(
					`select pg_terminate_backend(pid) from pg_stat_activity
					where datname = current_database() and usename = current_user
						and state = 'idle in transaction'`,
				);
			else if (seen.length === 2) expect(await owed(workspaceId)).toEqual([]);
			return plan(context);
		},
	}).run();
	expect(seen.slice(0, 2)).toEqual([1_000, 500]);
	const told = await owed(workspaceId);
	expect(told).toHaveLength(subjects.length);
	expect(told.filter(({ times }) => times !== 1)).toEqual([]);
});

test("a subject whose plan throws does not keep the others waiting", async () => {
	const { workspaceId, personId, subjects } = await schedules(1_200);
	const [first = "", second = ""] = subjects;
	const bad = new Set([first, second]);
	const { run, logged } = replica(weekly(personId, bad));
	await run();
	expect(await owed(workspaceId)).toHaveLength(1_198);
	expect(
		new Set((await stillDue(workspaceId)).map((it) => it.subject_id)),
	).toEqual(bad);
	const lines = logged.filter(({ msg }) => msg === "a schedule failed");
	expect(lines.map(({ subjectId }) => subjectId).sort()).toEqual(
		[...bad].sort(),
	);

	await replica(weekly(personId)).run();
	expect(await owed(workspaceId)).toHaveLength(1_200);
});

test("a kind that always fails does not keep other workspaces waiting", async () => {
	const broken = await schedules(300);
	const well = await schedules(3);
	const plans = weekly(well.personId, new Set(broken.subjects));
	const { run, logged } = replica(plans);
	await run();
	expect(await owed(broken.workspaceId)).toEqual([]);
	expect(await stillDue(broken.workspaceId)).toHaveLength(300);
	expect(await owed(well.workspaceId)).toHaveLength(3);
	expect(logged.length).toBeLessThan(30);
});

test.each([
	["says nothing about", () => []],
	[
		"leaves due",
		(subjectId: string, dueAt: Date) => [{ subjectId, nextAt: dueAt }],
	],
])("a plan that %s a subject is rolled back", async (_, next) => {
	const { workspaceId, personId } = await schedules(1);
	const { plan } = weekly(personId);
	const { run, logged } = replica({
		async plan(context) {
			const { owed } = await plan(context);
			return {
				owed,
				next: context.due.flatMap((it) => next(it.subjectId, it.dueAt)),
			};
		},
	});
	await run();
	expect(await owed(workspaceId)).toEqual([]);
	expect(logged).toMatchObject([
		{ msg: "a schedule failed", name: "RangeError" },
	]);
});

test("the database's clock decides, and null ends a schedule", async () => {
	const { workspaceId, people } = await ledger.addWorkspace(1);
	const [due, later, gone] = [newId(), newId(), newId()];
	await withWorkspace(ledger.db, workspaceId, async (trx) => {
		const soon = new Date(Date.now() + weekMs);
		const past = new Date(Date.now() - weekMs);
		await saveSchedule(trx, { kind, subjectId: due, nextAt: soon });
		await saveSchedule(trx, { kind, subjectId: due, nextAt: past });
		await saveSchedule(trx, { kind, subjectId: later, nextAt: soon });
		await saveSchedule(trx, { kind, subjectId: gone, nextAt: past });
		await deleteSchedule(trx, { kind, subjectId: gone });
	});
	const { plan } = weekly(people[0] ?? "");
	const { run } = replica({
		async plan(context) {
			expect(context.now.getTime()).toBeGreaterThan(
				context.due[0]?.dueAt.getTime() ?? Number.NaN,
			);
			const { owed } = await plan(context);
			const next = context.due.map((it) => ({ ...it, nextAt: null }));
			return { owed, next };
		},
	});
	await run();
	expect(await owed(workspaceId)).toEqual([{ subject: due, times: 1 }]);
	expect(
		await ledger.query(
			"select subject_id from schedule where workspace_id = $1",
			[workspaceId],
		),
	).toEqual([{ subject_id: later }]);
});

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { nextPeriod, queues, scheduleKind } from "./schedules/period.ts";
import type { Arena, Ground, Place } from "./support/arena.ts";
import { openBoss } from "./support/boss.ts";
import { printTable } from "./support/head.ts";
import { rate, ratio, time } from "./support/numbers.ts";
import { runBench } from "./support/run.ts";

const replicas = 4;
const people = 1_000;

type Contest = {
	name: string;
	planner: string;
	/** Makes a schedule for everybody, due now. */
	fill(ground: Ground, places: Place[]): Promise<void>;
	/** Statements that count what was planned, and what went on to its next time. */
	owed: string;
	moved: string;
};

const dueAt = new Date(Date.now() - 60_000);

const ledger: Contest = {
	name: "ledger",
	planner: "ledger-planner.ts",
	async fill({ query }) {
		await query(
			`insert into schedule (workspace_id, schedule_id, kind, subject_id,
					next_at)
				select workspace_id, gen_random_uuid(), $1, person_id, $2 from person`,
			[scheduleKind, dueAt],
		);
	},
	owed: "select count(*)::int as count from owed",
	moved: `select count(*)::int as count from schedule
		where next_at = '${nextPeriod(dueAt).toISOString()}'`,
};

const boss: Contest = {
	name: "pg-boss",
	planner: "boss-planner.ts",
	async fill({ url }, places) {
		const { client, close } = await openBoss(url);
		for (const name of Object.values(queues)) await client.createQueue(name);
		for (const { workspaceId, people } of places)
			await client.insert(
				queues.due,
				people.map((personId) => ({ data: { workspaceId, personId } })),
			);
		await close();
	},
	owed: `select count(*)::int as count from pgboss.job
		where name = '${queues.notes}'`,
	moved: `select count(*)::int as count from pgboss.job
		where name = '${queues.due}' and start_after > now()`,
};

/** Everybody's schedule comes due at once, and replicas die over it. */
await runBench({
	schedules: async (arena: Arena, small: boolean) => {
		const schedules = small ? 8_000 : 200_000;
		const outcomes = [
			await hold(arena, boss, schedules),
			await hold(arena, ledger, schedules),
		];
		const [bossMs = 0] = outcomes.map(({ ms }) => ms);
		printTable(
			`Planning ${schedules} schedules of ${schedules / people} workspaces, ${replicas} processes, two killed -9 on the way`,
			[
				"",
				"killed at",
				"owed",
				"moved on",
				"time",
				"a second",
				"beside pg-boss",
			],
			outcomes.map(({ name, ms, killedAt, owed, moved }) => [
				name,
				killedAt.join(", "),
				owed,
				moved,
				time(ms),
				rate(schedules, ms),
				ratio(ms, bossMs),
			]),
		);
		for (const { name, owed, moved } of outcomes)
			if (owed !== schedules || moved !== schedules)
				throw new Error(`${name} did not plan each exactly once.`);
	},
});

async function hold(arena: Arena, contest: Contest, schedules: number) {
	const ground = await arena.open();
	try {
		const places = await ground.addPlaces(schedules / people, people);
		await contest.fill(ground, places);
		await ground.query("vacuum analyze");
		const count = async (sql: string) =>
			(await ground.query<{ count: number }>(sql))[0]?.count ?? 0;
		const owed = () => count(contest.owed);

		const began = performance.now();
		const planners = Array.from({ length: replicas }, () =>
			startPlanner(contest.planner, ground.url),
		);
		const ended = Promise.all(planners.map((planner) => once(planner, "exit")));
		const killedAt: number[] = [];
		for (const part of [1 / 4, 1 / 2]) {
			const reached = await atLeast(owed, part * schedules, ended);
			if (planners[killedAt.length]?.kill("SIGKILL")) killedAt.push(reached);
		}
		await ended;
		const ms = performance.now() - began;
		const { name, moved } = contest;
		return {
			name,
			ms,
			killedAt,
			owed: await owed(),
			moved: await count(moved),
		};
	} finally {
		await ground.close();
	}
}

function startPlanner(file: string, url: string): ChildProcess {
	const script = path.join(import.meta.dirname, "schedules", file);
	return spawn(process.execPath, [script, url], {
		env: { ...process.env, TZ: "UTC" },
		stdio: ["ignore", "inherit", "inherit"],
	});
}

/** Waits until there are so many, or all is over; how many there are then. */
async function atLeast(
	count: () => Promise<number>,
	wanted: number,
	over: Promise<unknown>,
): Promise<number> {
	let done = false;
	void over.then(() => {
		done = true;
	});
	for (;;) {
		const there = await count();
		if (there >= wanted || done) return there;
		await sleep(20);
	}
}

import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Week } from "./nudges/week.ts";
import type { Arena, Ground } from "./support/arena.ts";
import { printTable } from "./support/head.ts";
import { rate, time } from "./support/numbers.ts";
import { runBench } from "./support/run.ts";

const pairsPerWorkspace = 1_000;
const mb = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;

/**
 * A week of nudges for so many active mentorships, of all rhythms and in many
 * zones, three of five of which have met lately. In one process, beside
 * Postgres; several sizes, as its memory must not grow with them.
 */
await runBench({
	nudges: async (arena: Arena, small: boolean) => {
		const sizes = small ? [1_000, 4_000] : [25_000, 50_000, 100_000];
		const rows: (string | number)[][] = [];
		for (const size of sizes) {
			const { ms, cpuMs, looks, heap, rss, owed, twice } = await plan(
				arena,
				size,
			);
			if (twice > 0) throw new Error(`${twice} were owed twice.`);
			rows.push([
				size,
				looks,
				owed,
				time(ms),
				time(cpuMs),
				rate(looks, ms),
				mb(heap),
				mb(rss),
			]);
		}
		printTable(
			"A week of nudges planned, one process",
			[
				"mentorships",
				"looks",
				"owed",
				"time",
				"cpu",
				"looks a second",
				"heap",
				"rss",
			],
			rows,
		);
	},
});

async function plan(arena: Arena, size: number) {
	const ground = await arena.open();
	try {
		await fill(ground, size);
		const script = path.join(import.meta.dirname, "nudges", "week-planner.ts");
		const planner = fork(script, [ground.url], {
			env: { ...process.env, TZ: "UTC" },
			execArgv: ["--expose-gc"],
		});
		const week = await passDays(planner, ground);
		const [counts] = await ground.query<{ owed: number; twice: number }>(
			`select count(*)::int as owed,
				count(*)::int - count(distinct (kind, person_id, subject_id,
					right(dedupe_key, 10)))::int as twice from owed`,
		);
		return { ...week, ...(counts ?? { owed: 0, twice: 0 }) };
	} finally {
		await ground.close();
	}
}

/** After each day's planning, what is due on the next becomes due. */
async function passDays(planner: ChildProcess, ground: Ground): Promise<Week> {
	const died = once(planner, "exit").then(([code]) => {
		throw new Error(`The planner ended by itself, with ${code}.`);
	});
	for (;;) {
		const [message] = await Promise.race([once(planner, "message"), died]);
		if (message !== "day") return message as Week;
		await ground.query(
			"update schedule set next_at = next_at - interval '1 day'",
		);
		planner.send("next");
	}
}

/** Pairs that began at some time in the last three months. */
async function fill({ addPlaces, query }: Ground, size: number) {
	await addPlaces(size / pairsPerWorkspace, pairsPerWorkspace * 2);
	await query(
		`update person set zone = (array['Europe/Berlin', 'America/New_York',
			'Asia/Tokyo', 'Australia/Lord_Howe', 'Asia/Kathmandu',
			'America/Santiago', 'Africa/Casablanca', 'America/St_Johns',
			'Pacific/Apia', 'Asia/Kolkata'])[1 + abs(hashtext(person_id::text)) % 10]`,
	);
	await query(
		`insert into program (workspace_id, program_id, name, is_first)
			select workspace_id, gen_random_uuid(), 'Mentoring', true from workspace`,
	);
	await query(
		`create table bench_pair as
			select workspace_id, gen_random_uuid() as mentorship_id,
				min(person_id::text)::uuid as mentor, max(person_id::text)::uuid as mentee,
				random() as luck
			from (select workspace_id, person_id,
				(row_number() over (partition by workspace_id order by person_id) + 1) / 2
					as pair from person) people
			group by workspace_id, pair`,
	);
	await query(
		`insert into mentorship (workspace_id, mentorship_id, program_id, kind,
				state, since, active_since, rhythm)
			select workspace_id, mentorship_id, program_id, 'one_to_one', 'active',
				now() - luck * interval '90 days', now() - luck * interval '90 days',
				(array['weekly', 'every_two_weeks', 'monthly'])
					[1 + (luck * 1e6)::int % 3]
			from bench_pair join program using (workspace_id)`,
	);
	await query(
		`insert into mentorship_member (workspace_id, mentorship_id, person_id, role)
			select workspace_id, mentorship_id, mentor, 'mentor' from bench_pair
			union all
			select workspace_id, mentorship_id, mentee, 'mentee' from bench_pair`,
	);
	await query(
		`insert into meeting (workspace_id, meeting_id, mentorship_id, state,
				starts_at, length_minutes, set_at, created_at, held_at)
			select workspace_id, gen_random_uuid(), mentorship_id, 'met', at, 30, at,
				at, at
			from (select *, now() - random() * interval '20 days' as at
				from bench_pair where luck > 0.4) met`,
	);
	await query(
		`insert into schedule (workspace_id, schedule_id, kind, subject_id, next_at)
			select workspace_id, gen_random_uuid(), 'mentorships:nudges',
				mentorship_id, now() - interval '1 minute' from bench_pair`,
	);
	await query("vacuum analyze");
}

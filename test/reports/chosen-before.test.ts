import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import { newId } from "../../src/db/database.ts";
import {
	migrateDown,
	migrateToLatest,
	readSchemaState,
} from "../../src/db/migrate.ts";
import { settingsSchema } from "../../src/programs/settings.ts";
import { reportKind } from "../../src/reports/post.service.ts";
import { nextReportAt } from "../../src/reports/report-time.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

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

/** As migration 0023 finds a database in which managers had chosen a channel. */
async function goBack(): Promise<void> {
	const { known } = await readSchemaState(database.url);
	const later = known.filter((name) => name >= "0023");
	await migrateDown(database.url, later.length);
}

async function addProgram(report: object | null): Promise<string> {
	const [workspaceId, programId] = [newId(), newId()];
	await client.query(
		`insert into workspace (workspace_id, team_id, name, state)
			values ($1::uuid, $1::text, 'Acme', 'installed')`,
		[workspaceId],
	);
	await client.query(
		`insert into program (workspace_id, program_id, name, settings)
			values ($1, $2, 'Mentoring', $3)`,
		[workspaceId, programId, report === null ? {} : { report }],
	);
	return programId;
}

async function nextAt(programId: string): Promise<Date | null> {
	const { rows } = await client.query<{ at: Date }>(
		"select next_at as at from schedule where kind = $1 and subject_id = $2",
		[reportKind, programId],
	);
	return rows[0]?.at ?? null;
}

const channel = "C0MENTORING";
const weekly = { channel, every: "week", weekday: 5, time: "16:30" };

test("a channel that was chosen before there were reports has its time", async () => {
	await goBack();
	const plans = [
		{ channel },
		{
			channel,
			every: "month",
			weekday: 2,
			time: "08:15",
			zone: "Asia/Kolkata",
		},
		{ ...weekly, zone: "America/New_York" },
		{ ...weekly, zone: "Europe/Lisbon", weekday: 1 },
	];
	const programs: { plan: object; programId: string }[] = [];
	for (const plan of plans)
		programs.push({ plan, programId: await addProgram(plan) });
	const unknown = await addProgram({ ...weekly, zone: "Europe/Atlantis" });
	const without = [
		await addProgram(null),
		await addProgram({ ...weekly, channel: null }),
	];
	const planned = await addProgram(weekly);
	const itsTime = new Date("2031-02-03T04:05:06Z");
	await client.query(
		`insert into schedule (workspace_id, schedule_id, kind, subject_id, next_at)
			select workspace_id, program_id, $1, program_id, $3 from program
			where program_id = $2`,
		[reportKind, planned, itsTime],
	);

	const before = new Date();
	await migrateToLatest(database.url);
	const after = new Date();
	for (const { plan, programId } of programs) {
		const { report } = settingsSchema.parse({ report: plan });
		const times = [before, after].map((now) => nextReportAt(report, now));
		expect(times).toContainEqual(await nextAt(programId));
	}
	// What it cannot know is no reason to fail.
	const at = await nextAt(unknown);
	expect(at?.toISOString()).toMatch(/T16:30:00.000Z$/);
	expect(await Promise.all(without.map(nextAt))).toEqual([null, null]);
	expect(await nextAt(planned)).toEqual(itsTime);
});

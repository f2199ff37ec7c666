import { afterEach, beforeEach, expect, test } from "@jest/globals";
import pg from "pg";
import type { SlackUser } from "../../simulator/world.ts";
import { type Db, openDatabase } from "../../src/db/database.ts";
import type { Deps } from "../../src/deps.ts";
import { checkPeopleJob } from "../../src/workspaces/check-people.job.ts";
import { type Running, startBot } from "../support/bot.ts";
import { acme, people } from "../support/people.ts";
import { workerDeps } from "../support/worker-deps.ts";

let bot: Running;
let deps: Deps;
let senderDb: Db;
let client: pg.Client;
beforeEach(async () => {
	bot = await startBot();
	deps = workerDeps(bot);
	senderDb = openDatabase(bot.databaseUrl, "mentor_sender");
	client = new pg.Client({ connectionString: bot.databaseUrl });
	await client.connect();
	for (const person of Object.values(people(bot))) {
		await person.types("/mentor");
		await person.sees("You have not joined");
	}
});
afterEach(async () => {
	await Promise.all([deps.db.destroy(), senderDb.destroy(), client.end()]);
	await bot.stop();
});

/** What Slack says of someone changes, and no event tells. */
function changesUnheard(id: string, patch: Partial<SlackUser>) {
	const team = bot.slack.world.teams.find((one) => one.id === acme);
	const user = team?.users.find((one) => one.id === id);
	Object.assign(user ?? {}, patch);
}

function vanishes(id: string) {
	const team = bot.slack.world.teams.find((one) => one.id === acme);
	if (team) team.users = team.users.filter((user) => user.id !== id);
}

const isDue = () =>
	client.query(
		"update schedule set next_at = now() where kind = 'workspaces:check'",
	);
const check = () => checkPeopleJob({ senderDb }).run(deps, deps.now());

async function facts(id: string) {
	const { rows } = await client.query(
		`select person.name, title, zone, standing, slack_role from person
			join workspace using (workspace_id)
			where team_id = $1 and slack_user_id = $2`,
		[acme, id],
	);
	return rows[0];
}

const nextChecks = async () =>
	(
		await client.query<{ seconds: number }>(
			`select extract(epoch from next_at - now())::int as seconds
				from schedule where kind = 'workspaces:check' order by 1`,
		)
	).rows.map(({ seconds }) => seconds);

test("every night: zone, name, title, role, guests and who has left are as Slack says", async () => {
	changesUnheard("U02BEN", {
		real_name: "Ben Okafor-Silva",
		title: "Principal engineer",
		tz: "America/Sao_Paulo",
		is_admin: true,
	});
	changesUnheard("U03CHEN", { is_restricted: true });
	vanishes("U04DANA");
	await isDue();
	await check();
	expect(await facts("U02BEN")).toEqual({
		name: "Ben Okafor-Silva",
		title: "Principal engineer",
		zone: "America/Sao_Paulo",
		standing: "member",
		slack_role: "admin",
	});
	expect(await facts("U03CHEN")).toMatchObject({ standing: "guest" });
	expect(await facts("U04DANA")).toMatchObject({ standing: "deactivated" });
	expect(await facts("U01ANA")).toMatchObject({ standing: "member" });
	// Nobody is kept whom nobody has met.
	expect(await facts("U05GIL")).toBeUndefined();
	// What follows for those who waited for them comes with the next tick.
	const { rows: gone } = await client.query(
		`select slack_user_id as id from schedule join person
			on person_id = subject_id where kind = 'workspaces:presence'`,
	);
	expect(gone).toEqual([{ id: "U04DANA" }]);
	for (const seconds of await nextChecks()) {
		expect(seconds).toBeGreaterThan(0);
		expect(seconds).toBeLessThanOrEqual(25 * 3600);
	}
	const before = await client.query("select * from person order by person_id");
	await check();
	expect(
		(await client.query("select * from person order by person_id")).rows,
	).toEqual(before.rows);
});

test("Slack asks to wait: it goes on from there, and nobody is lost on the way", async () => {
	changesUnheard("U02BEN", { tz: "Asia/Tokyo" });
	vanishes("U04DANA");
	await isDue();
	// In each of the two workspaces.
	bot.slack.faults.add({
		kind: "429",
		method: "users.list",
		retryAfter: 40,
		times: 2,
	});
	await check();
	const [soonest = 0] = await nextChecks();
	expect(soonest).toBeGreaterThan(35);
	expect(soonest).toBeLessThanOrEqual(40);
	expect(await facts("U04DANA")).toMatchObject({ standing: "member" });
	await isDue();
	await check();
	expect(await facts("U02BEN")).toMatchObject({ zone: "Asia/Tokyo" });
	expect(await facts("U04DANA")).toMatchObject({ standing: "deactivated" });
});

test("a walk that died half-way is taken up where it was, by someone else", async () => {
	vanishes("U04DANA");
	await isDue();
	const { rows } = await client.query<{ id: string }>(
		"select workspace_id as id from workspace where team_id = $1",
		[acme],
	);
	// As left behind: some pages seen, and the lease of five minutes over.
	await client.query(
		`insert into people_check values ($1, now() - interval '6 minutes',
			'bmV4dDo2', 6)`,
		[rows[0]?.id],
	);
	await client.query(
		`update person set synced_at = now() - interval '5 minutes'
			where slack_user_id in ('U01ANA', 'U02BEN', 'U03CHEN')`,
	);
	await client.query(
		`update person set synced_at = now() - interval '1 day'
			where slack_user_id = 'U04DANA'`,
	);
	await check();
	expect(await facts("U01ANA")).toMatchObject({ standing: "member" });
	expect(await facts("U04DANA")).toMatchObject({ standing: "deactivated" });
});

test("a list that lacks most people shuts nobody out", async () => {
	for (const id of ["U02BEN", "U03CHEN", "U04DANA"]) vanishes(id);
	await isDue();
	await check();
	expect(await facts("U02BEN")).toMatchObject({ standing: "member" });
});

test("two processes check a workspace once", async () => {
	await isDue();
	const other = workerDeps(bot);
	const calls = () =>
		bot.slack.exchanges().filter(({ what }) => what === "users.list").length;
	await Promise.all([
		check(),
		checkPeopleJob({ senderDb }).run(other, other.now()),
	]);
	await other.db.destroy();
	// Ten people, with the bots, come in four pages in each workspace.
	expect(calls()).toBe(8);
});

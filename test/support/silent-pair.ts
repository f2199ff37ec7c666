import pg from "pg";
import { noAnswerKind } from "../../src/checkins/no-answer.service.ts";
import { nudgeKind } from "../../src/mentorships/move.service.ts";
import { ringBell } from "./bell.ts";
import type { Driver } from "./driver.ts";
import { mentored } from "./mentored.ts";
import { people } from "./people.ts";
import { allIsSaid } from "./said.ts";
import { startScene } from "./scene.ts";

export type SilentPair = Awaited<ReturnType<typeof startSilentPair>>;

/** Columns that move with the calendar, so that days seem to pass. */
const moving: [table: string, columns: string[]][] = [
	["mentorship", ["since", "turned_at", "exploring_until"]],
	["nudge_count", ["counted_from", "begun_anew_at"]],
	["no_answer", ["asked_at", "closes_at", "ended_at"]],
	["snooze", ["until"]],
	["meeting", ["starts_at", "set_at", "held_at"]],
	["delivery", ["created_at", "sent_at"]],
];

/**
 * Ana is Ben's mentee, and they have just agreed to talk every week. They work
 * at all hours and on all days, so that days can pass whatever today is.
 */
export async function startSilentPair(rhythm = "weekly") {
	let clock: Date | null = null;
	const now = () => clock ?? new Date();
	const bot = await startScene(mentored, now);
	const client = new pg.Client({ connectionString: bot.databaseUrl });
	await client.connect();
	const { ana, ben } = people(bot);
	await client.query(
		`update mentorship set state = 'active', since = now(),
			active_since = now(), rhythm = $1, exploring_until = null`,
		[rhythm],
	);
	await client.query(`update person set work_days = '{1,2,3,4,5,6,7}',
		hours_start = '00:00', hours_end = '00:00'`);
	await client.query("delete from schedule where kind = 'mentorships:turn'");
	await rings();
	const before = new Map([ana, ben].map((one) => [one, one.messages().length]));

	/** The bot looks at everything once, and says what there is to say. */
	async function rings() {
		// What waited for its time is looked at again, too.
		await client.query("update owed set plan_at = now()");
		for (const kind of [nudgeKind, noAnswerKind])
			await ringBell(bot, kind, now());
		await allIsSaid(client);
	}

	async function daysPass(days: number) {
		for (const [table, columns] of moving)
			await client.query(
				`update ${table} set ${columns
					.map((it) => `${it} = ${it} - $1 * interval '1 day'`)
					.join(", ")}`,
				[days],
			);
		await client.query(
			`update owed set dedupe_key = left(dedupe_key, -10) ||
				(right(dedupe_key, 10)::date - $1::int)::text,
				stale_after = stale_after - $1 * interval '1 day'
				where dedupe_key ~ '\\d{4}-\\d{2}-\\d{2}$'`,
			[days],
		);
		await rings();
	}

	return {
		bot,
		client,
		...{ ana, ben, daysPass, rings },
		now,
		/** Half past an hour of this day, UTC. */
		async hour(hours: number) {
			clock = new Date();
			clock.setUTCHours(hours, 30);
			await rings();
		},
		/** Where someone lives, and works from nine to five. */
		livesIn: (person: Driver, zone: string) =>
			client.query(
				`update person set zone = $1, hours_start = '09:00',
					hours_end = '17:00' where slack_user_id = $2`,
				[zone, person.id],
			),
		/** Messages since the pair began, which have these words. */
		told(person: Driver, words: string | RegExp): number {
			const since = person.messages().slice(before.get(person));
			return since.filter((text) => text.match(words)).length;
		},
		async stop() {
			await client.end();
			await bot.stop();
		},
	};
}

import pg from "pg";
import { turnKind } from "../../src/mentorships/move.service.ts";
import { goneKind } from "../../src/mentorships/presence.service.ts";
import { presenceKind } from "../../src/workspaces/presence.service.ts";
import { ringBell, workday } from "./bell.ts";
import type { Driver } from "./driver.ts";
import { mentoredAtNoon } from "./mentored.ts";
import { acme, people } from "./people.ts";
import { allIsSaid } from "./said.ts";
import { startScene } from "./scene.ts";
import { joinsAsMentor } from "./steps.ts";
import { until } from "./until.ts";

export type Together = Awaited<ReturnType<typeof startTogether>>;

const now = workday();

/**
 * On a working day, Ana is Ben's mentee, and Dana is a mentor as well; and what
 * nobody can do in a chat: days that go by, and people who leave Slack.
 */
export async function startTogether() {
	const bot = await startScene(mentoredAtNoon);
	const client = new pg.Client({ connectionString: bot.databaseUrl });
	await client.connect();
	const { ana, ben, chen, dana } = people(bot);
	await joinsAsMentor(dana, "Testing");

	/** All that is owed for now, or for a working day, has been said. */
	async function saysAll() {
		await ringBell(bot, "none", now);
		await allIsSaid(client);
	}

	/** Whatever is to happen by itself on this day happens. */
	async function newDay() {
		await client.query(
			`update delivery set created_at = created_at - interval '2 days',
				sent_at = sent_at - interval '2 days'`,
		);
		await ringBell(bot, turnKind, now);
		await saysAll();
	}

	async function isGone(person: Driver, deleted: boolean) {
		await bot.slack.updateUser(acme, person.id, { deleted });
		await until(`${person.id} to be seen to`, async () => {
			const { rowCount } = await client.query(
				`select from person join schedule on subject_id = person_id
					where kind = $1 and slack_user_id = $2`,
				[presenceKind, person.id],
			);
			return rowCount === 1;
		});
		await ringBell(bot, presenceKind, now);
		await saysAll();
	}

	return {
		bot,
		client,
		...{ ana, ben, chen, dana, now, saysAll },
		/** So many days later. */
		async daysPass(days: number) {
			await client.query(
				`update mentorship set since = since - $1 * interval '1 day',
					turned_at = turned_at - $1 * interval '1 day',
					exploring_until = exploring_until - $1 * interval '1 day',
					paused_until = paused_until - $1 * interval '1 day',
					halfway_on = halfway_on - $1::int, ends_on = ends_on - $1::int`,
				[days],
			);
			await newDay();
		},
		/** Those who were gone have been so for thirty days. */
		async goneForGood() {
			await ringBell(bot, goneKind, now);
			await saysAll();
		},
		isGone: (person: Driver) => isGone(person, true),
		isBack: (person: Driver) => isGone(person, false),
		/** Columns of the one mentorship. */
		async mentorship(): Promise<Record<string, unknown>> {
			const { rows } = await client.query("select * from mentorship");
			return rows[0];
		},
		async stop() {
			await client.end();
			await bot.stop();
		},
	};
}

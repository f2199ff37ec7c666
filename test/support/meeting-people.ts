import ICAL from "ical.js";
import pg from "pg";
import { meetingTurnKind } from "../../src/meetings/meeting-turns.service.ts";
import { ringBell, workday } from "./bell.ts";
import type { Driver } from "./driver.ts";
import { mentoredAtNoon } from "./mentored.ts";
import { people } from "./people.ts";
import { allIsSaid } from "./said.ts";
import { startScene } from "./scene.ts";
import { until } from "./until.ts";

export type Meeting = Awaited<ReturnType<typeof startMeeting>>;

const day = 24 * 3_600_000;

/** Ana is Ben's mentee, and it is a Wednesday at noon. */
export async function startMeeting() {
	const now = workday();
	const bot = await startScene(mentoredAtNoon);
	const client = new pg.Client({ connectionString: bot.databaseUrl });
	await client.connect();
	const { ana, ben } = people(bot);

	const moves = async (startsAt: Date): Promise<void> => {
		await client.query(
			`update meeting set starts_at = $1, set_at = $2
				where state = 'planned'`,
			[startsAt, new Date(now.getTime() - 10 * day)],
		);
	};
	return {
		bot,
		client,
		ana,
		ben,
		now,
		lives: async (person: Driver, zone: string): Promise<void> => {
			await client.query(
				"update person set zone = $1 where slack_user_id = $2",
				[zone, person.id],
			);
		},
		/** The hour before the planned meeting; what is due then is said. */
		async comes() {
			// The scheduler goes by the database's clock.
			await moves(new Date(Date.now() + day / 48));
			await ringBell(bot, meetingTurnKind, now);
			await allIsSaid(client);
		},
		/** The planned meeting was yesterday; what is due after it is said. */
		async passes() {
			const at = new Date(now.getTime() - day);
			await moves(at);
			// What stands on its agenda was written before it.
			await client.query("update agenda_item set changed_at = $1", [at]);
			await ringBell(bot, meetingTurnKind, now);
			await allIsSaid(client);
		},
		async stop() {
			await client.end();
			await bot.stop();
		},
	};
}

/** Opens the times to choose from, and takes one of them; the first is 0. */
export async function books(person: Driver, nth = 0): Promise<void> {
	await person.types("/mentor meet");
	await person.sees("One tap fixes a time.");
	await person.clicks("Book this time", { nth });
	await person.sees("Booked: you talk with");
	await person.closes();
}

/** The times that are offered, as they read them. */
export const times = (person: Driver) =>
	(person.modal() ?? "").split("\n").filter((line) => /\d:\d\d/.test(line));

/** The newest calendar file that someone has, once it says so. */
export async function calendarOf(person: Driver, sequence: number) {
	const read = async () => {
		const file = String(await person.file("mentoring.ics"));
		const calendar = new ICAL.Component(ICAL.parse(file));
		const part = calendar.getFirstSubcomponent("vevent");
		if (!part) throw new Error("There is no event in it.");
		const method = calendar.getFirstPropertyValue("method");
		return { method, event: new ICAL.Event(part) };
	};
	await until(`a calendar file with sequence ${sequence}`, async () => {
		return (await read()).event.sequence === sequence;
	});
	return read();
}

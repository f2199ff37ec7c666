import pg from "pg";
import { newId } from "../../src/db/database.ts";
import type { MemberRole } from "../../src/mentorships/mentorship.ts";
import { turnKind } from "../../src/mentorships/move.service.ts";
import { ringBell, workday } from "./bell.ts";
import type { Driver } from "./driver.ts";
import { acme, people } from "./people.ts";
import { allIsSaid } from "./said.ts";
import { type Scene, startScene } from "./scene.ts";
import { joinsAsMentee, joinsAsMentor } from "./steps.ts";
import { until } from "./until.ts";

export type Closing = Awaited<ReturnType<typeof startClosing>>;

type Cast = ReturnType<typeof people>;
type Part = [name: keyof Cast, role: MemberRole];

const pair: Part[] = [
	["ben", "mentor"],
	["ana", "mentee"],
];

const now = workday();

const joined = (parts: Part[]): Scene => ({
	name: `joined: ${parts.map((part) => part.join(" as ")).join()}`,
	options: { now: () => now },
	async play(bot) {
		for (const [name, role] of parts) {
			const joins = role === "mentor" ? joinsAsMentor : joinsAsMentee;
			await joins(people(bot)[name], "Testing");
		}
	},
});

/** People who have joined, and a mentorship of some of them that is active. */
export async function startClosing({ kind = "one_to_one", parts = pair } = {}) {
	const bot = await startScene(joined(parts));
	const client = new pg.Client({ connectionString: bot.databaseUrl });
	await client.connect();
	const cast = people(bot);
	const { rows } = await client.query<{ workspace: string; program: string }>(
		`select workspace_id as workspace, program_id as program
			from program join workspace using (workspace_id) where team_id = $1`,
		[acme],
	);
	const { workspace, program } = rows[0] ?? never();
	const mentorshipId = newId();
	await client.query(
		`insert into mentorship (workspace_id, mentorship_id, program_id, kind,
				state, active_since, created_at)
			values ($1, $2, $3, $4, 'active', now() - interval '90 days',
				now() - interval '120 days')`,
		[workspace, mentorshipId, program, kind],
	);
	for (const [name, role] of parts)
		await client.query(
			`insert into mentorship_member
					(workspace_id, mentorship_id, person_id, role)
				select workspace_id, $2, person_id, $4 from person
					where workspace_id = $1 and slack_user_id = $3`,
			[workspace, mentorshipId, cast[name].id, role],
		);
	await client.query(
		`insert into schedule
				(workspace_id, schedule_id, kind, subject_id, next_at)
			values ($1, gen_random_uuid(), $3, $2, '2100-01-01')`,
		[workspace, mentorshipId, turnKind],
	);

	/**
	 * Whatever is owed by now is said, on a day of its own: what was said before
	 * is longer ago than the bot's day, which is up to a week ago.
	 */
	async function newDay(): Promise<void> {
		await client.query(
			`update delivery set created_at = created_at - interval '8 days',
				sent_at = sent_at - interval '8 days'`,
		);
		await ringBell(bot, turnKind, now);
		await allIsSaid(client);
	}

	return {
		...{ bot, client, mentorshipId, newDay, ...cast },
		/** So many days pass, and what the calendar has for them happens. */
		async pass(days: number): Promise<void> {
			await client.query(
				`update mentorship set since = since - make_interval(days => $1),
					turned_at = turned_at - make_interval(days => $1)`,
				[days],
			);
			await newDay();
		},
		/** Its end date is there. */
		async endDateComes(): Promise<void> {
			await client.query(
				`update mentorship set ends_on = current_date - 1,
					turned_at = now() - interval '3 days'`,
			);
			await newDay();
		},
		/** Sets columns of the mentorship. */
		sets: (change: string) => client.query(`update mentorship set ${change}`),
		/** Its state, and how it ended. */
		async state(): Promise<string> {
			const { rows } = await client.query<{ state: string }>(
				"select concat_ws(' ', state, ended_as) as state from mentorship",
			);
			return rows.map(({ state }) => state).join();
		},
		async stop(): Promise<void> {
			await client.end();
			await bot.stop();
		},
	};
}

export type Words = Partial<
	Record<"helpedWords" | "learned" | "ownWords" | "thanks", string>
>;

const labels = {
	helpedWords: "What exactly helped, in a line?",
	learned: "What have you learned?",
	ownWords: "What would you like to remember, in your own words?",
	thanks: /^A thank-you/,
};

/** Writes in the look-back that is open. */
export async function writes(person: Driver, words: Words): Promise<void> {
	for (const [field, label] of Object.entries(labels)) {
		const text = words[field as keyof Words];
		if (text !== undefined) await person.fills(label, text);
	}
}

/** The whole way: looks back, saves it, and chooses how it goes on. */
export async function looksBack(
	person: Driver,
	ending: "New goals" | "Informal" | "Finished",
	words: Words = {},
): Promise<string> {
	await person.clicks("Look back");
	await writes(person, words);
	await person.submits();
	await person.chooses("From here on", new RegExp(`^${ending}`));
	await person.submits();
	const said = await until("an answer to the choice", () => {
		const modal = person.modal();
		return modal !== null && !modal.includes("From here on") ? modal : false;
	});
	await person.closes();
	return said;
}

function never(): never {
	throw new Error("There is no program.");
}

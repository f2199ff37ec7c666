import pg from "pg";
import { turnKind } from "../../src/mentorships/move.service.ts";
import { ringBell, workday } from "./bell.ts";
import type { Driver } from "./driver.ts";
import { people } from "./people.ts";
import { allIsSaid } from "./said.ts";
import { type Scene, startScene } from "./scene.ts";
import { joinsAsMentee, joinsAsMentor, writesAsk } from "./steps.ts";
import { until } from "./until.ts";

export type Exploring = Awaited<ReturnType<typeof startExploring>>;

export const kindLabel = "What kind of mentoring?";
export const reminded = /Would you like to go on with/;
export const over =
	/Your time to explore with .* is over, and it does not go on/;

const now = workday();

const exploring = (kind: string): Scene => ({
	name: `exploring, ${kind}`,
	options: { now: () => now },
	async play(bot) {
		const { ana, ben, dana } = people(bot);
		await joinsAsMentor(ben, "Testing");
		await joinsAsMentor(dana, "Testing");
		await joinsAsMentee(ana, "Testing");
		await ana.types("/mentor ask @Ben Okafor");
		await ana.chooses(kindLabel, kind);
		await writesAsk(ana);
		await ana.submits();
		await ana.submits();
		await ana.sees("Your request is on its way to Ben Okafor.");
		await ana.closes();
		await ben.clicks("Accept Ana Lopes");
		await ana.sees("A few lines before you first talk with @Ben Okafor");
		await ben.sees("A few lines before you first talk with @Ana Lopes");
		await ana.sees("meet @Ben Okafor");
	},
});

/** Ana has asked Ben, who said yes; both have read their first lines. */
export async function startExploring(kind = "One to one") {
	const bot = await startScene(exploring(kind));
	const client = new pg.Client({ connectionString: bot.databaseUrl });
	await client.connect();
	const { ana, ben, chen, dana } = people(bot);
	const isSaid = () => allIsSaid(client);

	/** Whatever the calendar has by now happens, on a new day to everyone. */
	async function newDay(): Promise<void> {
		await client.query(
			`update delivery set created_at = created_at - interval '2 days',
				sent_at = sent_at - interval '2 days'`,
		);
		await ringBell(bot, turnKind, now);
		await isSaid();
	}

	/** So many days are left, or it was as long ago; what is due happens. */
	async function dateIn(days: number): Promise<void> {
		await client.query(
			`update mentorship set turned_at = now() - interval '2 days',
				exploring_until = now() + make_interval(days => $1)
				where state = 'exploring'`,
			[days],
		);
		await newDay();
	}

	return {
		...{ bot, client, ana, ben, chen, dana, allIsSaid: isSaid, newDay },
		/** The date is near enough to be reminded of. */
		dateIsNear: () => dateIn(3),
		dateComes: () => dateIn(-1),
		async state(): Promise<string> {
			const { rows } = await client.query<{ state: string }>(
				"select state from mentorship",
			);
			return rows.map(({ state }) => state).join();
		},
		async answers(): Promise<number | null> {
			const { rowCount } = await client.query("select from exploring_answer");
			return rowCount;
		},
		/** The two are peers, and Dana is the third. */
		async becomePeers(): Promise<void> {
			await client.query("update mentorship set kind = 'peer'");
			await client.query(
				`insert into mentorship_member
					(workspace_id, mentorship_id, person_id, role)
					select workspace_id, mentorship_id, person_id, 'peer'
						from mentorship join person using (workspace_id)
						where slack_user_id = $1`,
				[dana.id],
			);
			await client.query("update mentorship_member set role = 'peer'");
		},
		/** Ben has a group, and Dana is the second mentee in it. */
		async becomeGroup(): Promise<void> {
			await client.query("update mentorship set kind = 'group'");
			await client.query(
				`insert into mentorship_member
					(workspace_id, mentorship_id, person_id, role)
					select workspace_id, mentorship_id, person_id, 'mentee'
						from mentorship join person using (workspace_id)
						where slack_user_id = $1`,
				[dana.id],
			);
		},
		async stop(): Promise<void> {
			await client.end();
			await bot.stop();
		},
	};
}

/** Answers the reminder, and reads what the answer does. */
export async function answersIt(
	person: Driver,
	label: string | RegExp,
): Promise<string> {
	await person.clicks(label, { in: reminded });
	const said = await until(
		"an answer to the answer",
		() => person.modal() ?? false,
	);
	await person.closes();
	return said;
}

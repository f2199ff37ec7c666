import pg from "pg";
import { arrivalKind } from "../../src/reports/arrival.service.ts";
import { reportKind } from "../../src/reports/post.service.ts";
import { ringBell } from "./bell.ts";
import { people } from "./people.ts";
import { type Scene, startScene } from "./scene.ts";
import { until } from "./until.ts";

export type Reporting = Awaited<ReturnType<typeof startReporting>>;

/** Of this many mentors and as many mentees, so many are pairs. */
export type Crowd = { size: number; pairs: number };

type Released = { id: string; at: Date; figures: { asOf: string }[] };

const departments = ["Data", "Design", "Sales"];

const claimed: Scene = {
	name: "a program with a report",
	async play(bot) {
		const { ana } = people(bot);
		await ana.opensHome();
		await ana.clicks("Claim");
		await ana.sees("What you run");
		await ana.types("/mentor program");
		await ana.fills("Name", "Mentoring at Acme");
		await ana.chooses("In which channel shall its report appear?", "mentoring");
		await ana.submits();
		await ana.sees("That is all it needs.");
		await ana.closes();
	},
};

/**
 * Ana runs a program whose report goes to #mentoring, where Ben is as well; and
 * people who are only numbers come and go in its database.
 */
export async function startReporting() {
	const bot = await startScene(claimed);
	const client = new pg.Client({ connectionString: bot.databaseUrl });
	await client.connect();
	const { ana, ben } = people(bot);
	/** In the first program of the first workspace. */
	const here = `(select * from program join workspace using (workspace_id)
		where is_first and team_id = 'T0ACME') here`;

	async function rest() {
		await until("rest among reports and deliveries", async () => {
			const { rowCount } = await client.query(
				`select from report_due union all
				select from delivery join gate using (workspace_id, gate_key)
					where state in ('pending', 'sending') and stopped is null`,
			);
			return rowCount === 0;
		});
	}

	return {
		bot,
		client,
		...{ ana, ben, rest },
		/** People by department, a third in each, who meet every week. */
		async fills({ size, pairs }: Crowd) {
			await client.query(
				`insert into person (workspace_id, person_id, slack_user_id, name,
						standing, zone, department)
					select workspace_id, gen_random_uuid(), role || n, role || n,
						'member', 'UTC', ($2::text[])[1 + n % 3]
					from ${here}, generate_series(1, $1) n,
						unnest('{MENTOR,MENTEE}'::text[]) role`,
				[size, departments],
			);
			await client.query(
				`insert into enrollment (workspace_id, program_id, person_id, role,
						state, participation_version, joined_at)
					select here.workspace_id, program_id, person_id,
						lower(substring(slack_user_id from '^[A-Z]+')), 'open', 1, now()
					from ${here} join person on person.workspace_id = here.workspace_id
					where slack_user_id ~ '^MENT(OR|EE)'`,
			);
			await client.query(
				`with pair as (
					insert into mentorship (workspace_id, mentorship_id, program_id,
							kind, state, rhythm, active_since, since, created_at)
						select workspace_id, gen_random_uuid(), program_id, 'one_to_one',
							'active', 'weekly', now() - interval '40 days',
							now() - interval '40 days', now() - interval '60 days'
						from ${here}, generate_series(1, $1) n
						returning workspace_id, mentorship_id
				), numbered as (
					select *, row_number() over () as n from pair
				)
				insert into mentorship_member
						(workspace_id, mentorship_id, person_id, role)
					select n.workspace_id, mentorship_id, person_id,
						lower(substring(slack_user_id from '^[A-Z]+'))
					from numbered n join person p on p.workspace_id = n.workspace_id
						and slack_user_id in ('MENTOR' || n, 'MENTEE' || n)`,
				[pairs],
			);
		},
		/** Each pair meets, or was to meet and did not; each finds it so useful. */
		async meets(useful: number, isHeld = true) {
			await client.query(
				`insert into meeting (workspace_id, meeting_id, mentorship_id, state,
						starts_at, length_minutes, set_at, created_at, held_at)
					select workspace_id, gen_random_uuid(), mentorship_id, $1,
						now() - interval '2 days', 30, now(), now(),
						case $1 when 'met' then now() - interval '2 days' end
					from mentorship`,
				[isHeld ? "met" : "not"],
			);
			if (!isHeld) return;
			await client.query(
				`insert into meeting_answer (workspace_id, meeting_id, person_id,
						answer, usefulness, answered_at)
					select t.workspace_id, meeting_id, person_id, 'met',
						$1 + (row_number() over ()) % 2, now()
					from meeting t join mentorship_member
						using (workspace_id, mentorship_id)`,
				[useful],
			);
		},
		/** So many mentees of no pair wait, and want this listed topic. */
		async waits(topic: string, count: number) {
			await client.query(
				`with chosen as (
					select e.workspace_id, e.program_id, e.person_id, topic_id
						from enrollment e join topic using (workspace_id, program_id)
						where role = 'mentee' and topic.name = $1
							and not exists (select from mentorship_member m
								where m.person_id = e.person_id)
							and not exists (select from waiting w
								where w.person_id = e.person_id)
							and not exists (select from waiting w
								where w.person_id = e.person_id)
						order by e.person_id limit $2
				), listed as (
					insert into waiting (workspace_id, waiting_id, program_id,
							person_id, sought_key, state)
						select workspace_id, gen_random_uuid(), program_id, person_id,
							'any', 'waiting' from chosen
				)
				insert into enrollment_topic (workspace_id, program_id, person_id,
						side, topic_key, topic_id, level)
					select workspace_id, program_id, person_id, 'wanted',
						topic_id::text, topic_id, 1 from chosen`,
				[topic, count],
			);
		},
		/** The time for the report has come. */
		async comesDue() {
			await ringBell(bot, reportKind, new Date());
			await rest();
		},
		/** By now it should stand in its channel. */
		async arrives() {
			await ringBell(bot, arrivalKind, new Date());
			await rest();
		},
		/** What was published is so many days old. */
		async daysPass(days: number) {
			const earlier = (at: Date) =>
				new Date(at.getTime() - days * 24 * 3_600_000);
			const { rows } = await client.query<Released>(
				"select release_id as id, made_at as at, figures from release",
			);
			for (const { id, at, figures } of rows)
				await client.query(
					"update release set made_at = $2, figures = $3 where release_id = $1",
					[
						id,
						earlier(at),
						JSON.stringify(
							figures.map((figure) => ({
								...figure,
								asOf: earlier(new Date(figure.asOf)).toISOString(),
							})),
						),
					],
				);
		},
		/** The last message in the channel, as Ben reads it. */
		inChannel: () => ben.sees("Mentoring at Acme: the report"),
		async stop() {
			await client.end();
			await bot.stop();
		},
	};
}

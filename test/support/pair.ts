import pg from "pg";
import { openDatabase, withWorkspace } from "../../src/db/database.ts";
import { insertOwed } from "../../src/delivery/owe.queries.ts";
import type { OwedMessage } from "../../src/delivery/owe.ts";
import type { Driver } from "./driver.ts";
import { mentored } from "./mentored.ts";
import { acme, people } from "./people.ts";
import { startScene } from "./scene.ts";
import { hears } from "./steps.ts";
import { until } from "./until.ts";

/** What bare /mentor answers, also to someone who has not joined. */
export const glance = (person: Driver): Promise<string> =>
	hears(person, () => person.types("/mentor"));

export type Pair = Awaited<ReturnType<typeof startPair>>;

/**
 * The small world, in which Ana is Ben's mentee and all that this owed has
 * been said; and what nobody can do in a chat: the directory, the settings
 * and messages that become due.
 */
export async function startPair() {
	const bot = await startScene(mentored);
	const db = openDatabase(bot.databaseUrl, "mentor_app", { max: 1 });
	const client = new pg.Client({ connectionString: bot.databaseUrl });
	await client.connect();
	const { ana, ben, chen, dana } = people(bot);
	// Whom the bot has never met is in no directory.
	for (const one of [chen, dana]) await glance(one);
	const { rows } = await client.query<{
		workspace: string;
		mentorship: string;
		request: string;
	}>(
		`select workspace_id as workspace, mentorship_id as mentorship,
			request_id as request
			from mentorship join workspace using (workspace_id) where team_id = $1`,
		[acme],
	);
	const ids = rows[0] ?? never();

	return {
		bot,
		...{ ana, ben, chen, dana, ids, client },
		/** The program's safeguarding contacts, the first one first. */
		async names(...contacts: Driver[]): Promise<void> {
			await client.query(
				`update program set settings = settings || jsonb_build_object(
					'safeguarding', (select coalesce(jsonb_agg(person_id
						order by array_position($2, slack_user_id)), '[]')
						from person where workspace_id = $1
							and slack_user_id = any($2)))
					where workspace_id = $1`,
				[ids.workspace, contacts.map(({ id }) => id)],
			);
		},
		async manages(manager: Driver, report: Driver): Promise<void> {
			await client.query(
				`update person set manager_id = manager.person_id from person manager
					where person.workspace_id = $1 and manager.workspace_id = $1
						and manager.slack_user_id = $2 and person.slack_user_id = $3`,
				[ids.workspace, manager.id, report.id],
			);
		},
		owes: (messages: OwedMessage[]): Promise<void> =>
			withWorkspace(db, ids.workspace, (trx) => insertOwed(trx, messages)),
		/** Resolves when the message owed under this key has come so far. */
		untilIs: (key: string, state: string): Promise<unknown> =>
			until(`${key} to be ${state}`, async () => {
				const { rowCount } = await client.query(
					`select from owed join delivery using (workspace_id, delivery_id)
						where dedupe_key = $1 and delivery.state = $2`,
					[key, state],
				);
				return rowCount === 1;
			}),
		async stop() {
			await client.end();
			await db.destroy();
			await bot.stop();
		},
	};
}

function never(): never {
	throw new Error("Ben has not accepted Ana.");
}

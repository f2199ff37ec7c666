import { createCipher } from "../../src/db/cipher.ts";
import { newId } from "../../src/db/database.ts";
import {
	type LookBackForm,
	sealLookBack,
} from "../../src/mentorships/look-back.ts";
import { summaryKind } from "../../src/reports/cohort-due.service.ts";
import { ringBell } from "./bell.ts";
import type { Reporting } from "./reporting.ts";

/** The key that `startBot` gives the bot. */
const cipher = createCipher({
	current: "1",
	keys: { "1": Buffer.alloc(32, 7) },
});

/** A local date so many days from now. */
export const dayFromNow = (days: number): string =>
	new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);

/** What a manager fills in for a cohort, by the labels of its form. */
export async function plansCohort(
	{ ana }: Pick<Reporting, "ana">,
	name: string,
	days: [from: number, until: number, kickoff: number, end: number],
): Promise<void> {
	const [from, till, kickoff, end] = days.map(dayFromNow);
	await ana.fills("Name", name);
	await ana.fills("Sign-up opens on", from ?? "");
	await ana.fills("Last day to sign up", till ?? "");
	await ana.fills("Kick-off", kickoff ?? "");
	await ana.fills("Last day", end ?? "");
	await ana.submits();
}

/** Everybody who is only a number takes part in it, as if by their own tap. */
export const crowdTakesPart = ({ client }: Reporting, name: string) =>
	client.query(
		`insert into cohort_member (workspace_id, cohort_id, person_id, since)
			select c.workspace_id, cohort_id, person_id, now()
			from cohort c join enrollment using (workspace_id, program_id)
			join person p using (workspace_id, person_id)
			where c.name = $1 and p.slack_user_id ~ '^MENT(OR|EE)'
			on conflict do nothing`,
		[name],
	);

/** The last day of a cohort that began so many days ago. */
export const lastDayComes = (
	{ client }: Reporting,
	name: string,
	days: number,
) =>
	client.query(
		`update cohort set signup_from = current_date - $2::int,
			signup_until = current_date - $2::int + 5,
			kickoff_on = current_date - $2::int + 6, ends_on = current_date
			where name = $1`,
		[name, days],
	);

/** The summaries that are due are made and told. */
export async function summaryComesDue({ bot, rest }: Reporting): Promise<void> {
	await ringBell(bot, summaryKind, new Date());
	await rest();
}

const blank: LookBackForm = {
	helped: [],
	helpedWords: null,
	learned: null,
	ownWords: null,
	thanks: null,
	quote: null,
};

/** Every member of a pair looks back, in order of their names in Slack. */
export async function everybodyLooksBack(
	{ client }: Reporting,
	formOf: (at: number) => Partial<LookBackForm>,
): Promise<void> {
	const { rows } = await client.query<{
		workspace: string;
		mentorship: string;
		person: string;
	}>(`select m.workspace_id as workspace, mentorship_id as mentorship,
			person_id as person
		from mentorship_member m join person using (workspace_id, person_id)
		order by slack_user_id`);
	for (const [at, { workspace, mentorship, person }] of rows.entries()) {
		const lookBackId = newId();
		const form = { ...blank, ...formOf(at) };
		const owner = { workspaceId: workspace, lookBackId };
		const { words, quote } = sealLookBack(cipher, owner, form);
		await client.query(
			`insert into look_back (workspace_id, look_back_id, mentorship_id,
					person_id, closing, helped, words, quote, looked_back_at, ending)
				values ($1, $2, $3, $4, 0, $5, $6, $7, now(), 'finished')`,
			[workspace, lookBackId, mentorship, person, form.helped, words, quote],
		);
	}
	await client.query(
		`update mentorship set state = 'completed', ended_as = 'finished',
			changes = changes + 1, since = now()`,
	);
}

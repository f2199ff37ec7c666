import { afterEach, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import {
	crowdTakesPart,
	everybodyLooksBack,
	lastDayComes,
	plansCohort,
	summaryComesDue,
} from "../support/cohorts.ts";
import { people } from "../support/people.ts";
import { type Reporting, startReporting } from "../support/reporting.ts";
import { joinsAsMentee } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

// PRODUCT 8: "Cohorts: sign-up dates, ..., end. At the end ... the managers get a
// one-page summary beside the last cohort, suppressed like every report, quotes
// only with consent."

let stage: Reporting | undefined;
afterEach(() => stage?.stop());

test("a program is always open, until its manager makes a cohort", async () => {
	stage = await startReporting();
	const { bot, ana } = stage;
	await ana.types("/mentor program");
	await ana.sees("None: the program is always open.");
	await ana.clicks("Cohorts");
	await ana.sees("There are no cohorts: the program is always open.");
	await ana.clicks("New cohort");
	await plansCohort(stage, "Spring", [0, 7, 6, 3]);
	expect(ana.errors()).toEqual({
		"Kick-off": expect.stringContaining("before the last day to sign up"),
		"Last day": expect.stringContaining("has to come after kick-off"),
	});
	// What was right is still there.
	await ana.fills("Kick-off", "2099-01-11");
	await ana.fills("Last day", "2099-07-01");
	await ana.submits();
	const page = await ana.sees("Saved: Spring.");
	expect(page).toContain("Spring, sign-up is open");
	expect(page).toContain("0 people take part.");

	await ana.clicks("New cohort");
	await plansCohort(stage, "spring", [5, 20, 30, 90]);
	expect(ana.errors()).toEqual({
		Name: expect.stringContaining("a cohort called Spring already"),
		"Sign-up opens on": expect.stringContaining("Sign-up for Spring is open"),
	});
	await plansCohort(stage, "Autumn", [8, 20, 30, 90]);
	await ana.sees("Autumn, ahead");
	await ana.clicks("Edit Autumn");
	await ana.clicks("Remove Autumn");
	await ana.sees("Removed: Autumn.");
	await ana.clicks("Back to the settings");
	await ana.sees("Spring");
	await ana.clicks("History");
	const history = await ana.sees('removed the cohort "Autumn"');
	expect(history).toContain('made the cohort "Spring"');
	expect(troubles(bot)).toEqual([]);
});

test("who joins while sign-up is open takes part; others by one tap, and nobody by another's", async () => {
	stage = await startReporting();
	const { bot, ana, ben, client } = stage;
	await joinsAsMentee(ana, "Testing");
	await ana.types("/mentor program");
	await ana.clicks("Cohorts");
	await ana.clicks("New cohort");
	await plansCohort(stage, "Spring", [0, 7, 9, 90]);
	await ana.sees("0 people take part.");
	await ana.closes();

	await ben.types("/mentor join");
	await ben.sees("Sign-up for Spring is open: whoever joins now takes part.");
	await ben.closes();
	await joinsAsMentee(ben, "Testing");
	await ben.opensHome();
	await ben.sees("You take part in Spring.");
	await ben.clicks("Step out of Spring");
	await ben.sees("You no longer take part in Spring. Your mentorships go on.");
	await ben.closes();

	await ana.opensHome();
	await ana.sees("Spring: sign-up is open until");
	await ana.clicks("Take part in Spring");
	await ana.sees("You take part in Spring.");
	await ana.closes();
	await ana.types("/mentor program");
	await ana.clicks("Cohorts");
	await ana.sees("You and your own reporting line are not counted.");
	await ana.sees("0 people take part.");
	// There is one all the same, so it cannot be removed.
	await ana.clicks("Edit");
	await ana.clicks("Remove Spring");
	await ana.sees("Someone takes part in Spring by now, so it was not removed.");
	await ana.closes();

	// An old button: by now sign-up is over.
	await ben.opensHome();
	await lastDayComes(stage, "Spring", 40);
	await ben.clicks("Take part in Spring");
	await ben.sees("Spring can no longer be changed: sign-up is over.");
	const { rows } = await client.query(
		`select slack_user_id as id from cohort_member
			join person using (workspace_id, person_id)`,
	);
	expect(rows).toEqual([{ id: ana.id }]);
	expect(troubles(bot)).toEqual([]);
});

test("on its last day the managers get a summary beside the last cohort; quotes only with consent", async () => {
	stage = await startReporting();
	const { bot, ana, ben, client } = stage;
	await stage.fills({ size: 20, pairs: 15 });
	await stage.meets(4);
	await ana.types("/mentor program");
	await ana.clicks("Cohorts");
	await ana.clicks("New cohort");
	await plansCohort(stage, "Autumn", [0, 7, 8, 90]);
	await ana.sees("Saved: Autumn.");
	await crowdTakesPart(stage, "Autumn");
	await everybodyLooksBack(stage, (at) => ({
		helped: at % 2 === 0 ? ["questions"] : ["questions", "honesty"],
		quote: at < 6 ? `It helped me in ${at} ways <!channel>` : null,
	}));
	await lastDayComes(stage, "Autumn", 70);
	await summaryComesDue(stage);
	const summary = await ana.sees("Autumn: the summary");
	expect(summary).toContain("It is the first cohort with numbers");
	expect(summary).toContain("Took part | 40 people");
	expect(summary).toContain("Found a mentor | 15 of 20 people");
	expect(summary).toContain("Helped: candid feedback | 15 of 30 people");
	expect(summary).toContain("Helped: new contacts | fewer than 5 of 30 people");
	expect(summary).toContain("> It helped me in 3 ways <!channel>");
	ben.sawNot("Autumn: the summary");

	// Someone takes theirs back: whose it was is not to be found out.
	await client.query(
		`update look_back set quote = null where look_back_id =
			(select look_back_id from release_quote limit 1)`,
	);
	await ana.types("/mentor program");
	await ana.clicks("Cohorts");
	await ana.clicks("Summary of Autumn");
	const page = await ana.sees("Took part: 40 people");
	expect(page).not.toContain("It helped me");
	await ana.closes();

	// The next one runs, of half the people.
	await ana.types("/mentor program");
	await ana.clicks("Cohorts");
	await ana.clicks("New cohort");
	await plansCohort(stage, "Spring", [0, 7, 8, 90]);
	await ana.sees("Saved: Spring.");
	await ana.closes();
	await client.query(
		`insert into cohort_member (workspace_id, cohort_id, person_id, since)
			select m.workspace_id, c.cohort_id, person_id, now()
			from cohort_member m join person p using (workspace_id, person_id)
			join cohort c on c.workspace_id = m.workspace_id and c.name = 'Spring'
			where substring(p.slack_user_id from '[0-9]+$')::int
				not between 9 and 15`,
	);
	await client.query(
		"update cohort set ends_on = current_date - 1 where name = 'Autumn'",
	);
	await lastDayComes(stage, "Spring", 65);
	await summaryComesDue(stage);
	const next = await ana.sees("Spring: the summary");
	expect(next).toContain("beside Autumn");
	expect(next).toMatch(/In numbers \| Spring \| Autumn/);
	expect(next).toContain("Took part | 26 people | 40 people");
	await ana.clicks("Numbers as a file");
	await ana.sees("Here are the numbers of Spring");
	const rows: string[][] = parse(await ana.file(/^mentoring-/), { bom: true });
	expect(rows[0]).toEqual(["figure", "of", "measure", "Spring", "Autumn"]);
	expect(rows).toContainEqual(["Took part", "", "people", "26", "40"]);
	await ana.clicks("What the numbers mean");
	await ana.sees("These numbers are of the people who took part in Spring");
	expect(troubles(bot)).toEqual([]);
}, 60_000);

test("a cohort of few people: a kind word and a list of what to do; nothing for managers of another program", async () => {
	stage = await startReporting();
	const { bot, ana, client } = stage;
	const { chen } = people(bot);
	await chen.types("/mentor");
	await client.query(
		`with made as (
			insert into program (workspace_id, program_id, name, settings)
				select workspace_id, gen_random_uuid(), 'Sales', '{"description": "x"}'
				from workspace where team_id = 'T0ACME'
				returning workspace_id, program_id
		)
		insert into program_manager (workspace_id, program_id, person_id)
			select workspace_id, program_id, person_id
			from made join person using (workspace_id)
			where slack_user_id = $1`,
		[chen.id],
	);
	await stage.fills({ size: 3, pairs: 3 });
	await ana.types("/mentor program");
	await ana.clicks("Cohorts");
	await ana.clicks("New cohort");
	await plansCohort(stage, "Pilot", [0, 7, 8, 90]);
	await ana.sees("Saved: Pilot.");
	await ana.closes();
	await crowdTakesPart(stage, "Pilot");
	await lastDayComes(stage, "Pilot", 70);
	await summaryComesDue(stage);
	const few = await ana.sees("Pilot has come to its last day.");
	expect(few).toContain("Fewer than 10 people took part");
	expect(few).toContain("Name who hears of it when something is wrong");

	await chen.types("/mentor program");
	await chen.clicks("Cohorts");
	await chen.sees("There are no cohorts: the program is always open.");
	chen.sawNot("Pilot");
	expect(troubles(bot)).toEqual([]);
});

import { afterEach, expect, test } from "@jest/globals";
import { smallWorld } from "../../simulator/small-world.ts";
import { requiredScopes, type World } from "../../simulator/world.ts";
import { type Running, startBot } from "../support/bot.ts";
import { runSql } from "../support/database.ts";
import type { Driver } from "../support/driver.ts";
import { acme, people } from "../support/people.ts";
import { troubles } from "../support/troubles.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

/** The small world, where the app may also do what Slack makes optional. */
function worldWith(...scopes: string[]): World {
	return {
		...smallWorld,
		teams: smallWorld.teams.map((team) => ({
			...team,
			scopes: [...requiredScopes, ...scopes],
		})),
	};
}

/** Makes people managers of the first program, whom Mentor has met. */
async function appoints(running: Running, ...managers: Driver[]) {
	for (const manager of managers) {
		await manager.types("/mentor");
		await manager.sees("You have not joined the program yet.");
	}
	const ids = managers.map(({ id }) => `'${id}'`);
	await runSql(
		running.databaseUrl,
		`insert into program_manager (workspace_id, program_id, person_id)
			select workspace_id, program_id, person_id
			from person join program using (workspace_id)
				join workspace using (workspace_id)
			where team_id = '${acme}' and slack_user_id in (${ids})
				and is_first`,
	);
	// A program that somebody has looked after goes straight to its contents.
	await runSql(
		running.databaseUrl,
		`update program set settings = '{"description":"For all"}'`,
	);
}

async function opensDirectory(person: Driver) {
	await person.types("/mentor program");
	await person.clicks("Directory data");
	await person.sees("Paste the rows");
}

test("pasted rows with three bad ones: each is named, nothing is imported; corrected, all are", async () => {
	bot = await startBot({ world: worldWith() });
	const { ana, ben, chen, dana } = people(bot);
	await appoints(bot, ana, dana);
	await opensDirectory(ana);
	expect(ana.modal()).toContain("needs the permission files:read");
	await ana.fills(
		"Paste the rows",
		`slack_id,department,level,location,manager
U02BEN,Platform,4,Lagos,U03CHEN
U03CHEN,Platform,high,Shanghai,
U0NOBODY,Sales,3,Lisbon,
U02BEN,Data,4,Lagos,
U04DANA,Design,3,Prague,`,
	);
	await ana.submits();
	const bad = await ana.sees("3 of 5 rows need a change");
	expect(bad).toContain(
		"Line 3, U03CHEN: the level is no whole number from 0 to 99",
	);
	expect(bad).toContain("Line 4, U0NOBODY: Slack does not know this person");
	expect(bad).toContain("Line 5, U02BEN: the same person as in line 2");
	ana.sawNot("Import 5 rows");

	// What was typed is still there.
	expect(ana.modal()).toContain("U02BEN,Platform,4,Lagos,U03CHEN");
	await ana.fills(
		"Paste the rows",
		`slack_id,department,level,location,manager
U02BEN,Platform,4,Lagos,U03CHEN
U03CHEN,Platform,5,Shanghai,
U04DANA,Design,3,Prague,`,
	);
	await ana.submits();
	const fine = await ana.sees("All 3 rows are fine.");
	expect(fine).toContain("Dana Novak: department none to Design");
	expect(fine).toContain("manager none to @Chen Wei");
	await ben.types("/mentor");
	await ana.submits();
	await ana.sees("The import is done: all 3 rows are in the directory.");
	await ana.closes();
	await dana.sees("Ana Lopes imported");
	for (const other of [ben, chen]) other.sawNot("imported");
	expect(troubles(bot)).toEqual([]);
});

test("an export is imported again without a change, and leaves out one's own line", async () => {
	bot = await startBot({
		world: worldWith("files:read", "users:read.email"),
	});
	const { ana, ben, dana } = people(bot);
	await appoints(bot, ana, dana);
	await opensDirectory(ana);
	await ana.attaches("Or choose a CSV file", {
		name: "people.csv",
		content: `Email;Department;Level;Location;Manager;Cost center
ana@example.com;HR;6;;;1
ben@example.com;"=SUM(1)";4;"Lagos; ""Island""";chen@example.com;2
chen@example.com;"Plat
form";5;007;;3
dana@example.com;Design;3;Prague;ana@example.com;4`,
	});
	await ana.submits();
	const fine = await ana.sees("All 4 rows are fine.");
	expect(fine).toContain("Chen Wei: department none to Plat form");
	expect(fine).toContain("1 row is about you or your reporting line");
	expect(fine).toContain("Columns passed over: Cost center.");
	expect(fine).not.toContain("Ana Lopes: ");
	await ana.submits();
	await ana.sees("The import is done");
	await ana.closes();

	await opensDirectory(ana);
	await ana.clicks("Export as CSV");
	await ana.sees("The file is on its way");
	await ana.closes();
	await ana.closes();
	const file = (await ana.file(/^directory-.*\.csv$/)).toString();
	expect(
		file.replace("\ufeff", ""),
	).toBe(`slack_id,name,department,level,location,manager
U02BEN,"Ben Okafor",'=SUM(1),4,"Lagos; ""Island""",U03CHEN
U03CHEN,"Chen Wei","Plat
form",5,007,
`);
	await dana.sees("Ana Lopes exported");

	await opensDirectory(ana);
	await ana.attaches("Or choose a CSV file", {
		name: "again.csv",
		content: file,
	});
	await ana.submits();
	const again = await ana.sees("All 2 rows are fine.");
	expect(again).toContain("2 people stay as they are");
	expect(again).toContain("There is nothing to change.");
	ben.sawNot("exported");
	expect(troubles(bot)).toEqual([]);
});

test("a closed modal: the result comes as a message", async () => {
	bot = await startBot({ world: worldWith() });
	const { ana } = people(bot);
	await appoints(bot, ana);
	await opensDirectory(ana);
	bot.slack.faults.add({ kind: "429", method: "users.list", retryAfter: 1 });
	await ana.fills("Paste the rows", "slack_id,level\nU02BEN,3");
	await ana.submits();
	await ana.sees("Reading the rows");
	await ana.closes();
	await ana.closes();
	await ana.sees("Your rows are checked, and nothing is changed yet.");
	await ana.clicks("See the result");
	await ana.sees("1 row is fine.");
	await ana.submits();
	await ana.sees("The import is done: 1 row is in the directory.");
});

test("Slack's list is out of reach: nothing is changed, and that is said", async () => {
	bot = await startBot({ world: worldWith() });
	const { ana } = people(bot);
	await appoints(bot, ana);
	await opensDirectory(ana);
	bot.slack.faults.add({ kind: "error", method: "users.list" });
	await ana.fills("Paste the rows", "slack_id,level\nU02BEN,3");
	await ana.submits();
	await ana.sees("Sorry, that did not work just now. Nothing was changed.");
	await ana.closes();
	await ana.closes();
	await ana.sees("Your import was not finished, and nothing was changed.");
});

test("a file that is no table: the reason is said, and another can be chosen", async () => {
	bot = await startBot({ world: worldWith("files:read") });
	const { ana } = people(bot);
	await appoints(bot, ana);
	await opensDirectory(ana);
	await ana.submits();
	expect(Object.values(ana.errors())).toEqual([
		"Please paste some rows or choose a file.",
	]);
	const content = Buffer.from("slack_id,department\nU02BEN,Köln", "latin1");
	await ana.attaches("Or choose a CSV file", { name: "old.csv", content });
	await ana.submits();
	await ana.sees("The file is not in UTF-8.");
	await ana.attaches("Or choose a CSV file", {
		name: "mail.csv",
		content: "email,level\nben@example.com,3",
	});
	await ana.submits();
	await ana.sees("once Mentor has the permission users:read.email");
	expect(troubles(bot)).toEqual([]);
});

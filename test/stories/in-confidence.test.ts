import { afterEach, expect, test } from "@jest/globals";
import { glance, type Pair, startPair } from "../support/pair.ts";
import { hears } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";
import { until } from "../support/until.ts";

let pair: Pair | undefined;
afterEach(() => pair?.stop());

const button = "Something is wrong";
const words = "He shouts & <!channel> *at me*";

async function writes({ ana }: Pair, name: string, text = words) {
	await ana.clicks(button);
	await ana.clicks(`Write to ${name}`);
	await ana.sees(`To @${name} alone.`);
	await ana.fills(`What would you like ${name} to know?`, text);
}

test("a report goes only to the program's named safeguarding contact", async () => {
	pair = await startPair();
	const { bot, ana, ben, chen, dana, names } = pair;
	await names(dana);
	await dana.opensHome();
	await writes(pair, "Dana Novak");
	expect(ana.modal()).toContain("with whom you are in this mentorship (@Ben");
	await ana.submits();
	await ana.sees("What you wrote is on its way to Dana Novak");
	await ana.closes();
	await ana.closes();
	const report = await dana.sees("writes to you in confidence");
	for (const part of ["@Ana Lopes", "Ben Okafor", words])
		expect(report).toContain(part);
	expect(await glance(dana)).toContain("@Ana Lopes wrote to you");

	expect(await glance(ana)).toContain("They have not read it yet.");
	await dana.clicks("I have read it", { in: /shouts/ });
	await dana.sees("@Ana Lopes sees that you have read it.");
	expect(await glance(ana)).toContain("and they have read it.");
	for (const one of [ben, chen]) {
		one.sawNot(/confiden|shouts/);
		expect(await glance(one)).not.toMatch(/confiden|shouts|Stopped/);
	}
	expect(troubles(bot)).toEqual([]);
});

test("a contact above one of the two is passed over, at any height", async () => {
	pair = await startPair();
	const { ana, ben, chen, dana, names, manages } = pair;
	await manages(dana, ben);
	await manages(chen, dana);
	await names(chen, dana);
	await ana.clicks(button);
	const page = await ana.sees("It has all stopped.");
	expect(page).toContain(
		"Whoever this program has named for moments like this",
	);
	expect(page).toContain("so nothing is sent anywhere");
	expect(page).not.toContain("Write to");
	await ana.closes();

	await manages(chen, ben);
	await ana.clicks(button);
	await ana.sees("Write to @Dana Novak in confidence.");
	expect(ana.modal()).not.toContain("Chen");
});

test("nobody named: that is said, and managers learn only what they always would", async () => {
	pair = await startPair();
	const { ana, dana, names, client, ids } = pair;
	await client.query(
		`insert into program_manager (workspace_id, program_id, person_id)
			select workspace_id, program_id, person_id from person
				join program using (workspace_id)
				where workspace_id = $1 and slack_user_id = $2`,
		[ids.workspace, dana.id],
	);
	const before = await glance(dana);
	expect(before).toContain(
		"name a safeguarding contact in the program's settings",
	);
	await ana.clicks(button);
	const page = await ana.sees("This program has named nobody");
	expect(page).toContain("so nothing is sent anywhere");
	expect(page).toContain("@Dana Novak");
	expect(await glance(dana)).toBe(before);
	await names(dana);
	expect(await glance(dana)).not.toContain("safeguarding contact");
});

test("the contact changes while it is written: nothing goes to whom one has not seen", async () => {
	pair = await startPair();
	const { ana, chen, dana, names } = pair;
	await names(chen);
	await writes(pair, "Chen Wei");
	await names(dana);
	await ana.submits();
	await ana.sees("Nothing was sent yet.");
	expect(ana.modal()).toContain("To @Dana Novak alone.");
	expect(ana.modal()).toContain(words);
	await names();
	await ana.submits();
	expect(Object.values(ana.errors())).toEqual([
		expect.stringMatching(/^Nothing was sent: .* still here, to copy/),
	]);
	await names(dana);
	await ana.submits();
	await ana.sees("What you wrote is on its way to Dana Novak");
	await dana.sees("writes to you in confidence");
	chen.sawNot("confidence");
});

test("old buttons of a report: closed once, and what became of it after", async () => {
	pair = await startPair();
	const { ana, dana, names, client } = pair;
	await names(dana);
	await writes(pair, "Dana Novak");
	await ana.submits();
	await dana.sees("writes to you in confidence");
	await dana.types("/mentor");
	await dana.clicks("Read");
	await dana.sees("@Ana Lopes sees that you have read it");
	await dana.clicks("Close", { in: /sees that you have read it/ });
	await dana.sees("@Ana Lopes sees that you have closed it");
	expect(await glance(ana)).toContain("and they have closed it.");
	expect(await glance(dana)).not.toContain("In confidence");

	// The message itself still has its buttons, and so has the old overview.
	await dana.clicks("I have read it");
	await until("the message to say so", () => !/Your move/.test(dana.screen()));
	await client.query("delete from concern");
	expect(await hears(dana, () => dana.clicks("Read"))).toContain(
		"This is not available to you, or no longer exists.",
	);
});

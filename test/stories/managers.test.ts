import { afterEach, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import type { Driver } from "../support/driver.ts";
import { acme, people } from "../support/people.ts";
import { hears, joinsAsMentee, untilHome } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";
import { until } from "../support/until.ts";

// "With plain tokens, a Slack owner or admin taps Claim (announced, audited);
// claiming reopens when no active manager is left." Ana owns the workspace.

let bot: Running | undefined;
afterEach(() => bot?.stop());

async function claims(person: Driver): Promise<void> {
	await person.opensHome();
	await person.clicks("Claim");
	await person.sees("You run the mentoring program now.");
	await person.closes();
}

/** Adds a colleague from Home, and leaves the list of managers open. */
async function adds(person: Driver, name: string): Promise<void> {
	await person.opensHome();
	await person.clicks("Managers");
	await person.chooses("Who should run this program as well?", name);
	await person.submits();
	await person.sees(`${name} runs this program with you now`);
}

test("on a fresh workspace an owner of it claims the program, and it is theirs", async () => {
	bot = await startBot();
	const { ana } = people(bot);
	expect(await hears(ana, () => ana.types("/mentor program"))).toContain(
		"This is for the people who manage a mentoring program.",
	);
	const before = await hears(ana, () => ana.types("/mentor"));
	expect(before).toContain("Nobody runs the mentoring program at the moment.");

	await claims(ana);
	await untilHome(
		ana,
		(home) => home.includes("What you run") && !home.includes("Nobody runs"),
	);
	await ana.clicks("History");
	await ana.sees(/@Ana Lopes claimed the program\./);
	await ana.closes();
	await ana.types("/mentor program");
	await ana.sees("Your program");
	await ana.submits();
	await ana.sees("That is all it needs.");
	await ana.clicks("History");
	await ana.sees(/@Ana Lopes changed .*\./);
	expect(troubles(bot)).toEqual([]);
});

test("a member who is no admin is not offered it", async () => {
	bot = await startBot();
	const { ben } = people(bot);
	await ben.opensHome();
	await ben.sees("You have not joined the program yet.");
	ben.sawNot("Claim");
	const said = await hears(ben, () => ben.types("/mentor"));
	expect(said).not.toContain("Nobody runs");
	const refused = await hears(ben, () => ben.types("/mentor program"));
	expect(refused).toContain("This is for the people who manage");
});

test("a manager is added, told by one message, and seen by the others", async () => {
	bot = await startBot();
	const { ana, ben, chen } = people(bot);
	await claims(ana);
	await adds(ana, "Ben Okafor");
	await ben.sees("@Ana Lopes has made you a manager of the mentoring program.");
	await ana.chooses("Who should run this program as well?", "Ben Okafor");
	await ana.submits();
	expect(Object.values(ana.errors())).toEqual([
		"Ben Okafor is a manager of this program already.",
	]);
	await ana.chooses("Who should run this program as well?", "Gil Guest");
	await ana.submits();
	expect(Object.values(ana.errors())).toEqual([
		"Gil Guest is a guest here. Only full members can run a program.",
	]);
	await ana.closes();

	await ben.clicks("Managers");
	await ben.chooses("Who should run this program as well?", "Chen Wei");
	await ben.submits();
	await ben.sees("Chen Wei runs this program with you now");
	await chen.sees(/made you a manager/);
	await ana.sees(/@Ben Okafor made @Chen Wei a manager\./);
	await ben.closes();

	// Each of them reads the same history.
	for (const person of [ana, ben, chen]) {
		await person.opensHome();
		await person.clicks("History");
		const history = await person.sees("What the managers of this program did.");
		expect(history).toContain("@Ben Okafor made @Chen Wei a manager.");
		expect(history).toContain("@Ana Lopes made @Ben Okafor a manager.");
		expect(history).toContain("@Ana Lopes claimed the program.");
		await person.closes();
	}
	expect(troubles(bot)).toEqual([]);
});

test("one manager always stays, and whoever is removed can do nothing more", async () => {
	bot = await startBot();
	const { ana, ben } = people(bot);
	await claims(ana);
	await ana.opensHome();
	await ana.clicks("Managers");
	const alone = await ana.sees(/@Ana Lopes, since/);
	expect(alone).not.toContain("Step down");
	await ana.closes();
	await adds(ana, "Ben Okafor");
	await ben.sees("Step down");
	await ana.clicks("Remove Ben Okafor");
	await ana.sees("Ben Okafor is no longer a manager of this program");
	await ana.closes();
	await ben.sees("Ana Lopes has ended your part as a manager");
	const refused = await hears(ben, () => ben.clicks("Managers"));
	expect(refused).toContain("This is not available to you");

	await adds(ana, "Ben Okafor");
	await ana.clicks("Step down");
	await ana.sees("You are no longer a manager of this program.");
	await ana.closes();
	await ben.sees(/@Ana Lopes stepped down as a manager\./);
	const last = await hears(ben, () => ben.clicks("Step down"));
	expect(last).toContain(
		"You are the last manager of this program who can act.",
	);
	const { length } = ben.messages();
	await ben.types("/mentor program");
	await ben.sees("Your program");
	expect(ben.messages().length).toBe(length);
});

test("claiming reopens when no active manager is left", async () => {
	bot = await startBot();
	const { ana, ben } = people(bot);
	await claims(ana);
	await adds(ana, "Ben Okafor");
	await ana.clicks("Step down");
	await ana.sees("You are no longer a manager of this program.");
	await ana.closes();
	expect(await hears(ana, () => ana.types("/mentor"))).not.toContain("Claim");

	await ben.sees(/stepped down/);
	await bot.slack.updateUser(acme, "U02BEN", { deleted: true });
	// Slack's news of Ben reaches the bot in its own time.
	await until("a program that nobody runs", async () => {
		await ana.opensHome();
		return ana.home()?.includes("Nobody runs");
	});
	await ana.clicks("Claim");
	await ana.sees("You run the mentoring program now.");
	await ana.closes();
	await ana.opensHome();
	await ana.clicks("Managers");
	await ana.sees(/@Ben Okafor, since .* and not active in Slack now/);
});

test("for who runs it, Home tells numbers and no names", async () => {
	bot = await startBot();
	const { ana, ben, chen, dana } = people(bot);
	await claims(ana);
	await joinsAsMentee(ben, "Testing");
	await joinsAsMentee(chen, "Testing");
	await joinsAsMentee(dana, "Testing");
	const told = await hears(ana, () => ana.types("/mentor"), /What you run/);
	expect(told).toContain("3 people take part");
	expect(told).toContain("People with an open request: fewer than 5");
	expect(told).not.toMatch(/Ben|Chen|Dana/);
});

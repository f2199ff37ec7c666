import { afterEach, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import type { Driver } from "../support/driver.ts";
import { people } from "../support/people.ts";
import {
	asks,
	fillsJoinPage,
	hears,
	type JoinPage,
	joins,
	untilHome,
} from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

// "Every workspace starts with one program; a person may be in several."

let bot: Running | undefined;
afterEach(() => bot?.stop());

const leadership = "Leadership 2027";

/** Makes the second program, as an owner of the workspace. */
async function creates(person: Driver, name: string): Promise<void> {
	await person.types("/mentor programs");
	await person.clicks("New program");
	await person.fills("What is it called?", name);
	await person.submits();
	await person.sees(`The program "${name}" is there, and you run it.`);
	await person.closes();
}

async function joinsProgram(
	person: Driver,
	name: string,
	page: JoinPage,
): Promise<void> {
	await person.types("/mentor join");
	await person.clicks(`Join ${name}`);
	await fillsJoinPage(person, page);
	await person.submits();
	await person.sees("You are part of the mentoring program now.");
	await person.closes();
}

/** Looks at another program, from Home. */
async function looksAt(person: Driver, name: string): Promise<void> {
	await person.opensHome();
	await person.chooses("Look at another program", name);
	await person.sees(`You are looking at ${name} now`);
	await person.closes();
}

const mentor = (offers: string): JoinPage => ({
	role: "Mentor",
	offers: [offers],
});
const finds = (person: Driver) =>
	hears(person, () => person.types("/mentor find testing"));

test("with one program its name is neither asked nor shown", async () => {
	bot = await startBot();
	const { ana, ben } = people(bot);
	await joins(ben, mentor("Testing"));
	await ben.opensHome();
	await ben.sees("Edit profile");
	ben.sawNot("Look at another program");
	const said = await hears(ana, () => ana.types("/mentor programs"));
	expect(said).toContain("There is one mentoring program here.");
	expect(said).not.toContain("*Mentoring*");
});

test("one person in two programs sees each by itself", async () => {
	bot = await startBot();
	const { ana, ben, chen, dana } = people(bot);
	await creates(ana, leadership);
	await joinsProgram(ben, "Mentoring", mentor("Testing"));
	await joinsProgram(chen, leadership, mentor("Testing"));
	await joinsProgram(dana, "Mentoring", { wants: ["Testing"] });
	const first = await finds(dana);
	expect(first).toContain("Ben Okafor");
	expect(first).not.toContain("Chen Wei");

	await joinsProgram(dana, leadership, { wants: ["Testing"] });
	const second = await finds(dana);
	expect(second).toContain("Chen Wei");
	expect(second).not.toContain("Ben Okafor");

	await looksAt(dana, "Mentoring");
	await untilHome(dana, (home) =>
		home.includes("You are looking at Mentoring"),
	);
	expect(await finds(dana)).toContain("Ben Okafor");
	const list = await hears(dana, () => dana.types("/mentor programs"));
	expect(list.match(/You take part in it\./g)).toHaveLength(2);
	expect(troubles(bot)).toEqual([]);
});

test("pausing and leaving are about one program alone", async () => {
	bot = await startBot();
	const { ana, ben, dana } = people(bot);
	await creates(ana, leadership);
	await joinsProgram(ben, "Mentoring", mentor("Testing"));
	await joinsProgram(ben, leadership, mentor("Testing"));
	await joinsProgram(dana, "Mentoring", { wants: ["Testing"] });
	await joinsProgram(dana, leadership, { wants: ["Testing"] });
	await ben.types("/mentor pause");
	await ben.sees("You are paused");
	expect(await finds(dana)).not.toContain("Ben Okafor");
	await looksAt(dana, "Mentoring");
	expect(await finds(dana)).toContain("Ben Okafor");

	await dana.types("/mentor ask @Ben Okafor");
	await dana.sees("Program: Mentoring");
	await dana.closes();
	await asks(dana, "Ben Okafor");
	// Both are in several programs, so each request says which one it is in.
	const request = await ben.sees("Accept Dana Novak");
	expect(request).toContain("Program: Mentoring");
	await ben.types("/mentor leave");
	await ben.clicks("Leave");
	await ben.sees("You have left the program.");
	await ben.clicks("Accept Dana Novak");
	await ben.sees("You accepted Dana Novak.");
	await dana.sees("Program: Mentoring");
	await dana.sees(/meet @Ben Okafor/);
	expect(troubles(bot)).toEqual([]);
});

test("don't contact me holds for all programs at once", async () => {
	bot = await startBot();
	const { ana, ben, chen, dana } = people(bot);
	await creates(ana, leadership);
	await joinsProgram(ben, "Mentoring", { wants: ["Testing"] });
	await joinsProgram(chen, leadership, { wants: ["Testing"] });
	for (const [one, name] of [
		[ben, "Ben Okafor"],
		[chen, "Chen Wei"],
	] as const) {
		await asks(one, "Dana Novak");
		await dana.sees(`@${name} would like to ask you`);
	}
	await dana.clicks("Don't contact me");
	await dana.sees("Mentor will not write to you again.");
	for (const one of [ben, chen]) await one.sees("Dana Novak can't right now.");
	expect(troubles(bot)).toEqual([]);
});

test("don't contact me, from one program to whoever takes part in another", async () => {
	bot = await startBot();
	const { ana, ben, dana } = people(bot);
	await creates(ana, leadership);
	await joinsProgram(ben, "Mentoring", { wants: ["Testing"] });
	await asks(ben, "Dana Novak");
	await dana.sees("@Ben Okafor would like to ask you");
	await joinsProgram(dana, leadership, mentor("Testing"));
	await looksAt(dana, "Mentoring");
	await dana.clicks("Don't contact me");
	await dana.sees("You take part in another program");
	await ben.sees("Dana Novak can't right now.");
	expect(troubles(bot)).toEqual([]);
});

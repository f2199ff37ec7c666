import { afterEach, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { startBot } from "../support/bot.ts";
import { asksFor, opensPage, ticksKinds } from "../support/kind-steps.ts";
import { people } from "../support/people.ts";
import {
	hears,
	joinsAsMentee,
	joinsAsMentor,
	overviewOf,
} from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const stop of stops.splice(0).toReversed()) await stop();
});

async function start() {
	const bot = await startBot();
	stops.push(() => bot.stop());
	const client = new pg.Client({ connectionString: bot.databaseUrl });
	await client.connect();
	stops.push(() => client.end());
	return { bot, client, ...people(bot) };
}

/** Ben offers these kinds and Ana looks for them; she asks, and he accepts. */
async function startWith(
	levels: { ana: number; ben: number },
	...kinds: string[]
) {
	const world = await start();
	const { client, ana, ben } = world;
	await joinsAsMentor(ben, "Testing");
	await ticksKinds(ben, "offers", ...kinds);
	await joinsAsMentee(ana, "Testing");
	await ticksKinds(ana, "wants", ...kinds);
	for (const [who, level] of Object.entries(levels))
		await client.query(
			"update person set level = $1 where slack_user_id = $2",
			[level, who === "ana" ? ana.id : ben.id],
		);
	return world;
}

/** Only those at least one level ahead in the kind's direction may mentor. */
async function wantsGap({ client }: Awaited<ReturnType<typeof start>>) {
	await client.query(
		`update program set settings = settings || '{"rules": {"leastAhead": 1}}'`,
	);
}

test("expertise: one topic, level decides and seniority does not", async () => {
	const world = await startWith({ ana: 7, ben: 3 }, "Expertise", "One to one");
	const { bot, ana, ben } = world;
	await wantsGap(world);
	// Ben is less senior, so of the two kinds only this one is possible.
	const found = await hears(ana, () => ana.types("/mentor find"), /best match/);
	expect(found).toContain("1 free seat, for expertise");
	await asksFor(ana, "Ben Okafor");
	const asked = await ben.sees("Ana Lopes would like to ask you");
	expect(asked).toContain(
		"The expert is asked, the learner asks, on one topic; who is more senior does not matter.",
	);
	await ben.clicks("Accept Ana Lopes");
	expect(await ana.sees("A few lines before you first talk")).toContain(
		"This is about one topic.",
	);
	expect(await overviewOf(ana)).toContain("With @Ben Okafor, expertise");
	expect(troubles(bot)).toEqual([]);
});

test("sponsor and protege: introductions and visibility lead", async () => {
	const world = await startWith(
		{ ana: 3, ben: 7 },
		"Sponsorship",
		"One to one",
	);
	const { bot, ana, ben } = world;
	await asksFor(ana, "Ben Okafor", "Sponsorship");
	expect(await ben.sees("would like to ask you")).toContain(
		"The sponsor is asked, the protégé asks; introductions and being seen come first.",
	);
	await ben.clicks("Accept Ana Lopes");
	expect(await ben.sees("A few lines before you first talk")).toContain(
		"Sponsorship opens doors.",
	);
	const first = await ana.sees("meet @Ben Okafor");
	expect(first).toContain("What kind: sponsorship.");
	expect(await overviewOf(ben)).toContain("With @Ana Lopes, sponsorship");
	expect(await opensPage(ben)).toContain("You are the sponsor here.");
	await ben.closes();
	expect(await opensPage(ana)).toContain("You are the protégé here.");
	await ana.closes();
	expect(troubles(bot)).toEqual([]);
});

test("reverse: a junior mentor and a senior mentee; the seniority rule is inverted", async () => {
	const world = await startWith({ ana: 5, ben: 3 }, "Reverse", "One to one");
	const { bot, ana, ben } = world;
	await wantsGap(world);
	const found = await hears(ana, () => ana.types("/mentor find"), /best match/);
	expect(found).toContain("1 free seat, for reverse mentoring");
	expect(found).toContain("sees things from an earlier stage than you");
	await asksFor(ana, "Ben Okafor");
	await ben.sees("The more senior of the two asks to be mentored.");
	await ben.clicks("Accept Ana Lopes");
	expect(await ben.sees("A few lines before you first talk")).toContain(
		"Here you are the one who knows",
	);
	expect(await overviewOf(ben)).toContain("With @Ana Lopes, reverse mentoring");
	expect(troubles(bot)).toEqual([]);
});

describe("external", () => {
	test("the mentee alone gets prompts, monthly by default; the mentor is a name", async () => {
		const { bot, client, ana, ben } = await start();
		await joinsAsMentee(ana, "Testing");
		await ana.types("/mentor external");
		const form = ana.modal() ?? "";
		expect(form).toContain("Only you see it. Nothing is ever sent to them.");
		expect(form).toContain("Every month");
		await ana.fills("What is their name?", "Grace <@U02BEN> Hopper");
		await ana.fills("What is it about?", "Compilers & ships");
		await ana.fills("A goal you want to reach with it", "Write a compiler");
		await ana.submits();
		await ana.sees("Your mentorship with Grace <@U02BEN> Hopper has begun.");
		await ana.closes();
		const home = await overviewOf(ana);
		expect(home).toContain(
			"With Grace <@U02BEN> Hopper, a mentor outside Slack",
		);
		expect(home).toContain("Write a compiler");
		const page = await opensPage(ana);
		expect(page).toMatch(
			/It is about Compilers & ships\.[\s\S]*Every month, until/,
		);
		await ana.closes();

		const { rows } = await client.query(
			`select state, rhythm, kind, role, partner_name is not null as sealed
				from mentorship join mentorship_member
					using (workspace_id, mentorship_id)`,
		);
		expect(rows).toEqual([
			{
				...{ state: "active", rhythm: "monthly", kind: "external" },
				...{ role: "mentee", sealed: true },
			},
		]);
		const { rowCount } = await client.query("select from delivery");
		expect(rowCount).toBe(0);
		expect(ben.messages()).toEqual([]);
		expect(troubles(bot)).toEqual([]);
	});
});

test("kinds a program does not use are not shown", async () => {
	const { bot, client, ana, ben } = await start();
	await client.query(
		`update program set settings = settings || '{"kinds": ["one_to_one"]}'`,
	);
	expect(await hears(ana, () => ana.types("/mentor help"))).not.toContain(
		"external",
	);
	await ana.types("/mentor join");
	expect(ana.modal()).not.toContain("Peer:");
	await ana.closes();
	await joinsAsMentor(ben, "Testing");
	await joinsAsMentee(ana, "Testing");
	await ana.types("/mentor external");
	await ana.sees("This program has no mentors outside Slack.");
	await ana.types("/mentor profile");
	await ana.clicks("Edit What I look for");
	const page = await ana.sees("[Cancel] [Save]");
	expect(page).toContain("One to one");
	for (const kind of ["Peers", "Group", "Sponsorship", "Outside Slack"])
		expect(page).not.toContain(kind);
	await ana.closes();
	const found = await hears(ana, () => ana.types("/mentor find"), /best match/);
	expect(found).toContain("1 free seat, for one to one");
	await ana.types("/mentor ask @Ben Okafor");
	await ana.sees("What exactly do you ask for?");
	ana.sawNot("What kind of mentoring?");
	await client.query(
		`update program set settings = settings || '{"kinds": ["peer"]}'`,
	);
	await ana.closes();
	const { chen } = people(bot);
	await chen.types("/mentor join");
	await chen.sees("What would you like to be?");
	chen.sawNot("Mentor: I would like to help someone");
	expect(troubles(bot)).toEqual([]);
});

import { afterEach, expect, test } from "@jest/globals";
import pg from "pg";
import { startBot } from "../support/bot.ts";
import type { Driver } from "../support/driver.ts";
import {
	answersIt,
	over,
	reminded,
	startExploring,
} from "../support/exploring-steps.ts";
import { asksFor, ticksKinds } from "../support/kind-steps.ts";
import { glance } from "../support/pair.ts";
import { people } from "../support/people.ts";
import { joinsAsMentee, joinsAsMentor } from "../support/steps.ts";
import { storedRows } from "../support/stored-rows.ts";
import { troubles } from "../support/troubles.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const stop of stops.splice(0).toReversed()) await stop();
});

test("the same people may share one DM for two mentorships, so every message names its mentorship", async () => {
	const bot = await startBot();
	stops.push(() => bot.stop());
	const client = new pg.Client({ connectionString: bot.databaseUrl });
	await client.connect();
	stops.push(() => client.end());
	const { ana, ben } = people(bot);
	await joinsAsMentor(ben, "Testing");
	await joinsAsMentee(ana, "Testing");
	await ticksKinds(ben, "offers", "One to one", "Expertise");
	await ticksKinds(ana, "wants", "One to one", "Expertise");
	await client.query("update enrollment set capacity = 3");
	// What they have together already is no choice any more.
	for (const [kind, choice] of [["one to one", "One to one"], ["expertise"]]) {
		await asksFor(ana, "Ben Okafor", choice);
		await ben.clicks("Accept Ana Lopes");
		await ben.sees("You accepted Ana Lopes.");
		await ana.sees(`What kind: ${kind}`);
	}
	const { conversations } = bot.slack.surface("T0ACME", ana.id);
	const [shared, ...others] = conversations.filter(
		({ kind }) => kind === "group",
	);
	expect(others).toEqual([]);
	expect(shared?.members).toContain(ben.id);
	const named = ana
		.messages()
		.filter((text) => text.includes("You both said yes"))
		.map((text) => /one to one|expertise/.exec(text)?.[0]);
	expect(named).toEqual(["one to one", "expertise"]);

	// A command about one of them asks which, and names what they differ in.
	await ana.types("/mentor meet");
	const which = await ana.sees("Which one do you mean?");
	expect(which).toMatch(/With @Ben Okafor, one to one[\s\S]*expertise/);
	await ana.clicks(/^The one with/, { nth: 1 });
	await ana.sees("One tap fixes a time.");
	await ana.clicks("Book this time", { nth: 0 });
	await ana.sees("Booked: you talk with @Ben Okafor");
	await ana.closes();
	const told = await ben.sees("@Ana Lopes picked a time");
	expect(told).toContain("With @Ana Lopes, expertise");
	expect(told).not.toContain("one to one");
	expect(troubles(bot)).toEqual([]);
});

type Way = "the mentor declines" | "a mentee declines" | "a mentee forgets";

/** A group explores, all but one want to go on, and the date comes. */
async function leftBy(way: Way) {
	const it = await startExploring();
	const { bot, client, ana, ben, dana } = it;
	const all = [ana, ben, dana];
	const not = way === "the mentor declines" ? ben : ana;
	const overviews = () => inTurn(all, glance);
	try {
		await it.becomeGroup();
		await it.dateIsNear();
		for (const one of all) await one.sees(reminded);
		await inTurn(
			all.filter((one) => one !== not),
			(one) => answersIt(one, /^Go on with/),
		);
		if (way !== "a mentee forgets") await answersIt(not, "Not for me");
		await it.allIsSaid();
		const seenMeanwhile = await overviews();
		await it.dateComes();
		for (const one of all) await one.sees(over);
		expect(troubles(bot)).toEqual([]);
		return {
			seenMeanwhile,
			seen: await overviews(),
			messages: all.map((one) => one.messages()),
			rows: await storedRows(client),
		};
	} finally {
		await it.stop();
	}
}

async function inTurn<T>(all: Driver[], does: (one: Driver) => Promise<T>) {
	const done: T[] = [];
	for (const one of all) done.push(await does(one));
	return done;
}

test("exploring in a group: swapping who declined leaves the same messages and the same stored bytes, times and ids aside", async () => {
	const [mentor, mentee, forgot] = await inParallel(
		leftBy("the mentor declines"),
		leftBy("a mentee declines"),
		leftBy("a mentee forgets"),
	);
	expect(mentor?.rows.mentorship?.join()).toContain('"ended_as": "explored"');
	expect(mentor?.messages).toHaveLength(3);
	expect(mentee).toEqual(mentor);
	expect(forgot).toEqual(mentor);
}, 60_000);

const inParallel = <T>(...all: Promise<T>[]) => Promise.all(all);

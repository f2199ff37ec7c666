import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import type { Driver } from "../support/driver.ts";
import { people } from "../support/people.ts";
import { countRoundTrips, type RoundTrips } from "../support/round-trips.ts";
import { asks, joinsAsMentee, joinsAsMentor } from "../support/steps.ts";
import { until } from "../support/until.ts";

// A database may be 200 ms away, and Slack waits for three seconds. What
// somebody asks for costs so many round trips and no more, however many
// features have a part in it.

let database: TestDatabase;
let trips: RoundTrips;
let bot: Running;
let ana: Driver;
let ben: Driver;

beforeAll(async () => {
	database = await freshDatabase();
	trips = await countRoundTrips(database.url, 20);
	// The sender looks for work all the time, and is another process here.
	bot = await startBot({ databaseUrl: trips.url, role: "web" });
	({ ana, ben } = people(bot));
	await joinsAsMentor(ben, "Testing");
	await joinsAsMentee(ana, "Testing");
	await asks(ana, "Ben Okafor");
});
afterAll(async () => {
	await bot?.stop();
	await trips?.stop();
	await database?.drop();
});

/** Round trips of an act, with all that follows of it. */
async function costOf(act: () => Promise<unknown>): Promise<number> {
	await trips.quiet();
	const before = trips.count();
	await act();
	// Events are taken before they are acted on.
	await until("a round trip", () => trips.count() > before);
	await trips.quiet();
	return trips.count() - before;
}

test("the overview: the facts, and a few for all its parts together", async () => {
	expect(await costOf(() => ben.types("/mentor"))).toBeLessThanOrEqual(8);
});

test("Home: the same, read once more, and a note that it was opened", async () => {
	expect(await costOf(() => ben.opensHome())).toBeLessThanOrEqual(12);
	await ben.sees("Needs your answer");
});

test("accepting: one for each decision, few for what comes of it", async () => {
	await ben.types("/mentor");
	const cost = await costOf(async () => {
		await ben.clicks("Accept Ana Lopes");
		await ben.sees("You accepted Ana Lopes.");
	});
	expect(cost).toBeLessThanOrEqual(20);
});

test("something is wrong: stopped before anything else is asked", async () => {
	await ana.types("/mentor");
	const cost = await costOf(async () => {
		await ana.clicks("Something is wrong");
		await ana.sees("It has all stopped.");
	});
	expect(cost).toBeLessThanOrEqual(10);
});

import { afterEach, expect, test } from "@jest/globals";
import { type Reporting, startReporting } from "../support/reporting.ts";
import { troubles } from "../support/troubles.ts";
import { until } from "../support/until.ts";

// A report of a large program takes its time, and may fail.

let stage: Reporting | undefined;
afterEach(() => stage?.stop());

async function startMaking(): Promise<Reporting> {
	stage = await startReporting();
	await stage.fills({ size: 10, pairs: 5 });
	return stage;
}

test("while it is made, the modal says so, and everybody else is answered", async () => {
	const { bot, client, ana, ben } = await startMaking();
	await client.query("begin");
	await client.query("lock table release in share mode");
	await ana.types("/mentor report");
	await ana.clicks("Make today's report");
	await ana.sees(
		"You can close this: /mentor report shows it when it is done.",
	);
	await ben.types("/mentor help");
	await ben.sees("/mentor goals: what you want to reach");
	await client.query("commit");
	await ana.sees("This is what everybody in");
	expect(troubles(bot)).toEqual([]);
});

test("who closed it meanwhile finds it by the command", async () => {
	const { bot, client, ana } = await startMaking();
	await client.query("begin");
	await client.query("lock table release in share mode");
	await ana.types("/mentor report");
	await ana.clicks("Make today's report");
	await ana.sees("Counting.");
	await ana.closes();
	await client.query("commit");
	// There is nothing left to draw it in, and that is no failure.
	await until("the end of it", () => troubles(bot).length > 0);
	expect(troubles(bot)).toEqual(["views.update: not_found"]);
	await ana.types("/mentor report");
	await ana.sees("20 people are enrolled");
});

test("when it cannot be made, they read what to do next, with the reference of the log", async () => {
	const { bot, client, ana } = await startMaking();
	await client.query("revoke insert on release from mentor_app");
	await ana.types("/mentor report");
	await ana.clicks("Make today's report");
	const sorry = await ana.sees("Sorry, that did not work just now.");
	expect(sorry).toContain("Please try again in a minute");
	const [, reference] = /the reference ([\da-f]{8})/.exec(sorry) ?? [];
	expect(troubles(bot)).toEqual([expect.stringContaining(`"${reference}"`)]);
	await ana.closes();
	await client.query("grant insert on release to mentor_app");
	await ana.types("/mentor report");
	await ana.clicks("Make today's report");
	await ana.sees("This is what everybody in");
});

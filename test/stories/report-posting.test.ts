import { afterEach, expect, test } from "@jest/globals";
import { type Reporting, startReporting } from "../support/reporting.ts";
import { troubles } from "../support/troubles.ts";

// PRODUCT 8: "Report in the channel, weekly or monthly, and on demand."

let stage: Reporting | undefined;
afterEach(() => stage?.stop());

test("weekly at the chosen local time: its settings say when, and a change moves it", async () => {
	stage = await startReporting();
	const { bot, ana, client } = stage;
	const nextAt = async () => {
		const { rows } = await client.query<{ at: Date }>(
			"select next_at as at from schedule where kind = 'reports:release'",
		);
		return rows.map(({ at }) => at);
	};
	const [monthly] = await nextAt();
	expect(monthly?.getTime()).toBeGreaterThan(Date.now());
	await ana.types("/mentor program");
	await ana.clicks("Edit Report");
	await ana.chooses("How often?", "Every week");
	await ana.chooses(
		"On which day? Monthly, it is the first such day of the month",
		"Friday",
	);
	await ana.fills("At what time?", "16:30");
	await ana.submits();
	const saved = await ana.sees("every Friday at 16:30");
	expect(saved).not.toContain("I am not in");
	const [weekly] = await nextAt();
	// Ana lives in Lisbon, which is UTC or an hour ahead of it.
	expect(weekly?.getUTCDay()).toBe(5);
	expect(weekly?.getUTCMinutes()).toBe(30);
	expect(weekly?.getTime()).toBeLessThan(Date.now() + 8 * 24 * 3_600_000);
	// A channel where it could not be posted is known as one at once.
	await ana.clicks("Edit Report");
	await ana.chooses("Channel", "general");
	await ana.submits();
	await ana.sees("I am not in #C0GENERAL yet");
	expect(troubles(bot)).toEqual([]);
});

test("where it could not be posted, the managers read what to do", async () => {
	stage = await startReporting();
	const healthy = stage;
	const { ana, client } = healthy;
	await healthy.fills({ size: 20, pairs: 12 });
	const chooses = (channel: string) =>
		client.query(
			`update program set settings =
				jsonb_set(settings, '{report,channel}', to_jsonb($1::text))
				where settings -> 'report' is not null`,
			[channel],
		);
	await chooses("C0GENERAL");
	await healthy.comesDue();
	await healthy.arrives();
	const told = await ana.sees("could not be posted in #C0GENERAL");
	expect(told).toContain("type /invite and my name there");
	healthy.ben.sawNot("could not be posted");
	await healthy.arrives();
	const letters = ana.messages().filter((one) => one.includes("not be posted"));
	expect(letters).toHaveLength(1);
	await ana.clicks("See the report");
	await ana.sees("as I am not in that channel");
	await ana.types("/invite @Mentor", "#general");
	await ana.submits();
	await ana.sees("Shall the report be posted in #C0GENERAL?");
	// Somebody else has changed their mind about where meanwhile.
	await chooses("C0MENTORING");
	await ana.submits();
	await ana.sees("Somebody has chosen another channel for it meanwhile");
	await chooses("C0GENERAL");
	await ana.submits();
	await ana.sees("Shall the report be posted in #C0GENERAL?");
	await ana.submits();
	await ana.sees("The report is on its way to");
	await ana.closes();
	await ana.sees("Mentoring at Acme: the report");
});

import { afterEach, expect, test } from "@jest/globals";
import { type Agreeing, opens, startAgreeing } from "../support/agreeing.ts";
import { troubles } from "../support/troubles.ts";
import { until } from "../support/until.ts";

let story: Agreeing | undefined;
afterEach(() => story?.stop());

test("what was typed before a choice is kept, also past a change by somebody else, and is nobody's before it is saved", async () => {
	story = await startAgreeing();
	const { bot, client, ana, ben } = story;
	const words = "In our group conversation";
	const kept = "What you have typed is kept here until you save it.";
	await opens(ben);
	await ben.clicks("Change it");
	ben.sawNot(kept);
	await ben.fills("How do you reach each other between meetings?", words);
	await ben.chooses("How often do you meet?", "Every week");
	await until("what was typed is kept", async () => {
		const { rowCount } = await client.query("select from draft");
		return rowCount === 1;
	});
	await ben.closes();
	expect(await opens(ana)).not.toContain(words);
	await ben.clicks("Change it");
	const form = await ben.sees(kept);
	expect(form).toContain(words);
	expect(form).toContain("Every week");
	await ben.closes();

	await ana.clicks("Change it");
	ana.sawNot(words);
	await ana.chooses("For how long?", "45 minutes");
	await ana.submits();
	await ana.sees("Saved, with your signature.");
	await ana.closes();
	await ben.clicks("Change it");
	const crossed = await ben.sees("has changed the agreement while you were");
	expect(crossed).toContain("30 minutes → 45 minutes");
	expect(crossed).toContain(words);
	await ben.submits();
	await ben.sees("Saved, with your signature.");
	await ben.clicks("Change it");
	const fresh = await ben.sees("Saving counts as your signature.");
	expect(fresh).not.toContain(kept);
	expect(troubles(bot)).toEqual([]);
});

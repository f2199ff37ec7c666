import { afterEach, describe, expect, test } from "@jest/globals";
import {
	type Agreeing,
	closesAll,
	signs,
	startAgreeing,
} from "../support/agreeing.ts";
import { glance } from "../support/pair.ts";
import { troubles } from "../support/troubles.ts";

let story: Agreeing | undefined;
afterEach(() => story?.stop());

const lines = {
	keep: "What should we keep doing?",
	stop: "What should we stop doing?",
	start: "What should we start doing?",
};

/** Half of the time is over, and both are asked. */
async function comesToHalfway() {
	story = await startAgreeing();
	const { ana, ben, passes } = story;
	await signs(ana);
	await signs(ben);
	await story.isSaid();
	await passes(95);
	const asked = await ana.sees("You are halfway with @Ben Okafor.");
	expect(asked).toContain(
		"shared with @Ben Okafor once all of you have written",
	);
	expect(asked).toContain("nobody learns who it was");
	await ben.sees("You are halfway with @Ana Lopes.");
	return story;
}

describe("halfway", () => {
	test("both write keep / stop / start, shared when both have", async () => {
		const { bot, ana, ben } = await comesToHalfway();
		await ana.clicks("Write my lines");
		await ana.submits();
		await ana.sees("Please write at least one line");
		await ana.fills(lines.keep, "Walking while we talk");
		await ana.submits();
		await ana.sees("Until then only you see it");
		await ana.closes();
		expect(await glance(ana)).not.toContain("You are halfway");
		expect(await glance(ben)).toContain("You are halfway. Your move:");
		// Until then it can be changed, and nothing of it is lost.
		await ana.clicks("Write my lines");
		await ana.sees("Walking while we talk");
		await ana.fills(lines.stop, "Moving the meeting");
		await ana.submits();
		await ana.sees("Saved.");
		await closesAll(ana);
		ben.sawNot("Walking while we talk");

		await ben.clicks("Write my lines");
		await ben.fills(lines.start, "Writing things down");
		await ben.submits();
		const both = await ben.sees("All of you have written, halfway");
		expect(both).toMatch(
			/Keep: Walking while we talk\s+Stop: Moving the meeting/,
		);
		expect(both).toContain("Start: Writing things down");
		await ben.clicks("Change it");
		await ben.sees("Saving counts as your signature.");
		const toAna = await ana.sees("All of you have written, halfway");
		expect(toAna).toContain("Start: Writing things down");
		// The question's buttons show what has become of it.
		await closesAll(ben);
		await ben.clicks("Write my lines");
		await ben.sees("All of you have written, halfway");
		await ben.closes();
		await ben.clicks("Skip it");
		await ben.sees("All of you have written, halfway");
		expect(troubles(bot)).toEqual([]);
	});

	test("where one skips it nothing is shared, and nobody learns who it was", async () => {
		const { bot, client, ana, ben, isSaid } = await comesToHalfway();
		await ana.clicks("Write my lines");
		await ana.fills(lines.keep, "Walking while we talk");
		await ana.submits();
		await ana.sees("Saved.");
		await closesAll(ana);
		const heard = ana.messages();
		const before = await glance(ana);
		await ben.clicks("Skip it");
		await ben.sees("Skipped. Nobody is told");
		await closesAll(ben);
		await isSaid();
		expect(await glance(ana)).toBe(before);
		expect(ana.messages().slice(0, heard.length)).toEqual(heard);
		ben.sawNot("Walking while we talk");
		const { rows } = await client.query<{ shared: boolean }>(
			"select shared_at is not null as shared from halfway",
		);
		expect(rows).toEqual([{ shared: false }]);

		// Whoever thinks better of it writes after all.
		await ben.opensHome();
		await ben.clicks(/^Open mentorship/);
		await ben.clicks("Write my lines", { in: /\[End it\]/ });
		await ben.fills(lines.start, "Writing things down");
		await ben.submits();
		await ben.sees("Keep: Walking while we talk");
		await ana.sees("Start: Writing things down");
		expect(troubles(bot)).toEqual([]);
	});
});

import { afterEach, describe, expect, test } from "@jest/globals";
import {
	type Agreeing,
	closesAll,
	notMine,
	offer,
	opens,
	signs,
	startAgreeing,
} from "../support/agreeing.ts";
import { addsGoal } from "../support/goal-steps.ts";
import { glance } from "../support/pair.ts";
import { troubles } from "../support/troubles.ts";

let story: Agreeing | undefined;
afterEach(() => story?.stop());

const labels = {
	helps: "What does Ben Okafor help with?",
	rhythm: "How often do you meet?",
	length: "For how long?",
	reach: "How do you reach each other between meetings?",
	months: "For how many months?",
};
const arrived = /You all want to go on/;

describe("agreeing", () => {
	test("the agreement arrives filled in from both profiles, and states what PRODUCT says it states", async () => {
		story = await startAgreeing();
		const { bot, ana, ben } = story;
		await addsGoal(ana, { text: "Lead a team meeting", who: "Ben Okafor" });
		const message = await ana.sees(arrived);
		expect(message).toContain(`What @Ben Okafor helps with\n> ${offer}`);
		expect(message).toContain("[Sign] [Change it] [Something is wrong]");
		for (const one of [ana, ben]) {
			const page = await opens(one);
			for (const words of [
				`What @Ben Okafor helps with\n> ${offer}`,
				`What @Ben Okafor does not help with\n> ${notMine}`,
				"• Lead a team meeting",
				"Every two weeks, for 30 minutes, by video or in person",
				"Between meetings",
				"6 months from the last signature on",
				"each of you writes down what to keep, to stop and to start",
				"Confidentiality",
				"Candour",
				"Your move: read it, then sign it or change it.",
				"your mentorship ends by itself",
				"Those who run the program only ever see numbers",
			])
				expect(page).toContain(words);
			await one.closes();
		}
		// It is on Home as the next step, and to nobody else anything.
		expect(await glance(ben)).toContain("Your agreement is there. Your move:");
		expect(troubles(bot)).toEqual([]);
	});

	test("one edits it, all sign; an edit needs everyone's signature again", async () => {
		story = await startAgreeing();
		const { bot, ana, ben, isSaid, stateOf } = story;
		expect(await signs(ana)).toContain(
			"Their move: @Ben Okafor has not signed",
		);
		await opens(ben);
		await ben.clicks("Change it");
		await ben.sees("Saving counts as your signature.");
		await ben.chooses(labels.rhythm, "Every week");
		await ben.fills(labels.reach, "In our group conversation");
		await ben.submits();
		const saved = await ben.sees("Saved, with your signature.");
		expect(saved).toContain("Their move: @Ana Lopes has not signed yet.");
		await ben.closes();
		expect(await stateOf()).toBe("agreeing");
		const news = await ana.sees("@Ben Okafor has changed your agreement.");
		expect(news).toContain("Rhythm: every two weeks → every week");
		expect(news).toContain("Between meetings: nothing → In our group");

		// The old message's button is about a version that is no more.
		await ana.clicks("Sign", { in: arrived });
		await ana.sees("It was changed since, so nothing was signed.");
		await ana.closes();
		expect(await stateOf()).toBe("agreeing");
		await ana.clicks("Sign", { in: /has changed your agreement/ });
		await ana.sees("You have signed it, and so have all of you.");
		await ana.closes();
		expect(await stateOf()).toBe("active");
		await isSaid();
		const begun = await ana.sees(
			"Your mentorship with @Ben Okafor is under way",
		);
		expect(begun).toContain("Every week, for 30 minutes, until ");
		expect(begun).toContain("Your move: find a time for your next meeting.");
		expect(await ben.sees("is under way")).toContain("Their move: @Ana Lopes");

		// And a button of before says how it stands now.
		await ana.clicks("Sign", { in: /has changed your agreement/ });
		await ana.sees("You have signed this version before");
		expect(troubles(bot)).toEqual([]);
	});

	test("earlier versions are kept, and read as what changed", async () => {
		story = await startAgreeing();
		const { bot, ana, ben } = story;
		await opens(ben);
		ben.sawNot("[Earlier versions]");
		await ben.clicks("Change it");
		await ben.chooses(labels.length, "45 minutes");
		await ben.submits();
		await ben.sees("Saved");
		await ben.clicks("Change it");
		await ben.chooses(labels.months, "1 month");
		await ben.submits();
		await ben.sees("Saved");
		await ben.clicks("Earlier versions");
		const page = await ben.sees("Each version, the latest first");
		expect(page).toMatch(
			/Version 3, by @Ben Okafor, .*\n.*6 months → 1 month[\s\S]*Version 2, by @Ben Okafor, .*\n.*30 minutes → 45 minutes[\s\S]*Version 1, filled in from your profiles/,
		);
		await ben.clicks("Agreement");
		await ben.sees("1 month from the last signature");
		await ben.clicks("Change it");
		await ben.submits();
		await ben.sees("Nothing was changed, so all signatures stay.");
		await ben.closes();
		expect(await signs(ana)).toContain("so have all of you");
		expect(troubles(bot)).toEqual([]);
	});

	test("two edit at once: the second sees what the first changed, and nothing typed is lost", async () => {
		story = await startAgreeing();
		const { bot, ana, ben } = story;
		for (const one of [ana, ben]) {
			await opens(one);
			await one.clicks("Change it");
		}
		await ben.chooses(labels.rhythm, "Every month");
		await ben.submits();
		await ben.sees("Saved, with your signature.");
		await ana.fills(labels.reach, "By phone, never by letter");
		await ana.chooses(labels.length, "45 minutes");
		await ana.submits();
		const form = await ana.sees("while you were writing");
		expect(form).toContain("@Ben Okafor has changed the agreement");
		expect(form).toContain("Rhythm: every two weeks → every month");
		expect(form).toContain("By phone, never by letter");
		await ana.chooses(labels.rhythm, "Every month");
		await ana.submits();
		const page = await ana.sees("Saved, with your signature.");
		expect(page).toContain("Every month, for 45 minutes");
		expect(page).toContain("By phone, never by letter");
		await ben.sees("@Ana Lopes has changed your agreement.");
		expect(troubles(bot)).toEqual([]);
	});

	test("changed on the way, the old one holds until all have signed", async () => {
		story = await startAgreeing();
		const { bot, client, ana, ben, stateOf, isSaid } = story;
		await signs(ana);
		await signs(ben);
		const terms = async () => {
			const { rows } = await client.query<Record<string, string>>(
				`select rhythm, length_minutes as minutes,
					ends_on - halfway_on as rest from mentorship`,
			);
			return rows[0];
		};
		const before = await terms();
		expect(before).toMatchObject({ rhythm: "every_two_weeks", minutes: 30 });
		await isSaid();
		await opens(ana);
		await ana.clicks("Change it");
		await ana.chooses(labels.rhythm, "Every week");
		await ana.chooses(labels.months, "2 months");
		await ana.submits();
		expect(await ana.sees("Saved")).toContain(
			"Until all have signed this version, what you agreed before holds.",
		);
		await closesAll(ana);
		expect(await terms()).toEqual(before);
		await ben.clicks("Sign", { in: /has changed your agreement/ });
		await ben.sees("You have signed it, and so have all of you.");
		await ana.sees("All have signed your changed agreement with @Ben Okafor.");
		const after = await terms();
		expect(after).toMatchObject({ rhythm: "weekly", minutes: 30 });
		expect(Number(after?.rest)).toBeLessThan(Number(before?.rest));
		expect(await stateOf()).toBe("active");
		expect(troubles(bot)).toEqual([]);
	});

	test("whoever has not signed is reminded once, and in the end it ends by itself", async () => {
		story = await startAgreeing();
		const { bot, ana, ben, passes, stateOf } = story;
		await signs(ana);
		await passes(8);
		const reminder = /is not signed yet\. /;
		const toBen = await ben.sees("with @Ana Lopes is not signed yet");
		expect(toBen).toContain("Your move: read it, then sign it or change it.");
		const toAna = await ana.sees("with @Ben Okafor is not signed yet");
		expect(toAna).toContain("Their move: @Ben Okafor has not signed yet.");
		const count = () =>
			ben.messages().filter((text) => text.includes("reminds you of this once"))
				.length;
		expect(count()).toBe(1);
		expect(reminder.test(toBen)).toBe(false);
		await passes(10);
		expect(count()).toBe(1);
		await passes(30);
		expect(await stateOf()).toBe("ended");
		await ben.clicks("Sign", { in: arrived });
		await ben.sees("Nothing was changed: it cannot be signed now.");
		expect(troubles(bot)).toEqual([]);
	});

	test("in a group every member signs, and mentees do not read each other's goals", async () => {
		story = await startAgreeing("group");
		const { bot, ana, ben, dana, stateOf } = story;
		await addsGoal(ana, { text: "Lead a team meeting", who: "Ben Okafor" });
		await addsGoal(dana, { text: "Find another job", who: "Ben Okafor" });
		expect(await opens(ben)).toContain("• @Dana Novak: Find another job");
		const toAna = await opens(ana);
		expect(toAna).toContain("• Lead a team meeting");
		expect(toAna).not.toContain("Find another job");
		expect(toAna).toContain("Those of the other mentees are between them and");
		await signs(ana);
		expect(await signs(ben)).toContain("@Dana Novak has not signed yet");
		expect(await stateOf()).toBe("agreeing");
		await signs(dana);
		expect(await stateOf()).toBe("active");
		expect(troubles(bot)).toEqual([]);
	});

	test("peers have no mentor in theirs", async () => {
		story = await startAgreeing("peer");
		const { bot, ana, dana } = story;
		const page = await opens(dana);
		expect(page).toContain("What each of you brings along");
		expect(page).toContain(`Ben Okafor: ${offer}`);
		expect(page).not.toContain("does not help with");
		await dana.clicks("Change it");
		await dana.fills("What does each of you bring along?", "Patience");
		await dana.submits();
		await dana.sees("Saved");
		expect(await ana.sees("@Dana Novak has changed")).toContain("→ Patience");
		expect(troubles(bot)).toEqual([]);
	});
});

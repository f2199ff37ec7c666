import { afterEach, expect, test } from "@jest/globals";
import { dueKind } from "../../src/agenda/actions.service.ts";
import { ringBell } from "../support/bell.ts";
import { opensPage } from "../support/kind-steps.ts";
import {
	books,
	type Meeting,
	startMeeting,
} from "../support/meeting-people.ts";
import { overviewOf } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";
import { until } from "../support/until.ts";

let running: Meeting | undefined;
afterEach(() => running?.stop());

test("a good month: booked, prepared, shared, met, homework, reported back", async () => {
	running = await startMeeting();
	const { bot, ana, ben, client, comes, passes, now } = running;
	await client.query(
		`update mentorship set state = 'active', active_since = now(),
			rhythm = 'every_two_weeks', length_minutes = 30`,
	);
	await books(ana);

	// The agenda prompt, to the mentee: the five standing questions.
	await comes();
	const prompt = await ana.sees("What would you like to talk about?");
	for (const question of [
		"Why do we do this?",
		"Last week's biggest challenge",
		"What is coming up, and my plan for it",
		"How do we handle this here?",
		"My homework from last time",
	])
		expect(prompt).toContain(question);
	await ana.clicks(/^Prepare the agenda/);
	await ana.fills("Last week's biggest challenge", "The release slipped");
	await ana.fills("How do we handle this here?", "Saying no to a customer");
	await ana.submits();
	await ana.sees("Saved.");
	await ana.closes();

	// The mentor has one message before as well: this one, with one hint.
	const shared = await ben.sees("A thought for you:");
	expect(shared).toContain("You talk with @Ana Lopes");
	await ben.clicks(/^Read or add/);
	const read = await ben.sees("The release slipped");
	expect(read).toContain("Saying no to a customer");
	await ben.closes();

	// After the meeting: met, how useful, and who does what by when.
	await passes();
	await ana.sees("Did you talk with @Ben Okafor");
	await ana.clicks(/^Met with/);
	await ana.clicks("Write down what came of it");
	await ana.sees("nobody else ever sees it.");
	const page = ana.modal() ?? "";
	expect(page).toContain("What was there no time for?");
	await ana.chooses("How useful was it for you?", "4 – useful");
	await ana.chooses("What was there no time for?", "Saying no to a customer");
	await ana.fills(/^Something to do/, "Write the postmortem");
	// One thing at a time, and what was typed stays.
	expect(page.match(/Something to do/g)).toHaveLength(1);
	await ana.clicks("One more");
	await until("a second row", () =>
		/(Something to do[\s\S]*){2}/.test(ana.modal() ?? ""),
	);
	expect(ana.modal()).toContain("Write the postmortem");
	await ana.submits();
	await ana.sees("Saved. Whoever took something on is asked about it once");
	await ana.closes();
	await ana.closes();
	expect(await overviewOf(ana)).toContain("Write the postmortem");

	// Nobody else's page shows how useful somebody found it.
	const his = [await overviewOf(ben), await opensPage(ben)];
	await ben.closes();
	await ben.clicks(/^Met with/, { in: /^Did you talk/ });
	await ben.clicks("Write down what came of it");
	his.push(await ben.sees("How useful was it for you?"));
	await ben.closes();
	await ben.closes();
	for (const page of his) {
		expect(page).toContain("Ana Lopes");
		expect(page).not.toContain("4 – useful");
	}

	// What was talked about is off the agenda, what was kept is still on it.
	await ben.types("/mentor agenda");
	const next = await ben.sees("Next agenda");
	expect(next).toContain("Saying no to a customer");
	expect(next).toContain("there was no time for it last time");
	expect(next).not.toContain("The release slipped");
	expect(next).toContain("Write the postmortem – Ana Lopes, by");
	expect(next).not.toContain("useful");
	await ben.closes();

	// Every message that nobody asked for can be snoozed, or come less often.
	await ben.clicks("Why this", { in: /A thought for you/ });
	await ben.sees("It belongs to a meeting of yours");
	await ben.clicks("Fewer reminders about Ana Lopes", {
		in: /A thought for you/,
	});
	await ben.sees("From now on you hear about @Ana Lopes half as often.");
	await ben.clicks("Snooze all reminders", { in: /A thought for you/ });
	await ben.sees("For how long?");
	await ben.closes();

	// Later it is reported back, and the next agenda opens with it.
	await client.query(
		`update delivery set created_at = created_at - interval '8 days',
			sent_at = sent_at - interval '8 days'`,
	);
	await ringBell(bot, dueKind, now);
	await ana.sees("You took this on with @Ben Okafor:");
	await ana.clicks("Did it my way", { in: /You took this on/ });
	await ana.sees("Noted: you did it your way.");
	await ana.fills("A line of why, if you like", "One page was enough");
	await ana.submits();
	await ana.sees("Saved. The next agenda opens with it.");
	await ana.closes();
	await ben.types("/mentor agenda");
	const after = await ben.sees("did it their own way");
	expect(after).toContain("One page was enough");
	expect(troubles(bot)).toEqual([]);
});

import { afterEach, expect, test } from "@jest/globals";
import { untouchedKind } from "../../src/goals/untouched.ts";
import { ringBell, workday } from "../support/bell.ts";
import { type Running, startBot } from "../support/bot.ts";
import { runSql } from "../support/database.ts";
import { addsGoal, goal, goalLabels } from "../support/goal-steps.ts";
import { people } from "../support/people.ts";
import { joinsAsMentee } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";
import { until } from "../support/until.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

const now = workday();
const opened = () => startBot({ now: () => now });

/** So many days go by in which nothing happens. */
async function passes({ databaseUrl }: Running, days: number) {
	const earlier = (column: string) =>
		`${column} = ${column} - interval '${days} days'`;
	await runSql(databaseUrl, `update goal set ${earlier("touched_at")}`);
	await runSql(
		databaseUrl,
		`update delivery set ${earlier("created_at")}, ${earlier("sent_at")}`,
	);
}

/** The messages that are due go out; those of before do not come again. */
const bellRings = (running: Running) => ringBell(running, untouchedKind, now);

const question = "Are you still on it?";

test("a goal not touched for a month is asked about once", async () => {
	bot = await opened();
	const { ana } = people(bot);
	await joinsAsMentee(ana, "Testing");
	await addsGoal(ana, { steps: "Watch one\nLead one" });
	const asked = (about = "") =>
		ana
			.messages()
			.filter((text) => text.includes(question) && text.includes(about)).length;
	const untilAsked = (times: number) =>
		until(`question ${times}`, () => asked() === times);

	await passes(bot, 20);
	await bellRings(bot);
	await passes(bot, 12);
	await bellRings(bot);
	const message = await ana.sees(question);
	expect(message).toContain("Lead a team meeting: 0 of 2 steps done");
	expect(message).toContain("[Still on it] [Edit] [Reached] [Let go]");
	await untilAsked(1);

	await ana.clicks("Still on it");
	await ana.sees("Good, it stays open.");
	await passes(bot, 20);
	await bellRings(bot);
	await passes(bot, 12);
	await bellRings(bot);
	await untilAsked(2);
	// Left alone for as long again, it is not asked about again.
	await addsGoal(ana, { text: "Another" });
	await passes(bot, 40);
	await bellRings(bot);
	await untilAsked(3);
	expect(asked("Another")).toBe(1);

	// The answers stand in the question itself.
	await ana.clicks("Let go: Lead a team meeting");
	await ana.fills(goalLabels.why, "It is no longer mine");
	await ana.submits();
	await ana.sees("Let go. Nobody is told why");
	await ana.closes();
	await ana.clicks("Still on it: Lead a team meeting");
	await ana.sees("This goal has ended, so nothing was changed.");
	expect(troubles(bot)).toEqual([]);
});

test("not while paused, nor after leaving, nor once it has ended", async () => {
	bot = await opened();
	const { ana, ben, chen } = people(bot);
	for (const one of [ana, ben, chen]) {
		await joinsAsMentee(one, "Testing");
		await addsGoal(one);
	}
	await ana.types("/mentor pause");
	await ana.sees("You are paused");
	await ben.types("/mentor leave");
	await ben.clicks("Leave");
	await ben.sees("You have left the program.");
	await chen.types("/mentor goals");
	await chen.clicks("Reached: Lead a team meeting");
	await chen.sees("You reached it.");
	await chen.closes();
	await passes(bot, 32);
	await bellRings(bot);
	for (const one of [ana, ben, chen]) one.sawNot(question);

	await ana.types("/mentor resume");
	await ana.sees("Welcome back.");
	await bellRings(bot);
	await ana.sees(question);
	for (const one of [ben, chen]) one.sawNot(question);
	expect(await ana.sees(question)).toContain(goal);
	expect(troubles(bot)).toEqual([]);
});

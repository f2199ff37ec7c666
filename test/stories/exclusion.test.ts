import { afterEach, expect, test } from "@jest/globals";
import type { Slack } from "../../simulator/slack.ts";
import { type Running, startBot } from "../support/bot.ts";
import type { Driver } from "../support/driver.ts";
import { acme, people } from "../support/people.ts";
import {
	asks,
	hears,
	joinsAsMentee,
	joinsAsMentor,
	untilHome,
	writesAsk,
} from "../support/steps.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

type Cast = ReturnType<typeof people>;

async function neverWith(person: Driver, name: string) {
	await person.types("/mentor profile");
	await person.clicks("Edit Never matched with");
	await person.chooses("Who should you never be matched with?", name);
	await person.submits();
	await person.sees("Saved: Never matched with.");
	await person.closes();
}

/** Why Ben is not to be had, each in a way of its own. */
const ways: Record<string, (cast: Cast) => Promise<void>> = {
	"is full": async ({ ben, chen }) => {
		await asks(chen, "Ben Okafor");
		await ben.clicks("Accept Chen Wei");
		await chen.sees("meet @Ben Okafor");
	},
	"excludes Ana": ({ ben }) => neverWith(ben, "Ana Lopes"),
	"is excluded by Ana": ({ ana }) => neverWith(ana, "Ben Okafor"),
	"is paused": async ({ ben }) => {
		await ben.types("/mentor pause");
	},
	"has left": async ({ ben }) => {
		await ben.types("/mentor leave");
		await ben.clicks("Leave");
		await ben.sees("You have left the program.");
	},
};

/** All that Ana gets to see while she looks for Ben, as it was sent. */
async function searches(slack: Slack, { ana }: Cast): Promise<string> {
	const before = messagesOf(slack, ana).length;
	await ana.types("/mentor find");
	await ana.types("/mentor find testing");
	await hears(ana, () => ana.types("/mentor ask @Ben Okafor"));
	await hears(ana, () => ana.clicks("Ask Ben Okafor"));
	await ana.types("/mentor");
	await ana.opensHome();
	await untilHome(ana, (home) => home.includes("Only you see this page."));
	const seen = {
		messages: messagesOf(slack, ana).slice(before),
		home: slack.surface(acme, ana.id).home?.blocks,
	};
	const ids = new Map<string, string>();
	const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
	return JSON.stringify(seen, null, 1)
		.replace(/"block_id": "[^"]*"/g, '"block_id": "*"')
		.replace(uuid, (id) => {
			if (!ids.has(id)) ids.set(id, `id ${ids.size + 1}`);
			return ids.get(id) ?? "";
		});
}

function messagesOf(slack: Slack, { id }: Driver) {
	return slack
		.surface(acme, id)
		.conversations.flatMap(({ messages }) => messages)
		.map(({ text, blocks }) => ({ text, blocks }));
}

test("excluded reads like full, byte for byte, to who searches", async () => {
	const seen = new Map<string, string>();
	for (const [way, happens] of Object.entries(ways)) {
		bot = await startBot();
		const cast = people(bot);
		for (const mentor of [cast.ben, cast.dana])
			await joinsAsMentor(mentor, "Testing");
		await joinsAsMentee(cast.ana, "Testing");
		await joinsAsMentee(cast.chen, "Testing");
		await cast.ana.types("/mentor find");
		// A draft from before, as it may well be.
		await cast.ana.types("/mentor ask @Ben Okafor");
		await writesAsk(cast.ana);
		await cast.ana.submits();
		await cast.ana.closes();
		await happens(cast);
		seen.set(way, await searches(bot.slack, cast));
		await bot.stop();
	}
	bot = undefined;
	const full = seen.get("is full") ?? "";
	expect(full).toContain("Ben Okafor is not available right now.");
	expect(full).toContain("Dana Novak");
	for (const [way, one] of seen) expect([way, one]).toEqual([way, full]);
});

import { afterEach, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import { people } from "../support/people.ts";
import { asks, hears, joinsAsMentee, joinsAsMentor } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

const day = 24 * 60 * 60_000;

test('declined: "can\'t right now", never a reason, and no second ask for 90 days', async () => {
	let later = 0;
	bot = await startBot({ now: () => new Date(Date.now() + later) });
	const { ana, ben, chen } = people(bot);
	await joinsAsMentor(ben, "Testing");
	await joinsAsMentor(chen, "Testing");
	await joinsAsMentee(ana, "Testing");
	await asks(ana, "Ben Okafor");

	await ben.sees("Not now needs no reason.");
	await ben.clicks("Not now");
	await ben.sees("Ana Lopes reads that you can't right now, without a reason.");
	const told = await ana.sees("Ben Okafor can't right now.");
	expect(told).not.toMatch(/declin|reject|refus|because|\bno\b/i);
	await ana.types("/mentor");
	ana.sawNot("My open requests");

	const finds = () => hears(ana, () => ana.types("/mentor find testing"));
	const asking = () => hears(ana, () => ana.types("/mentor ask @Ben Okafor"));
	for (const days of [0, 89]) {
		later = days * day;
		const found = await finds();
		expect(found).toContain("@Chen Wei");
		expect(found).not.toContain("Ben Okafor");
		expect(await asking()).toContain("Ben Okafor is not available right now.");
	}
	later = 91 * day;
	expect(await finds()).toContain("@Ben Okafor");
	await asks(ana, "Ben Okafor");
	expect(troubles(bot)).toEqual([]);
});

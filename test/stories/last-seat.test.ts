import { afterEach, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import { people } from "../support/people.ts";
import {
	asks,
	joinsAsMentee,
	joinsAsMentor,
	overviewOf,
} from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

test("last seat: two ask, both are accepted at once, one gets it", async () => {
	bot = await startBot();
	const { ana, ben, chen } = people(bot);
	await joinsAsMentor(ben, "Testing");
	for (const mentee of [ana, chen]) {
		await joinsAsMentee(mentee, "Testing");
		await asks(mentee, "Ben Okafor");
	}
	await ben.sees("Accept Ana Lopes");
	await ben.sees("Accept Chen Wei");
	await Promise.all([
		ben.clicks("Accept Ana Lopes"),
		ben.clicks("Accept Chen Wei"),
	]);
	const won = await ben.sees(/You accepted (Ana Lopes|Chen Wei)\./);
	const full = await ben.sees(/You have no free seat for .* right now/);
	const [winner, other] = won.includes("accepted Ana")
		? [ana, chen]
		: [chen, ana];
	expect(full).toContain(other === chen ? "Chen Wei" : "Ana Lopes");
	expect(full).toContain("/mentor profile");

	await winner.sees("meet @Ben Okafor");
	const overview = await overviewOf(other);
	expect(overview).toMatch(/@Ben Okafor, asked .* It is their move, until/);

	// A seat more, and the same request is accepted after all.
	await ben.types("/mentor profile");
	await ben.clicks("Edit What I offer");
	await ben.chooses("How many people can you mentor at a time?", "2");
	await ben.submits();
	await ben.closes();
	await ben.clicks(/^Accept /);
	await other.sees("meet @Ben Okafor");
	expect(troubles(bot)).toEqual([]);
});

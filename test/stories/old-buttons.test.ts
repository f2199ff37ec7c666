import { afterEach, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import { people } from "../support/people.ts";
import {
	asks,
	hears,
	joinsAsMentee,
	joinsAsMentor,
	overviewOf,
	untilHome,
	writesAsk,
} from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

/** Ana has asked Ben, who has the request before him and Home open. */
async function asked() {
	bot = await startBot();
	const { ana, ben } = people(bot);
	await joinsAsMentor(ben, "Testing");
	await joinsAsMentee(ana, "Testing");
	await asks(ana, "Ben Okafor");
	await ben.sees("Accept Ana Lopes");
	await ben.opensHome();
	await untilHome(ben, (home) => home.includes("Needs your answer"));
	return { bot, ana, ben };
}

const requestOf = { in: /^@Ana Lopes would like to ask you/ };

test.each([
	[
		"Accept Ana Lopes",
		"You accepted Ana Lopes.",
		"This request was accepted already.",
	],
	[
		"Not now",
		"Not now it is.",
		"This request was answered with not now already. Nothing was changed.",
	],
])(
	"answered on Home with %s, the message's buttons say so",
	async (label, now, before) => {
		const { bot, ben } = await asked();
		await ben.clicks(label);
		await ben.sees(now);
		await ben.closes();
		await ben.types("/mentor");
		await ben.clicks("Accept Ana Lopes", requestOf);
		await ben.sees(before);
		ben.sawNot(/^@Ana Lopes would like to ask you/);
		expect(troubles(bot)).toEqual([]);
	},
);

test("withdrawn in the old overview after it was accepted", async () => {
	const { ana, ben } = await asked();
	await ana.types("/mentor");
	await ben.clicks("Accept Ana Lopes");
	await ana.sees("meet @Ben Okafor");
	await ana.clicks("Withdraw");
	await ana.sees(
		"This request was accepted already. /mentor shows your mentorships.",
	);
	const overview = await overviewOf(ana);
	expect(overview).toContain("Exploring until");
});

test("after leaving: every old button answers, and nothing happens", async () => {
	const { ana, ben } = await asked();
	await ben.types("/mentor leave");
	await ben.clicks("Leave");
	await ben.sees("You have left the program.");
	await ben.clicks("Not now", requestOf);
	await ben.sees("This request was answered with not now already.");
	await ben.opensHome();
	await ben.types("/mentor resume");
	await ben.sees("You have not joined the mentoring program yet.");
	const overview = await overviewOf(ana);
	expect(overview).not.toContain("Ben Okafor");
});

test("double clicks count once", async () => {
	const { bot, ana, ben } = await asked();
	await Promise.all([
		ben.clicks("Accept Ana Lopes"),
		ben.clicks("Accept Ana Lopes"),
	]);
	await ben.sees("You accepted Ana Lopes.");
	await ana.sees("meet @Ben Okafor");
	for (const one of [ana, ben]) {
		const overview = await overviewOf(one);
		expect(overview.match(/Exploring until/g)).toHaveLength(1);
	}

	const { chen, dana } = people(bot);
	await joinsAsMentor(chen, "Testing");
	await dana.types("/mentor join");
	await Promise.all([dana.submits(), dana.submits()]);
	await dana.sees("You are part of the mentoring program now.");
	await dana.closes();
	await dana.types("/mentor ask @Chen Wei");
	await writesAsk(dana);
	await dana.submits();
	await dana.sees("Before it is sent");
	await Promise.all([dana.submits(), dana.submits()]);
	await dana.sees(/on its way to Chen Wei|asked Chen Wei already/);
	await dana.closes();
	const overview = await overviewOf(dana);
	expect(overview.match(/@Chen Wei, asked/g)).toHaveLength(1);
	await Promise.all([dana.clicks("Withdraw"), dana.clicks("Withdraw")]);
	await dana.sees("The request to Chen Wei is withdrawn.");
	const after = await overviewOf(dana);
	expect(after).not.toContain("My open requests");
	expect(troubles(bot)).toEqual([]);
});

test("a stale form: too late, a sentence, and nothing written is lost", async () => {
	bot = await startBot();
	const { ana, ben, chen } = people(bot);
	await joinsAsMentor(ben, "Testing");
	await joinsAsMentee(ana, "Testing");
	await joinsAsMentee(chen, "Testing");
	const late = "Ben Okafor is not available right now.";
	const kept = "What you wrote is kept";

	await ana.types("/mentor ask @Ben Okafor");
	await writesAsk(ana, { ask: "First words", offer: "Cake" });
	await ben.types("/mentor pause");
	await ana.submits();
	await ana.sees(late);
	await ana.sees(kept);
	await ana.closes();
	await ben.types("/mentor resume");

	await ana.types("/mentor ask @Ben Okafor");
	await ana.sees("First words");
	await ana.sees("Cake");
	await ana.submits();
	await ana.sees("Before it is sent");
	await asks(chen, "Ben Okafor");
	await ben.clicks("Accept Chen Wei");
	await chen.sees("meet @Ben Okafor");
	await ana.submits();
	await ana.sees(late);
	await ana.sees(kept);
	await ana.closes();
	ben.sawNot("First words");
	const overview = await overviewOf(ana);
	expect(overview).not.toContain("My open requests");
	expect(troubles(bot)).toEqual([]);
});

test("an old list: who left, paused or filled up is not asked by it", async () => {
	bot = await startBot();
	const { ana, ben } = people(bot);
	await joinsAsMentor(ben, "Testing");
	await joinsAsMentee(ana, "Testing");
	await ana.types("/mentor find");
	await ben.types("/mentor pause");
	expect(await hears(ana, () => ana.clicks("Ask Ben Okafor"))).toContain(
		"Ben Okafor is not available right now.",
	);
	expect(ana.modal()).toBeNull();
});

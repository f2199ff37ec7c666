import { afterEach, expect, test } from "@jest/globals";
import { type SilentPair, startSilentPair } from "../support/silent-pair.ts";
import { hears } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let pair: SilentPair | undefined;
afterEach(() => pair?.stop());

const question = "have you talked?";
const asked = "has not heard from you for a while";

test("no answer from my partner asks the partner once and after two weeks ends it neutrally", async () => {
	pair = await startSilentPair();
	const { bot, ana, ben, client, daysPass, told } = pair;
	const state = async () =>
		(await client.query("select state, ended_as from mentorship")).rows[0];
	await daysPass(7);
	await ana.sees(question);
	expect(
		await hears(ana, () => ana.clicks("No answer from Ben Okafor")),
	).toContain("Their move: if nothing is heard until");
	await daysPass(1);
	const sees = await ben.sees(asked);
	expect(sees).toContain("[I am still here]");
	// While it waits, nothing else is said.
	await daysPass(7);
	for (const one of [ana, ben]) expect(told(one, question)).toBe(1);
	await ben.clicks("I am still here");
	await ana.sees("@Ben Okafor says that they are still there");
	await daysPass(7);
	expect(await state()).toMatchObject({ state: "active" });
	expect(await hears(ben, () => ben.clicks("I am still here"))).toContain(
		"Nobody waits for this answer any more",
	);
	expect(
		await hears(ana, () => ana.clicks("No answer from Ben Okafor")),
	).toContain("said not long ago that they are still there");

	await daysPass(30);
	expect(
		await hears(ana, () => ana.clicks("No answer from Ben Okafor")),
	).toContain("Their move: if nothing is heard until");
	await daysPass(1);
	expect(told(ben, asked)).toBe(2);
	await daysPass(12);
	expect(await state()).toMatchObject({ state: "active" });
	await daysPass(1);
	expect(await state()).toEqual({ state: "ended", ended_as: "unanswered" });
	expect(told(ben, asked)).toBe(2);
	expect(troubles(bot)).toEqual([]);
});

test.each([
	{ when: "before the question reaches them", days: 0 },
	{ when: "after it", days: 1 },
])(
	"no answer ends neutrally where the partner has stopped it $when, and nobody learns of the stop",
	async ({ days }) => {
		pair = await startSilentPair();
		const { bot, ana, ben, client, daysPass, told } = pair;
		const states = async () =>
			(await client.query("select state, ended_as from mentorship")).rows;
		const ended = "has ended";
		const stops = async () => {
			await ben.types("/mentor");
			await ben.clicks("Something is wrong");
			await ben.sees("It has all stopped.");
			await ben.closes();
		};
		await daysPass(7);
		await ana.sees(question);
		if (days === 0) await stops();
		await hears(ana, () => ana.clicks("No answer from Ben Okafor"));
		await daysPass(1);
		expect(told(ben, asked)).toBe(days);
		if (days > 0) await stops();
		await daysPass(12);
		expect(await states()).toMatchObject([{ state: "active" }]);
		await ana.types("/mentor");
		await ana.clicks("Open mentorship with Ben Okafor");
		await ana.sees("You asked whether @Ben Okafor is still there. Their move");
		await ana.closes();
		await daysPass(1);
		expect(await states()).toEqual([
			{ state: "ended", ended_as: "unanswered" },
		]);
		const sees = await ana.sees(ended);
		expect(sees).toContain("says nothing about anyone in it");
		await daysPass(1);
		expect(told(ana, ended)).toBe(1);
		expect(told(ben, ended)).toBe(0);
		expect(troubles(bot)).toEqual([]);
	},
);

test("no answer, and a pause that kept the question back: it is put once it is over", async () => {
	pair = await startSilentPair();
	const { bot, ana, ben, client, daysPass, told } = pair;
	const stands = (state: string) =>
		client.query("update mentorship set state = $1", [state]);
	await daysPass(7);
	await ana.sees(question);
	await hears(ana, () => ana.clicks("No answer from Ben Okafor"));
	await stands("paused");
	await daysPass(14);
	await stands("active");
	expect(told(ben, asked)).toBe(0);
	await daysPass(1);
	await ben.sees(asked);
	await daysPass(6);
	await ben.clicks("I am still here");
	await ana.sees("@Ben Okafor says that they are still there");
	expect(told(ben, asked)).toBe(1);
	expect(troubles(bot)).toEqual([]);
});

test("no answer, while the partner is away: no date that has passed is shown", async () => {
	pair = await startSilentPair();
	const { bot, ana, ben, client, daysPass, told } = pair;
	const states = async () =>
		(await client.query("select state from mentorship")).rows;
	await daysPass(7);
	await ana.sees(question);
	const part = (state: string) =>
		client.query(
			`update enrollment set state = $1 where person_id =
				(select person_id from person where slack_user_id = $2)`,
			[state, ben.id],
		);
	await part("paused");
	await hears(ana, () => ana.clicks("No answer from Ben Okafor"));
	await daysPass(15);
	await ana.types("/mentor");
	await ana.clicks("Open mentorship with Ben Okafor");
	const page = await ana.sees("You asked whether @Ben Okafor is still there");
	expect(page).toContain("one of you was away");
	await ana.closes();
	expect(told(ben, asked)).toBe(0);

	// Back again, they have the days that every answer has.
	await part("open");
	await daysPass(1);
	await ben.sees(asked);
	await daysPass(6);
	expect(await states()).toEqual([{ state: "active" }]);
	await daysPass(1);
	expect(await states()).toEqual([{ state: "ended" }]);
	expect(troubles(bot)).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import { colleagues, people, worldWith } from "../support/people.ts";
import { joins, joinsAsMentor, lastHeard } from "../support/steps.ts";

let bot: Running;
beforeAll(async () => {
	bot = await startBot({ world: worldWith(7) });
	const [first, ...others] = colleagues(bot, 7);
	if (!first) throw new Error("There are no colleagues.");
	await joins(first, {
		role: "Mentor",
		offers: ["Kubernetes", 'use "bread baking"'],
	});
	for (const one of others) await joinsAsMentor(one, "Testing");
});
afterAll(() => bot?.stop());

const named = (text: string) => text.match(/^@Colleague \d/gm) ?? [];

test("five at a time, and the others on demand", async () => {
	const { ana } = people(bot);
	await ana.types("/mentor find");
	const first = lastHeard(ana);
	expect(named(first)).toHaveLength(5);
	await ana.clicks("Show more");
	const second = lastHeard(ana);
	expect(named(second)).toHaveLength(2);
	expect(second).not.toContain("Show more");
	expect(new Set(named(first + second)).size).toBe(7);
});

test("a topic lists those who offer it, by any of its names", async () => {
	const { ana } = people(bot);
	for (const words of ["kubernetes", "K8S", "help with containers please"]) {
		await ana.types(`/mentor find ${words}`);
		expect(named(lastHeard(ana))).toEqual(["@Colleague 1"]);
	}
	await ana.types("/mentor find testing");
	await ana.clicks("Show more");
	expect(lastHeard(ana)).toContain('Mentors for "testing"');
	expect(named(lastHeard(ana))).toHaveLength(1);
});

test("after joining, one's own topics are among the reasons", async () => {
	const { dana } = people(bot);
	await dana.types("/mentor find");
	expect(lastHeard(dana)).not.toContain("works with Kubernetes");
	await joins(dana, { wants: ["Kubernetes"] });
	await dana.types("/mentor find");
	expect(lastHeard(dana)).toMatch(
		/first\n+@Colleague 1[^]*• works with Kubernetes/,
	);
});

test("a topic of one's own is found by nobody and shown to nobody", async () => {
	const { ana } = people(bot);
	await ana.types("/mentor find bread baking");
	await ana.sees('There is nobody to suggest for "bread baking" right now.');
	ana.sawNot("Offers Kubernetes and bread baking");
	expect(lastHeard(ana)).not.toContain("Colleague 1");
});

test("what was typed is shown again as it was", async () => {
	const { ana } = people(bot);
	for (const words of ["R&D", "<b>bold</b>", "a > b"]) {
		await ana.types(`/mentor find ${words}`);
		expect(lastHeard(ana)).toContain(`"${words}"`);
	}
});

test("who searches is named to nobody, and finds no one twice", async () => {
	const [mentor] = colleagues(bot, 1);
	expect(mentor?.messages()).toEqual(
		[expect.stringContaining("You are part")].slice(1),
	);
});

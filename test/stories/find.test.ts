import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import type { Driver } from "../support/driver.ts";
import { colleagues, people, worldWith } from "../support/people.ts";
import { hears, joins, joinsAsMentor } from "../support/steps.ts";

let bot: Running;
beforeAll(async () => {
	bot = await startBot({ world: worldWith(7) });
	const [first, ...others] = colleagues(bot, 7);
	if (!first) throw new Error("There are no colleagues.");
	await joins(first, {
		role: "Mentor",
		offers: ["Kubernetes", 'Use "bread baking"'],
	});
	for (const one of others) await joinsAsMentor(one, "Testing");
});
afterAll(() => bot?.stop());

const finds = (person: Driver, words: string) =>
	hears(person, () => person.types(`/mentor find ${words}`));
const named = (text: string) => text.match(/^@Colleague \d/gm) ?? [];

test("five at a time, and the others on demand", async () => {
	const { ana } = people(bot);
	const first = await finds(ana, "");
	expect(named(first)).toHaveLength(5);
	const second = await hears(ana, () => ana.clicks("Show more"));
	expect(named(second)).toHaveLength(2);
	expect(second).not.toContain("Show more");
	expect(new Set(named(first + second)).size).toBe(7);
});

test("a topic lists those who offer it, by any of its names", async () => {
	const { ana } = people(bot);
	for (const words of ["kubernetes", "K8S", "help with containers please"])
		expect(named(await finds(ana, words))).toEqual(["@Colleague 1"]);
	await finds(ana, "testing");
	const more = await hears(ana, () => ana.clicks("Show more"));
	expect(more).toContain('Mentors for "testing"');
	expect(named(more)).toHaveLength(1);
});

test("after joining, one's own topics are among the reasons", async () => {
	const { dana } = people(bot);
	expect(await finds(dana, "")).not.toContain("what your goal is about");
	await joins(dana, { wants: ["Kubernetes"] });
	const [first, ...others] = (await finds(dana, "")).split(/^(?=@)/m).slice(1);
	expect(first).toContain("@Colleague 1");
	expect(first).toContain("• works with Kubernetes");
	expect(others.join()).not.toContain("Kubernetes");
});

test("a topic of one's own is found by nobody and shown to nobody", async () => {
	const { ana } = people(bot);
	expect(await finds(ana, "bread baking")).toContain(
		'There is nobody to suggest for "bread baking" right now.',
	);
	expect(await finds(ana, "kubernetes")).toContain("Offers Kubernetes\n");
});

test("what was typed is shown again as it was", async () => {
	const { ana } = people(bot);
	for (const words of ["R&D", "<b>bold</b>", "a > b", "@ben", "#general"])
		expect(await finds(ana, words)).toContain(`"${words}"`);
});

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import type { Driver } from "../support/driver.ts";
import { people } from "../support/people.ts";
import { hears, joins, joinsAsMentee } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

// PRODUCT 8, "topic list", and 2: "One's own topics help matching, stay private
// and enter no list or report."

let bot: Running;
let ana: Driver;
let ben: Driver;
let chen: Driver;
beforeAll(async () => {
	bot = await startBot();
	({ ana, ben, chen } = people(bot));
	await ana.opensHome();
	await ana.clicks("Claim");
	await ana.sees("What you run");
	await ana.types("/mentor program");
	await ana.submits();
	await ana.closes();
	await joins(ben, {
		role: "Mentor",
		offers: ["Kubernetes", "DevOps", 'Use "bread baking"'],
	});
	await joinsAsMentee(chen, "DevOps");
});
afterAll(() => bot?.stop());

async function opensTopics() {
	await ana.types("/mentor program");
	await ana.clicks("Topics");
	await ana.sees("Which topic would you like to change?");
}

async function closesAll() {
	while (ana.modal() !== null) await ana.closes();
}

async function opens(topic: string) {
	await opensTopics();
	await ana.chooses("Which topic would you like to change?", topic);
	await ana.submits();
	await ana.sees("Other names people have for it");
}

test("a topic is added with its other names, and found by them", async () => {
	await opensTopics();
	expect(ana.modal()).not.toContain("bread");
	await ana.clicks("Add a topic");
	await ana.fills("Name", "Beekeeping");
	await ana.fills("Other names people have for it", "apiculture\nbees");
	await ana.submits();
	expect(await ana.sees("Saved: Beekeeping.")).toContain("43 topics");
	await closesAll();
	const { dana } = people(bot);
	await joins(dana, { role: "Mentor", offers: ["Beekeeping"] });
	const found = await hears(chen, () => chen.types("/mentor find apiculture"));
	expect(found).toContain("Offers Beekeeping");
});

test("a word means one topic", async () => {
	await opens("Kubernetes");
	await ana.fills("Name", "devops");
	await ana.fills("Other names people have for it", "k8s\nBees");
	await ana.submits();
	expect(ana.errors()).toEqual({
		Name: '"devops" is a name of the topic DevOps already. You can merge two topics instead.',
		"Other names people have for it":
			'"Bees" is a name of the topic Beekeeping already. You can merge two topics instead.',
	});
	await closesAll();
});

test("a new name is seen in profiles at once", async () => {
	await opens("Kubernetes");
	await ana.sees("1 person has it in their profile.");
	ana.sawNot("Remove");
	await ana.fills("Name", "Running containers");
	await ana.submits();
	await ana.sees("Saved: Running containers.");
	await closesAll();
	await ben.types("/mentor profile");
	await ben.sees("Running containers");
	await ben.closes();
});

test("two topics are merged, after saying for how many people", async () => {
	await opens("DevOps");
	await ana.clicks("Merge into another");
	await ana.chooses("Into which topic?", "Running containers");
	await ana.submits();
	await ana.sees("Merge DevOps into Running containers?");
	await ana.sees("2 people who have DevOps will have Running containers");
	await ana.clicks("Back to the topics");
	await ana.sees("Which topic would you like to change?");
	await closesAll();
	await chen.types("/mentor profile");
	await chen.sees("DevOps");
	await chen.closes();

	await opens("DevOps");
	await ana.clicks("Merge into another");
	await ana.chooses("Into which topic?", "Running containers");
	await ana.submits();
	await ana.submits();
	expect(
		await ana.sees("Merged: whoever had DevOps has Running containers now."),
	).toContain("42 topics");
	await closesAll();
	await chen.types("/mentor profile");
	await chen.sees("Running containers");
	chen.sawNot("DevOps");
	await chen.closes();
	// By its old name, and by the other names it had.
	for (const words of ["devops", "continuous delivery"]) {
		const found = await hears(chen, () => chen.types(`/mentor find ${words}`));
		expect(found).toContain("Running containers");
	}
});

test("what nobody has can be removed", async () => {
	await opens("Accessibility");
	await ana.sees("Nobody has it in their profile.");
	await ana.clicks("Remove");
	expect(await ana.sees("Removed: Accessibility.")).toContain("41 topics");
	await closesAll();
	expect(troubles(bot)).toEqual([]);
});

import { closeKind } from "../../src/introductions/introductions.service.ts";
import { ringBell, workday } from "./bell.ts";
import type { Driver } from "./driver.ts";
import { mentoredAtNoon } from "./mentored.ts";
import { colleagues, people, worldWith } from "./people.ts";
import { type Scene, startScene } from "./scene.ts";

const nothingDue = "introductions:none";
const now = workday();

const mentored: Scene = {
	...mentoredAtNoon,
	name: "mentored at noon, with another colleague",
	options: { now: () => now, world: worldWith(1) },
};

/** Ana has a mentor, Ben; Chen, Dana and another colleague have not joined. */
export async function startIntroducing() {
	const bot = await startScene(mentored);
	const cast = people(bot);
	const [another = cast.dana] = colleagues(bot, 1);
	return {
		bot,
		...cast,
		/** Colleague 1. */
		another,
		/** Working hours come, and what is owed for them. */
		day: () => ringBell(bot, nothingDue, now),
		/** Whoever has the move lets it pass. */
		windowCloses: () => ringBell(bot, closeKind, now),
	};
}

export type Introducing = Awaited<ReturnType<typeof startIntroducing>>;

/** Asks Ben whom to talk to. */
export async function wonders(
	ana: Driver,
	topic = "kite racing",
): Promise<void> {
	await ana.types(`/mentor intro ${topic}`);
	await ana.fills("Why, in a line?", "I have a race in May");
	await ana.submits();
	await ana.sees("Your question is on its way to Ben Okafor.");
	await ana.closes();
}

/** Answers Ana's question with a name. */
export async function names(ben: Driver, name: string): Promise<void> {
	await ben.clicks("Name someone for Ana Lopes");
	await fillsInName(ben, name);
}

/** The same, in the form that is open. */
export async function fillsInName(ben: Driver, name: string): Promise<void> {
	await ben.chooses("Who could Ana Lopes talk to?", name);
	await ben.fills("Why them, in a line?", "She won it twice");
	await ben.submits();
	await ben.sees(`I ask ${name} now.`);
	await ben.closes();
}

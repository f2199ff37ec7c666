import { workday } from "./bell.ts";
import type { Running } from "./bot.ts";
import { people } from "./people.ts";
import type { Scene } from "./scene.ts";
import { asks, joinsAsMentee, joinsAsMentor } from "./steps.ts";

const now = workday();

/** Ana is Ben's mentee, and both have read their first lines. */
export const mentored: Scene = { name: "mentored", play: accepts };

/** The same on a working day, at noon. */
export const mentoredAtNoon: Scene = {
	name: "mentored at noon",
	options: { now: () => now },
	play: accepts,
};

async function accepts(bot: Running): Promise<void> {
	const { ana, ben } = people(bot);
	await joinsAsMentor(ben, "Testing");
	await joinsAsMentee(ana, "Testing");
	await asks(ana, "Ben Okafor");
	await ben.clicks("Accept Ana Lopes");
	await ana.sees("A few lines before you first talk with @Ben Okafor");
	await ben.sees("A few lines before you first talk with @Ana Lopes");
	await ana.sees("meet @Ben Okafor");
}

import type { Random } from "../../simulator/demo/random.ts";
import { after, type Happening, type LifePair } from "./rhythm-life.ts";

const rhythms = ["weekly", "every_two_weeks", "monthly"] as const;

/** What the members of one mentorship do in two years, by their moods. */
export function habitsOf(
	pair: LifePair,
	ends: Date,
	random: Random,
): Happening[] {
	const { id, kind } = pair;
	const done: Happening[] = [{ at: pair.begins, is: "begin", pair: id }];
	if (kind === "flash") return flash(pair, random, done);
	let at = after(pair.begins, kind === "external" ? 0 : 8 + random.below(18));
	done.push({ at, is: "agree", pair: id, rhythm: random.pick(rhythms) });
	let meetings = 0;
	let isChatty = random.chance(60);
	let until = after(at, 40);
	while (at < ends) {
		at = after(at, gap(isChatty, random));
		if (at > until) {
			isChatty = random.chance(60);
			until = after(at, 30 + random.below(90));
		}
		const what = random.below(100);
		meetings += 1;
		const meeting = `${id}.${meetings}`;
		if (what < 55) at = meet(done, { pair: id, meeting, at }, random);
		// Told afterwards, or in answer to the question.
		else if (what < 70) {
			done.push({ at, is: "book", pair: id, meeting, on: at });
			done.push({ at: after(at, 0.01), is: "say", meeting, was: "met" });
		} else if (what < 78) {
			done.push({ at, is: "pause", pair: id });
			at = after(at, 3 + random.below(40));
			done.push({ at, is: "resume", pair: id });
		} else if (what < 84) done.push({ at, is: "restart", pair: id });
		else if (what < 92) {
			const { personId } = random.pick(pair.members);
			const on = random.chance(50);
			done.push({ at, is: "fewer", pair: id, person: personId, on });
		} else {
			const rhythm = random.pick(rhythms);
			done.push({ at, is: "agree", pair: id, rhythm });
		}
	}
	return done;
}

function gap(isChatty: boolean, random: Random): number {
	const days = isChatty ? 2 + random.below(9) : 25 + random.below(60);
	return days + random.below(24) / 24;
}

/** Booked, perhaps moved or called off, and afterwards told of or not. */
function meet(
	done: Happening[],
	{ pair, meeting, at }: { pair: string; meeting: string; at: Date },
	random: Random,
): Date {
	let on = after(at, 1 + random.below(12 * 24) / 24);
	done.push({ at, is: "book", pair, meeting, on });
	const rest = on.getTime() - at.getTime();
	const between = new Date(at.getTime() + Math.round(rest / 2));
	if (random.chance(25)) {
		on = after(on, 1 + random.below(7));
		done.push({ at: between, is: "move", meeting, on });
	} else if (random.chance(15)) {
		done.push({ at: between, is: "say", meeting, was: "not" });
		return on;
	}
	const what = random.below(10);
	if (what < 8)
		done.push({
			...{ at: after(on, 0.1 + random.below(3)), is: "say", meeting },
			was: what < 6 ? "met" : "not",
		});
	return on;
}

/** One conversation, or none. */
function flash(
	{ id, begins }: LifePair,
	random: Random,
	done: Happening[],
): Happening[] {
	const meeting = `${id}.1`;
	const at = after(begins, random.below(30));
	if (random.chance(60))
		done.push({ at, is: "book", pair: id, meeting, on: after(at, 2) });
	return [...done, { at: after(begins, 28), is: "end", pair: id }];
}

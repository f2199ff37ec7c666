import { addDays, daysBetween, earlierOf, utcDate } from "../time/calendar.ts";
import { periodOf } from "../time/periods.ts";
import { type Pair, type PairMember, plansTalks } from "./pair.ts";
import { type Silence, silenceOf } from "./silence.ts";
import type { Off, Step } from "./step.ts";

/** Days in which a question about a period, or the last word, is worth it. */
const askedWithin = 7;
const quietWithin = 14;

/** Of whom, and when. */
type View = { pair: Pair; member: PairMember; silence: Silence; now: Date };

/**
 * The steps of an active mentorship for one member, around now: those of the
 * present period and the next, and when it would be quiet. The soonest first,
 * those left out with the reason, as if nothing happened from now on.
 */
export function activeSteps(pair: Pair, member: PairMember, now: Date): Step[] {
	const silence = silenceOf(pair, now);
	const { period, since, quietFrom } = silence;
	const view = { pair, member, silence, now };
	const steps = [period - 1, period, period + 1]
		.filter((number) => number >= 0)
		.flatMap((number) => [planStep(view, number), talkedStep(view, number)]);
	const quiet: Step = {
		is: "quiet",
		about: since,
		from: quietFrom,
		until: addDays(quietFrom, quietWithin),
		off: null,
	};
	// The last word takes the place of all that would come later.
	return steps
		.filter(({ from }) => from < quietFrom)
		.map((step) => ({ ...step, until: earlierOf(step.until, quietFrom) }))
		.concat(quiet)
		.sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Halfway through a period: there is time left to find one. */
function planStep(view: View, number: number): Step {
	const { start, end } = periodAt(view, number);
	const half = Math.floor(daysBetween(start, end) / 2);
	return {
		is: "plan",
		about: start,
		from: addDays(start, half),
		until: end,
		off: whyNotPlan(view, number, half),
	};
}

function whyNotPlan(view: View, number: number, half: number): Off | null {
	const { pair, member } = view;
	const talk = talkSince(view, number);
	if (talk) return talk;
	if (isSkipped(member, number)) return "fewer";
	// The others hear of every second silent period only.
	if (!plansTalks(pair, member) && silentBefore(view, number) % 2 === 0)
		return "lessOften";
	// In a week, the question whether they have talked says it already.
	const wasAsked = number > 0 && talkedStep(view, number - 1).off === null;
	return wasAsked && half < askedWithin ? "asked" : null;
}

/** After a period of which nothing is known. */
function talkedStep(view: View, number: number): Step {
	const { start, end } = periodAt(view, number);
	const next = periodAt(view, number + 1);
	return {
		is: "talked",
		about: start,
		from: end,
		until: earlierOf(next.end, addDays(end, askedWithin)),
		// Whoever has talked since, or booked, need not be asked of before.
		off:
			talkSince(view, number) ??
			(isSkipped(view.member, number) ? "fewer" : null),
	};
}

function isSkipped({ fewer }: PairMember, number: number): boolean {
	return fewer && number % 2 === 1;
}

/** Whether they have talked since a period began, or have booked. */
function talkSince({ silence, now }: View, number: number): Off | null {
	const { lastAt, talkedIn } = silence;
	if (!lastAt || talkedIn < number) return null;
	return lastAt > now ? "booked" : "talked";
}

/** Periods in a row without a talk, up to the one before this. */
function silentBefore(view: View, number: number): number {
	let silent = 0;
	while (silent < number && !hasTalk(view, number - silent - 1)) silent += 1;
	return silent;
}

function hasTalk(view: View, number: number): boolean {
	const { start, end } = periodAt(view, number);
	return view.pair.talks.some(({ at }) => {
		const date = utcDate(at);
		return date >= start && date < end;
	});
}

function periodAt({ pair, silence }: View, number: number) {
	return periodOf(silence.anchor, pair.rhythm, number);
}

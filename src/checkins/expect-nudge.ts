import {
	nextNudgeTime,
	type Past,
	type Receiver,
} from "../delivery/receiver.ts";
import type { Calendar } from "../time/calendar.ts";
import type { Pair, PairMember } from "./pair.ts";
import { isNudged, keyOf, stepsOf } from "./plan-nudges.ts";
import type { Off, Step } from "./step.ts";

/** What a member may hear next of a mentorship, if nothing happens till then. */
export type Expected =
	| { is: "next"; step: Step; at: Date }
	| { is: "nothing"; because: Because };

export type Because =
	| "agreeing"
	| "paused"
	| "ending"
	/** A member is away. */
	| "held"
	/** One asked whether the other is still there. */
	| "waiting"
	/** The receiver is paused, or never at work. */
	| "away"
	/** The last word was said. */
	| "quiet"
	| Off;

/** When and to whom: the receiver, what they got lately, and was said before. */
export type Ear = {
	receiver: Receiver;
	past: Past;
	/** Keys of what was owed before. */
	told: ReadonlySet<string>;
};

/**
 * The planner's answer to "when may the next one come": its steps, in the
 * receiver's own hours. A pair that a member had stopped is not for here.
 */
export function expectNudge(
	pair: Pair,
	member: PairMember,
	{ receiver, past, told }: Ear,
	calendar: Calendar,
): Expected {
	if (!isNudged(pair)) return { is: "nothing", because: whyHeld(pair) };
	const { now, startOf } = calendar;
	const { zone } = member;
	const today = calendar.today(zone);
	const ahead = stepsOf(pair, member, now).filter(({ until }) => until > today);
	let because: Because = "quiet";
	for (const step of ahead) {
		if (step.off) because = step.off;
		if (step.off || told.has(keyOf(pair, member, step))) continue;
		const from = Math.max(Number(startOf(step.from, zone)), Number(now));
		const at = nextNudgeTime(receiver, past, new Date(from));
		if (!at) return { is: "nothing", because: "away" };
		if (at < startOf(step.until, zone)) return { is: "next", step, at };
	}
	return { is: "nothing", because };
}

function whyHeld({ state, isWaiting }: Pair): Because {
	if (state === "agreeing" || state === "paused") return state;
	if (state !== "exploring" && state !== "active") return "ending";
	return isWaiting ? "waiting" : "held";
}

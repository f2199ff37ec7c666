import { isOver } from "../mentorships/mentorship-moves.ts";
import type { Calendar } from "../time/calendar.ts";
import { addDays } from "../time/calendar.ts";
import { activeSteps } from "./active-steps.ts";
import { exploringSteps } from "./exploring-steps.ts";
import type { Pair, PairMember } from "./pair.ts";
import type { Step } from "./step.ts";

/** Something to be said to a member, in their hours, until it is too late. */
export type Nudge = {
	personId: string;
	step: Step;
	/** Names the meaning: owed under it once, ever. */
	key: string;
	staleAfterHours: number;
};

export type Plan = {
	nudges: Nudge[];
	/** When to look again; null: never, it is over. */
	nextLook: Date | null;
};

const hourMs = 3_600_000;
/** Much may change in between: a rhythm, a zone, a meeting called off. */
const longestLookMs = 7 * 24 * hourMs;
/** A state that says nothing may end any day. */
const heldLookMs = 24 * hourMs;

/**
 * The one place that decides who of a mentorship hears what and when, all by
 * itself: everything that is due at this moment, and when there may be more.
 * Asked again, it says the same under the same keys. What the receiver's hours,
 * holidays, pauses, snooze and weekly cap make of it, the digest decides.
 */
export function planNudges(pair: Pair, calendar: Calendar): Plan {
	const { now } = calendar;
	if (isOver(pair.state)) return { nudges: [], nextLook: null };
	const later = (ms: number) => new Date(now.getTime() + ms);
	if (!isNudged(pair)) return { nudges: [], nextLook: later(heldLookMs) };

	const nudges: Nudge[] = [];
	let nextLook = later(longestLookMs);
	for (const member of pair.members) {
		const today = calendar.today(member.zone);
		const steps = stepsOf(pair, member, now);
		for (const step of steps)
			if (isDue(step, today))
				nudges.push(nudgeOf(pair, member, step, calendar));
		// Also of those left out: what called them off may go again.
		const next = steps.find(({ from }) => from > today);
		if (!next) continue;
		const at = calendar.startOf(next.from, member.zone);
		if (at > now && at < nextLook) nextLook = at;
	}
	return { nudges, nextLook };
}

/** Whether it is one that Mentor says anything about by itself. */
export function isNudged({ state, isHeld, isWaiting }: Pair): boolean {
	return (state === "exploring" || state === "active") && !isHeld && !isWaiting;
}

/** All steps of a member around now; the soonest first. */
export function stepsOf(pair: Pair, member: PairMember, now: Date): Step[] {
	if (pair.state === "exploring") return exploringSteps(pair, member, now);
	return activeSteps(pair, member, now);
}

/**
 * Whether something owed before is still worth saying, when it is sent. Whoever
 * has flown west since may be there a day before it was due.
 */
export function isStillDue(
	pair: Pair,
	member: PairMember,
	is: Step["is"],
	calendar: Calendar,
): Step | undefined {
	if (!isNudged(pair)) return undefined;
	const today = calendar.today(member.zone);
	return stepsOf(pair, member, calendar.now).find(
		(step) =>
			step.is === is && (isDue(step, today) || isDue(step, addDays(today, 1))),
	);
}

function isDue({ from, until, off }: Step, today: string): boolean {
	return off === null && from <= today && today < until;
}

/** Names what is said, never when. */
export function keyOf(
	{ mentorshipId }: Pick<Pair, "mentorshipId">,
	{ personId }: Pick<PairMember, "personId">,
	{ is, about }: Step,
): string {
	const words = is === "plan" ? "nudge" : is;
	return `${words}:${mentorshipId}:${personId}:${about}`;
}

function nudgeOf(
	pair: Pair,
	member: PairMember,
	step: Step,
	{ now, startOf }: Calendar,
): Nudge {
	const left = startOf(step.until, member.zone).getTime() - now.getTime();
	return {
		personId: member.personId,
		step,
		key: keyOf(pair, member, step),
		staleAfterHours: Math.max(1, Math.floor(left / hourMs)),
	};
}

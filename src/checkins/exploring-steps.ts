import { addDays, utcDate } from "../time/calendar.ts";
import { type Pair, type PairMember, plansTalks } from "./pair.ts";
import type { Off, Step } from "./step.ts";

/** Days after it began; a flash mentorship is one conversation, and soon. */
const firstAfter = { usual: 5, flash: 3 } as const;
/**
 * Days before its date: after these it is about whether to go on, which all are
 * reminded of four days before, and not right after this.
 */
const lastFrom = 12;
const lastUntil = 6;

/**
 * While exploring, and in a flash mentorship: one prompt to plan the first
 * talk, to whoever finds the time, and one to all before the date.
 */
export function exploringSteps(
	pair: Pair,
	member: PairMember,
	now: Date,
): Step[] {
	const { countedFrom, exploringUntil } = pair;
	if (!exploringUntil) return [];
	const begun = utcDate(countedFrom);
	const end = utcDate(exploringUntil);
	const last = addDays(end, -lastFrom);
	const after = pair.kind === "flash" ? firstAfter.flash : firstAfter.usual;
	const talk = anyTalk(pair, now);
	const steps: Step[] = [
		{
			is: "first",
			about: begun,
			from: addDays(begun, after),
			until: last,
			off: talk ?? (plansTalks(pair, member) ? null : "lessOften"),
		},
		{
			is: "last",
			about: end,
			from: last,
			until: addDays(end, -lastUntil),
			off: talk,
		},
	];
	return steps.filter(({ from, until }) => from < until);
}

function anyTalk({ talks }: Pair, now: Date): Off | null {
	if (talks.length === 0) return null;
	return talks.some(({ at }) => at > now) ? "booked" : "talked";
}

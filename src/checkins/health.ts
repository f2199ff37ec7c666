import type { MentorshipState } from "../mentorships/mentorship-moves.ts";
import { daysBetween, utcDate } from "../time/calendar.ts";
import { type Counted, silenceOf } from "./silence.ts";

export type Health = "tooEarly" | "onTrack" | "needsCheckIn" | "quiet";

/** Its periods count from when it became active or last went on. */
export type HealthFacts = Counted & { readonly state: MentorshipState };

/** A pause longer than this is worth a look. */
const longPauseDays = 28;

/**
 * The same facts as if nothing had been known before a time: periods count from
 * then, and no talk of before is left.
 */
export const factsSince = <F extends HealthFacts>(facts: F, from: Date): F => ({
	...facts,
	countedFrom: facts.countedFrom > from ? facts.countedFrom : from,
	talks: facts.talks.filter(({ at }) => at >= from),
});

/**
 * How a mentorship goes, from its meetings and pauses and nothing else: never
 * from what somebody answered. null: it is over, or closing.
 *
 * Quiet is what `silenceOf` says; one whole period without a talk, and none
 * since, needs a check-in; before a first period is over it is too early.
 */
export function healthOf(facts: HealthFacts, now: Date): Health | null {
	const { state, countedFrom } = facts;
	switch (state) {
		case "proposed":
		case "exploring":
		case "agreeing":
			return "tooEarly";
		case "paused":
			return daysBetween(utcDate(countedFrom), utcDate(now)) > longPauseDays
				? "needsCheckIn"
				: "onTrack";
		case "active":
			return healthOfActive(facts, now);
		default:
			return null;
	}
}

function healthOfActive(facts: Counted, now: Date): Health {
	const { period, talkedIn, quietFrom } = silenceOf(facts, now);
	if (utcDate(now) >= quietFrom) return "quiet";
	if (talkedIn >= 0 && period - talkedIn <= 1) return "onTrack";
	return period === 0 ? "tooEarly" : "needsCheckIn";
}

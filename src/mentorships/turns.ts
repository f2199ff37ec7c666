import { Temporal } from "temporal-polyfill";
import { inZone } from "../time/zones.ts";
import type { Mentorship } from "./mentorship.ts";

/** What the calendar does to a mentorship, and when. */
export type Turn = {
	at: Date;
	does:
		| "remindExploring"
		| "part"
		| "remindAgreeing"
		| "giveUpAgreeing"
		| "halfway"
		| "close"
		| "askPaused"
		| "resume"
		| "endPause"
		| "remindClosing"
		| "finish"
		| "hello";
};

const day = 24 * 3_600_000;

/** Days after a state began, or before a date. */
export const turnDays = {
	remindExploringBefore: 4,
	remindAgreeing: 7,
	giveUpAgreeing: 42,
	/** A pause as long as this lets the partner do something else. */
	longPause: 28,
	remindClosing: 7,
	finish: 14,
	/** A flash mentorship is thanked for in one tap, or not. */
	finishFlash: 7,
} as const;
const helloMonths = 3;

/**
 * All that is still to come in the present state, the soonest first. Days have
 * no zone of their own: a day's turn comes at noon UTC, when that day has begun
 * nearly everywhere, and what it owes waits for each one's working hours.
 */
export function turnsOf(mentorship: Mentorship): Turn[] {
	return turnsIn(mentorship).sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The next one, after all that has been carried out. */
export function nextTurn(mentorship: Mentorship): Turn | null {
	const done = mentorship.turnedAt;
	return turnsOf(mentorship).find(({ at }) => at > done) ?? null;
}

/** Those whose time has come, and which nobody has carried out. */
export function dueTurns(mentorship: Mentorship, now: Date): Turn[] {
	return turnsOf(mentorship).filter(
		({ at }) => at > mentorship.turnedAt && at <= now,
	);
}

/** When someone exploring is first reminded of the date. */
export function firstTurn(exploringUntil: Date): Date {
	const before = turnDays.remindExploringBefore * day;
	return new Date(exploringUntil.getTime() - before);
}

function turnsIn(mentorship: Mentorship): Turn[] {
	const { since, kind } = mentorship;
	const later = (days: number) => new Date(since.getTime() + days * day);
	switch (mentorship.state) {
		case "exploring": {
			const until = mentorship.exploringUntil;
			if (!until) return [];
			return [
				{ at: firstTurn(until), does: "remindExploring" },
				{ at: until, does: "part" },
			];
		}
		case "agreeing":
			return [
				{ at: later(turnDays.remindAgreeing), does: "remindAgreeing" },
				{ at: later(turnDays.giveUpAgreeing), does: "giveUpAgreeing" },
			];
		case "active":
			return [
				...onDay(mentorship.halfwayOn, "halfway"),
				...onDay(mentorship.endsOn, "close"),
			];
		case "paused": {
			const { pausedUntil, pauseEnds } = mentorship;
			const ask = later(turnDays.longPause);
			if (!pausedUntil) return [{ at: ask, does: "askPaused" }];
			const end = pauseEnds === "end" ? "endPause" : "resume";
			return [
				...(pausedUntil > ask && end === "resume"
					? [{ at: ask, does: "askPaused" as const }]
					: []),
				{ at: pausedUntil, does: end },
			];
		}
		case "closing":
			return kind === "flash"
				? [{ at: later(turnDays.finishFlash), does: "finish" }]
				: [
						{ at: later(turnDays.remindClosing), does: "remindClosing" },
						{ at: later(turnDays.finish), does: "finish" },
					];
		case "completed":
			return mentorship.endedAs === "informal"
				? [{ at: monthsLater(since), does: "hello" }]
				: [];
		default:
			return [];
	}
}

function onDay(date: string | null, does: Turn["does"]): Turn[] {
	return date ? [{ at: noonOf(date), does }] : [];
}

/** When the turn of a day, "YYYY-MM-DD", comes. */
export function noonOf(date: string): Date {
	return new Date(`${date}T12:00:00Z`);
}

function monthsLater(from: Date): Date {
	const at = inZone(from, "UTC").add(
		Temporal.Duration.from({ months: helloMonths }),
	);
	return new Date(at.epochMilliseconds);
}

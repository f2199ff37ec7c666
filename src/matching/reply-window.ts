import { addWorkingDays } from "../time/working-days.ts";
import type { WorkingHours } from "../time/working-hours.ts";

/** By whose days a reply window runs, and how long it is. */
export type Clock = {
	hours: WorkingHours;
	/** Local dates, "2026-12-25". */
	holidays: readonly string[];
	remindAfterDays: number;
	closeAfterDays: number;
};

export type ReplyWindow = {
	/** null: no reminder before it closes. */
	remindAt: Date | null;
	closesAt: Date;
};

/** The window of someone whose move it has just become. */
export function openWindow(now: Date, clock: Clock): ReplyWindow {
	return windowOf(now, clock.closeAfterDays, clock);
}

/**
 * What is left of a window after its clock stood still; the reminder keeps
 * its distance from the end, unless it went out before.
 */
export function resumeWindow(
	now: Date,
	left: { days: number; reminded: boolean },
	clock: Clock,
): ReplyWindow {
	const window = windowOf(now, left.days, clock);
	return left.reminded ? { ...window, remindAt: null } : window;
}

function windowOf(now: Date, days: number, clock: Clock): ReplyWindow {
	const { hours, holidays, remindAfterDays, closeAfterDays } = clock;
	const remindIn = Math.max(1, days - (closeAfterDays - remindAfterDays));
	return {
		remindAt:
			remindIn < days ? addWorkingDays(now, remindIn, hours, holidays) : null,
		closesAt: addWorkingDays(now, days, hours, holidays),
	};
}

/** Working days until a window closes, begun ones included; at least one. */
export function daysLeft(
	now: Date,
	closesAt: Date,
	{ hours, holidays, closeAfterDays }: Clock,
): number {
	let days = 1;
	while (
		days < closeAfterDays &&
		addWorkingDays(now, days, hours, holidays) < closesAt
	)
		days++;
	return days;
}

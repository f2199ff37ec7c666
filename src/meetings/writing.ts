import { shiftOn } from "../time/working-hours.ts";
import { inZone } from "../time/zones.ts";
import type { Attendee } from "./slot.ts";

/** Days to write in, and how far to look for a working day of all. */
const leastDays = 3;
const mostDays = 42;

/**
 * By when those who do not talk have written to each other: when the last of
 * them has had a certain day to do so, on which all of them work. null when six
 * weeks hold none.
 */
export function writingDue(
	attendees: readonly Attendee[],
	now: Date,
): Date | null {
	const [first] = attendees;
	if (!first) return null;
	const today = inZone(now, first.hours.zone).toPlainDate();
	for (let days = leastDays; days <= mostDays; days++) {
		const date = today.add({ days });
		const ends = attendees.flatMap(({ hours, holidays }) => {
			const isOff = holidays.includes(date.toString());
			return (!isOff && shiftOn(hours, date)?.end.epochMilliseconds) || [];
		});
		if (ends.length === attendees.length) return new Date(Math.max(...ends));
	}
	return null;
}

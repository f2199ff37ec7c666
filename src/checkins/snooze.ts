import { z } from "zod";
import { awayUntil } from "../enrollment/availability.ts";
import { fieldFaults } from "../slack/fields.ts";
import { addDays } from "../time/calendar.ts";
import { startOfDate } from "../time/dates.ts";
import { inZone } from "../time/zones.ts";

export const snoozeLengths = ["week", "date"] as const;

export const snoozeForm = z.object({
	length: z.enum(snoozeLengths, fieldFaults.choose),
	/** Of `date`. */
	until: z.iso.date().nullish(),
});
export type SnoozeForm = z.infer<typeof snoozeForm>;

/** The first moment of the day it ends on; null: no date, past, or too far. */
export function snoozeEnd(
	{ length, until }: SnoozeForm,
	zone: string,
	now: Date,
): Date | null {
	if (length === "date") return until ? awayUntil(until, zone, now) : null;
	const today = inZone(now, zone).toPlainDate().toString();
	return startOfDate(addDays(today, 7), zone);
}

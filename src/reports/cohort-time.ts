import { Temporal } from "temporal-polyfill";
import type { Cohort } from "../programs/cohort.ts";
import { holidayDates, type ProgramSettings } from "../programs/settings.ts";
import { usualWorkingDays } from "../time/zones.ts";

/**
 * When the summary of a cohort is made: on its last day, or the next working
 * day, at the time of the program's report.
 */
export function summaryAt(
	{ endsOn }: Pick<Cohort, "endsOn">,
	settings: ProgramSettings,
): Date {
	const { zone, time } = settings.report;
	const holidays = holidayDates(settings);
	const workingDays = usualWorkingDays(zone);
	let day = Temporal.PlainDate.from(endsOn);
	while (
		!workingDays.includes(day.dayOfWeek) ||
		holidays.includes(day.toString())
	)
		day = day.add({ days: 1 });
	const plainTime = Temporal.PlainTime.from(time);
	const at = day.toZonedDateTime({ timeZone: zone, plainTime });
	return new Date(at.epochMilliseconds);
}

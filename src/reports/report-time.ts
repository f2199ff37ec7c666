import { Temporal } from "temporal-polyfill";
import type { ProgramSettings } from "../programs/settings.ts";
import { inZone } from "../time/zones.ts";

type Plan = ProgramSettings["report"];

/**
 * When a report is due next, later than `after`: every week, or in the first
 * week of a month, on its weekday at its local time. Where clocks jump over
 * that time it is the same while later; where it comes twice, the first.
 */
export function nextReportAt(plan: Plan, after: Date): Date {
	const { weekday, zone } = plan;
	const time = Temporal.PlainTime.from(plan.time);
	const today = inZone(after, zone).toPlainDate();
	const toWeekday = (weekday - today.dayOfWeek + 7) % 7;
	let day = today.add({ days: toWeekday });
	for (;;) {
		const at = new Date(
			day.toZonedDateTime({ timeZone: zone, plainTime: time })
				.epochMilliseconds,
		);
		if (at > after && isItsTurn(plan, day)) return at;
		day = day.add({ days: 7 });
	}
}

/** Of a month it is the first such weekday. */
const isItsTurn = ({ every }: Plan, { day }: Temporal.PlainDate): boolean =>
	every === "week" || day <= 7;

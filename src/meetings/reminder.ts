import { shiftSpans } from "../time/spans.ts";
import { inZone } from "../time/zones.ts";
import type { Attendee } from "./slot.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Less than this at work before a meeting is too short a notice. */
const noticeMs = hourMs;
/** How long before a meeting the last working day may be. */
const lookBackDays = 12;

/**
 * When someone is told of a meeting beforehand: as a working day of theirs
 * begins, `workingDays` (at least 1) before its own. Where it was set too late for that, a
 * day later, down to the same morning while they have an hour until then. null:
 * it was set since their last morning before it.
 */
export function remindAt(
	{ startsAt, setAt }: { startsAt: Date; setAt: Date },
	{ hours, holidays }: Attendee,
	workingDays: number,
): Date | null {
	const end = startsAt.getTime();
	const shifts = shiftSpans(
		{ hours, holidays },
		{ start: end - lookBackDays * dayMs, end },
	);
	const dayOf = (at: number) => inZone(new Date(at), hours.zone).toPlainDate();
	const day = dayOf(end);
	const mornings = shifts.map(({ start }) => start);
	const sameDay = mornings.filter(
		(start) => dayOf(start).equals(day) && start + noticeMs <= end,
	);
	const before = mornings.filter(
		(start) => start < end && !dayOf(start).equals(day),
	);
	const known = [...before.slice(-workingDays), ...sameDay];
	const chosen = known.find((start) => start > setAt.getTime());
	return chosen === undefined ? null : new Date(chosen);
}

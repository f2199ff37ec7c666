import { shiftOn, type WorkingHours } from "./working-hours.ts";
import { inZone } from "./zones.ts";

/** From `start` until just before `end`, in milliseconds since 1970. */
export type Span = { readonly start: number; readonly end: number };

/** When someone is there: their hours, and the days on which they are not. */
export type Presence = {
	readonly hours: WorkingHours;
	/** Local dates, "2026-12-25". */
	readonly holidays: readonly string[];
};

/**
 * The shifts of someone that touch a span, in order and whole. A shift belongs
 * to the local date it starts on, so a night shift before a holiday is worked.
 * Throws RangeError for an unknown zone.
 */
export function shiftSpans(
	{ hours, holidays }: Presence,
	within: Span,
): Span[] {
	const dateOf = (at: number) => inZone(new Date(at), hours.zone).toPlainDate();
	const last = dateOf(within.end);
	const spans: Span[] = [];
	// From the day before on: a night shift may still be running.
	let date = dateOf(within.start).subtract({ days: 1 });
	for (; date.until(last).days >= 0; date = date.add({ days: 1 })) {
		const shift = shiftOn(hours, date);
		if (!shift || holidays.includes(date.toString())) continue;
		const start = shift.start.epochMilliseconds;
		const end = shift.end.epochMilliseconds;
		if (end > within.start && start < within.end) spans.push({ start, end });
	}
	return spans;
}

/** What lies in both; each list in order and without overlaps. */
export function intersectSpans(
	one: readonly Span[],
	other: readonly Span[],
): Span[] {
	const shared: Span[] = [];
	for (let i = 0, j = 0; i < one.length && j < other.length; ) {
		const [a, b] = [one[i], other[j]];
		if (!a || !b) break;
		const start = Math.max(a.start, b.start);
		const end = Math.min(a.end, b.end);
		if (start < end) shared.push({ start, end });
		if (a.end < b.end) i++;
		else j++;
	}
	return shared;
}

export function overlaps(one: Span, other: Span): boolean {
	return one.start < other.end && other.start < one.end;
}

export function contains(outer: Span, inner: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

import {
	contains,
	intersectSpans,
	overlaps,
	type Span,
	shiftSpans,
} from "../time/spans.ts";
import { inZone } from "../time/zones.ts";
import { turnSlots } from "./early-late.ts";
import type { Slot, SlotQuestion } from "./slot.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Nobody finds a meeting in their day that they have not slept over. */
const noticeMs = 20 * hourMs;
const horizonMs = 42 * 24 * hourMs;
/** Who is early or late is so by their nearest shift, over a long weekend too. */
const nearMs = 4 * 24 * hourMs;
const stepMinutes = 30;
/** For a time within everybody's hours one waits so long, and no longer. */
const patienceMs = 14 * 24 * hourMs;
/** Where in a day's free time to look, by turns: morning, then afternoon. */
const placesInDay = [0.2, 0.7, 0.3];

/**
 * Times that suit all: each on a day of its own, the soonest first, within
 * everybody's working hours, on nobody's weekend or holiday, and where nobody
 * has another meeting. Where their hours do not meet, or only in weeks to come,
 * early and late take turns: see `turnSlots`. Empty when six weeks hold none.
 */
export function findSlots(question: SlotQuestion): Slot[] {
	const { attendees, busy, lengthMinutes, zone, now } = question;
	const start = now.getTime() + noticeMs;
	const horizon = { start, end: start + horizonMs };
	const around = { start: start - nearMs, end: horizon.end + nearMs };
	const shifts = attendees.map((one) => shiftSpans(one, around));
	const shared = shifts.reduce(intersectSpans, [horizon]);
	const length = lengthMinutes * minuteMs;
	const isFree = (span: Span) => !busy.some((other) => overlaps(other, span));
	const all = (within: Span[]) =>
		candidates(within, length, zone).filter(isFree);
	const common = byDay(all(shared), zone).map(pickInDay);
	const [first] = common;
	if (first && first.at.getTime() < start + patienceMs) return common;
	const turns = turnSlots(question, shifts, horizon, all);
	const [sooner] = turns;
	if (!first || !sooner) return [...common, ...turns];
	const wait = first.at.getTime() - sooner.at.getTime();
	return wait < patienceMs ? common : turns;
}

/** Starts on the half hour, or where a span leaves only that, the quarter. */
function candidates(
	spans: readonly Span[],
	length: number,
	zone: string,
): Span[] {
	return spans.flatMap((span) => {
		const onHalf = startsIn(span, length, zone, stepMinutes);
		return onHalf.length > 0
			? onHalf
			: startsIn(span, length, zone, stepMinutes / 2);
	});
}

function startsIn(
	span: Span,
	length: number,
	zone: string,
	step: number,
): Span[] {
	const found: Span[] = [];
	const first = inZone(new Date(span.start), zone);
	const seconds = first.second + first.millisecond / 1000;
	const past = ((first.minute + seconds / 60) % step) * minuteMs;
	let start = span.start + (past === 0 ? 0 : step * minuteMs - past);
	for (; start + length <= span.end; start += step * minuteMs) {
		const slot = { start, end: start + length };
		if (contains(span, slot)) found.push(slot);
	}
	return found;
}

/** The same by local day, in order. */
function byDay(slots: readonly Span[], zone: string): Span[][] {
	const dayOf = ({ start }: Span) =>
		inZone(new Date(start), zone).toPlainDate().toString();
	return [...Map.groupBy(slots, dayOf).values()];
}

function pickInDay(ofDay: readonly Span[], index: number): Slot {
	const place = placesInDay[index % placesInDay.length] ?? 0;
	const chosen = ofDay[Math.floor(ofDay.length * place)];
	return { at: new Date(chosen?.start ?? 0), bearers: [] };
}

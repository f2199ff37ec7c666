import { intersectSpans, type Span, shiftSpans } from "../time/spans.ts";
import { inZone } from "../time/zones.ts";
import {
	type Attendee,
	type Bearer,
	type Slot,
	type SlotQuestion,
	slotsPerPage,
} from "./slot.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Before and after these nobody is asked to talk, whatever their hours. */
const earliest = "06:00";
const latest = "23:00";

/**
 * Times for people whose hours never meet: on a working day of each of them,
 * not at night, and at the expense of whoever has borne it least often, and not
 * last; where they hardly can, after changes of clocks, others fill the page.
 * `shifts` are those of the attendees within the horizon, and some days around.
 */
export function turnSlots(
	{ attendees, before, zone }: SlotQuestion,
	shifts: readonly (readonly Span[])[],
	horizon: Span,
	candidatesIn: (spans: Span[]) => Span[],
): Slot[] {
	const awake = attendees
		.map((one) => shiftSpans(awakeOf(one), horizon))
		.reduce(intersectSpans, [horizon]);
	const options = candidatesIn(awake).map((span) => ({
		at: new Date(span.start),
		bearers: bearersOf(span, attendees, shifts),
	}));
	const past = turnsBefore(before, attendees);
	const byBearers = [...Map.groupBy(options, namesOf).values()].map((slots) => {
		const ranks = slots.map((slot) => rankOf(slot, past)).sort(compare);
		return { slots, rank: ranks[0] ?? [] };
	});
	const fairest = byBearers.sort((a, b) => compare(a.rank, b.rank));
	const chosen = new Map<string, Slot>();
	for (const { slots } of fairest) {
		if (chosen.size >= slotsPerPage) break;
		for (const [day, slot] of leastByDay(slots, zone))
			if (!chosen.has(day)) chosen.set(day, slot);
	}
	return [...chosen.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Of each local day the one that is least outside of anybody's hours. */
function leastByDay(slots: readonly Slot[], zone: string): Map<string, Slot> {
	const days = new Map<string, Slot>();
	for (const slot of slots) {
		const day = inZone(slot.at, zone).toPlainDate().toString();
		const known = days.get(day);
		if (!known || minutesOf(slot) < minutesOf(known)) days.set(day, slot);
	}
	return days;
}

/** Who is outside of their working hours at that time. */
export function bearersAt(
	span: Span,
	attendees: readonly Attendee[],
): Bearer[] {
	const around = { start: span.start - 4 * dayMs, end: span.end + 4 * dayMs };
	const shifts = attendees.map((one) => shiftSpans(one, around));
	return bearersOf(span, attendees, shifts);
}

function bearersOf(
	span: Span,
	attendees: readonly Attendee[],
	shifts: readonly (readonly Span[])[],
): Bearer[] {
	return attendees.flatMap(({ personId }, index) => {
		const outside = outsideOf(span, shifts[index] ?? []);
		return outside ? [{ personId, ...outside }] : [];
	});
}

/** How far from the nearest shift; null within one, and where there is none. */
function outsideOf(
	span: Span,
	shifts: readonly Span[],
): Omit<Bearer, "personId"> | null {
	let nearest: Omit<Bearer, "personId"> | null = null;
	for (const shift of shifts) {
		const early = (shift.start - span.start) / minuteMs;
		const late = (span.end - shift.end) / minuteMs;
		if (early <= 0 && late <= 0) return null;
		const outside =
			early >= late
				? { when: "early" as const, minutes: early }
				: { when: "late" as const, minutes: late };
		if (!nearest || outside.minutes < nearest.minutes) nearest = outside;
	}
	return nearest;
}

/** The hours in which someone may be asked for a talk, on their working days. */
function awakeOf(attendee: Attendee): Attendee {
	const { hours } = attendee;
	const isNightShift = hours.end <= hours.start;
	if (isNightShift) return attendee;
	const start = hours.start < earliest ? hours.start : earliest;
	const end = hours.end > latest ? hours.end : latest;
	return { ...attendee, hours: { ...hours, start, end } };
}

type Turns = { counts: Map<string, number>; last: Set<string> };

function turnsBefore(
	before: readonly Span[],
	attendees: readonly Attendee[],
): Turns {
	const counts = new Map<string, number>();
	let last = new Set<string>();
	for (const span of before.toSorted((a, b) => a.start - b.start)) {
		const bearers = bearersAt(span, attendees);
		for (const { personId } of bearers)
			counts.set(personId, (counts.get(personId) ?? 0) + 1);
		if (bearers.length > 0)
			last = new Set(bearers.map(({ personId }) => personId));
	}
	return { counts, last };
}

function rankOf(slot: Slot, { counts, last }: Turns): number[] {
	const { bearers } = slot;
	const turns = bearers.map(({ personId }) => counts.get(personId) ?? 0);
	const again = bearers.filter(({ personId }) => last.has(personId));
	return [
		turns.reduce((sum, count) => sum + count, 0),
		again.length,
		bearers.length,
		minutesOf(slot),
	];
}

const minutesOf = ({ bearers }: Slot) =>
	bearers.reduce((sum, { minutes }) => sum + minutes, 0);

const namesOf = ({ bearers }: Slot) =>
	bearers.map(({ personId }) => personId).join();

function compare(a: readonly number[], b: readonly number[]): number {
	for (const [index, value] of a.entries()) {
		const difference = value - (b[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

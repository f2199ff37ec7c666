import { shiftOn, type WorkingHours } from "./working-hours.ts";
import { inZone } from "./zones.ts";

/**
 * A week of working time as bits: 672 slots of 15 minutes from Monday 00:00
 * UTC, 32 to a word. Fifteen minutes because every zone in use is offset by a
 * multiple of them.
 */
export type WeekMask = Uint32Array;

export const slotMinutes = 15;
export const weekMs = 7 * 24 * 60 * 60_000;

const slotMs = slotMinutes * 60_000;
const slotsPerWeek = weekMs / slotMs;

/** Monday 00:00 UTC of the week that holds the instant. */
export function utcWeekOf(at: Date): Date {
	const utc = inZone(at, "UTC");
	const monday = utc.startOfDay().subtract({ days: utc.dayOfWeek - 1 });
	return new Date(monday.epochMilliseconds);
}

/**
 * The slots of the UTC week starting at `weekStart` (from `utcWeekOf`) that
 * lie wholly within the working hours. Hours that do not start or end on a
 * quarter of an hour lose the partial slot.
 */
export function weekMask(hours: WorkingHours, weekStart: Date): WeekMask {
	const mask = new Uint32Array(slotsPerWeek / 32);
	// The week in UTC holds parts of the local days before and after it, and a
	// night shift reaches one day further back.
	const monday = inZone(weekStart, "UTC").toPlainDate();
	for (let day = -2; day <= 8; day++) {
		const shift = shiftOn(hours, monday.add({ days: day }));
		if (!shift) continue;
		const start = shift.start.epochMilliseconds - weekStart.getTime();
		const end = shift.end.epochMilliseconds - weekStart.getTime();
		const first = Math.max(0, Math.ceil(start / slotMs));
		const past = Math.min(slotsPerWeek, Math.floor(end / slotMs));
		for (let slot = first; slot < past; slot++) {
			mask[slot >>> 5] = (mask[slot >>> 5] ?? 0) | (1 << (slot & 31));
		}
	}
	return mask;
}

/** Minutes of the week that both masks hold. */
export function sharedMinutes(a: WeekMask, b: WeekMask): number {
	let slots = 0;
	for (let word = 0; word < a.length; word++) {
		slots += bitCount((a[word] ?? 0) & (b[word] ?? 0));
	}
	return slots * slotMinutes;
}

/** Set bits of a 32-bit word (Warren, Hacker's Delight, 5-1). */
function bitCount(word: number): number {
	const pairs = word - ((word >>> 1) & 0x55555555);
	const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
	return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

import type { Rhythm } from "./rhythm-life.ts";
import type { World, WorldPair } from "./rhythm-world.ts";
import { talksOf } from "./rhythm-world.ts";

/**
 * The rules of nudges once more, by counting on a calendar: no zone, no
 * library, every period from the first one on. Tests check the planner by it.
 */
export type PairCalendar = {
	/** The days on which periods begin, some years of them. */
	starts: string[];
	/** The number of the period that holds a date. */
	numberOf(date: string): number;
	hasTalk(number: number): boolean;
	/** Periods without a talk, one after another, that ended before this one. */
	silentBefore(number: number): number;
	/** The day from which they would be quiet, were it now this period. */
	quietFrom(number: number): string;
};

const day = 86_400_000;
const known = new Map<string, string[]>();
const knownDates = new Map<number, string>();

function dates(at: number): string {
	const date = knownDates.get(at) ?? new Date(at).toISOString().slice(0, 10);
	knownDates.set(at, date);
	return date;
}

export function calendarOf(world: World, pair: WorldPair): PairCalendar {
	const starts = startsOf(dates(Number(pair.countedFrom)), pair.rhythm);
	const talks = talksOf(world, pair.id).map(({ at }) => dates(Number(at)));
	const start = (number: number) => starts[number] ?? "9999-12-31";
	const hasTalk = (number: number) =>
		talks.some((on) => on >= start(number) && on < start(number + 1));
	return {
		starts,
		numberOf: (date) => starts.findLastIndex((it) => it <= date),
		hasTalk,
		silentBefore(number) {
			let silent = 0;
			while (silent < number && !hasTalk(number - silent - 1)) silent += 1;
			return silent;
		},
		quietFrom(number) {
			const recent = talks.filter(
				(on) => on >= start(0) && on < start(number + 2),
			);
			const last = recent.sort().at(-1);
			const from = last ? starts.findLastIndex((it) => it <= last) + 1 : 0;
			const weeks = dates(Date.parse(last ?? start(0)) + 56 * day);
			return [start(from + 3), weeks].sort()[0] ?? "";
		},
	};
}

export function daysLater(date: string, days: number): string {
	return dates(Date.parse(date) + days * day);
}

/** Day after day, and in months by their last day at most. */
function startsOf(anchor: string, rhythm: Rhythm): string[] {
	const key = `${anchor} ${rhythm}`;
	const before = known.get(key);
	if (before) return before;
	const starts: string[] = [];
	if (rhythm === "monthly") {
		const [year = 0, month = 0, date = 0] = anchor.split("-").map(Number);
		for (let months = 0; months < 30; months += 1) {
			const first = Date.UTC(year, month - 1 + months, 1);
			const next = Date.UTC(year, month + months, 1);
			const length = Math.round((next - first) / day);
			starts.push(dates(first + (Math.min(date, length) - 1) * day));
		}
	} else {
		const length = rhythm === "weekly" ? 7 : 14;
		for (let days = 0; days < 800; days += length)
			starts.push(daysLater(anchor, days));
	}
	known.set(key, starts);
	return starts;
}

import fc from "fast-check";
import type { OwedItem } from "../../src/delivery/digest.ts";
import type { Receiver } from "../../src/delivery/receiver.ts";

/** What is owed to one person, and when the bot is awake to plan it. */
export type Life = {
	receiver: Receiver;
	items: OwedItem[];
	/** Ascending; at the last one, everything unsent is stale. */
	ticks: Date[];
};

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/** Zones and days of 2026 around which their clocks change, if they do. */
const changes = [
	["Europe/Berlin", "2026-10-25"],
	["Europe/Berlin", "2026-03-29"],
	["America/New_York", "2026-11-01"],
	["America/St_Johns", "2026-03-08"],
	["America/Santiago", "2026-09-06"],
	["America/Havana", "2026-11-01"],
	["Africa/Cairo", "2026-04-24"],
	["Australia/Lord_Howe", "2026-10-04"],
	["Pacific/Chatham", "2026-04-05"],
	["Asia/Kathmandu", "2026-12-31"],
	["Pacific/Apia", "2026-06-01"],
] as const;

// Clocks change at night: by day a time on the wall means one moment.
const hours = fc
	.record({ from: fc.integer({ min: 10, max: 30 }), long: fc.nat(16) })
	.map(({ from, long }) => ({
		start: halves(from),
		end: halves(from + 1 + long),
	}));
const halves = (count: number) =>
	`${String(Math.floor(count / 2)).padStart(2, "0")}:${count % 2 ? "30" : "00"}`;

/**
 * Minutes between ticks: some ticks an hour, and now and then an outage; or
 * every minute of a day.
 */
const gaps = fc.oneof(
	{
		weight: 20,
		arbitrary: fc.array(
			fc.oneof(
				{ weight: 6, arbitrary: fc.integer({ min: 10, max: 120 }) },
				{ weight: 1, arbitrary: fc.integer({ min: 60, max: 2 * dayMinutes }) },
			),
			{ minLength: 60, maxLength: 140 },
		),
	},
	{ weight: 1, arbitrary: fc.constant(Array<number>(dayMinutes).fill(1)) },
);

const sometimes = <T>(arbitrary: fc.Arbitrary<T>) =>
	fc.oneof(
		{ weight: 3, arbitrary: fc.constant(null) },
		{ weight: 1, arbitrary },
	);

/** Somebody's two weeks around a clock change, or so. */
export const lives: fc.Arbitrary<Life> = fc
	.record({
		change: fc.constantFrom(...changes),
		before: fc.integer({ min: 0, max: 4 * dayMinutes }),
		hours,
		days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 3 }),
		daysOff: fc.array(fc.integer({ min: -4, max: 20 }), { maxLength: 3 }),
		pause: sometimes(fc.nat(6 * dayMinutes)),
		snooze: sometimes(fc.nat(6 * dayMinutes)),
		weeklyCap: fc.integer({ min: 0, max: 3 }),
		gaps,
		owed: fc.array(
			fc.record({
				urgency: fc.constantFrom("now", "today", "this_week"),
				/** In hundredths of that time: some come together. */
				at: fc.noBias(fc.nat(99)),
				timely: fc.oneof(
					fc.integer({ min: 30, max: 12 * 60 }),
					fc.integer({ min: 12 * 60, max: 9 * dayMinutes }),
				),
			}),
			{ minLength: 10, maxLength: 30 },
		),
	})
	.map((chosen): Life => {
		const [zone, day] = chosen.change;
		const change = Date.parse(`${day}T00:00Z`);
		const after = (minutes: number, from = change) =>
			new Date(from + minutes * minuteMs);
		const begin = change - chosen.before * minuteMs;
		let elapsed = 0;
		const awake = chosen.gaps.map((gap) => {
			elapsed += gap;
			return after(elapsed, begin);
		});
		const items = chosen.owed.map(({ urgency, at, timely }, index) => {
			const createdAt = after(Math.floor((at * elapsed) / 100), begin);
			const staleAfter = after(timely, createdAt.getTime());
			return { owedId: `${index}`, urgency, createdAt, staleAfter };
		});
		const last = items.map(({ staleAfter }) => staleAfter.getTime() + 1);
		return {
			receiver: {
				hours: { zone, ...chosen.hours, days: chosen.days },
				holidays: chosen.daysOff.map((off) =>
					after(off * dayMinutes)
						.toISOString()
						.slice(0, 10),
				),
				pausedUntil: chosen.pause === null ? null : after(chosen.pause, begin),
				snoozedUntil:
					chosen.snooze === null ? null : after(chosen.snooze, begin),
				weeklyCap: chosen.weeklyCap,
			},
			items,
			ticks: [
				...awake,
				new Date(Math.max(after(1, begin + elapsed).getTime(), ...last)),
			],
		};
	});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
	mayReceive,
	type OwedItem,
	planDigest,
} from "../../src/delivery/digest.ts";
import { type Life, lives } from "../support/digest-lives.ts";
import {
	holds,
	isOpen,
	live,
	pastOf,
	type Sent,
} from "../support/digest-run.ts";
import { full } from "../support/full.ts";
import { wallClock } from "../support/wall-clock.ts";

const numRuns = full ? 100 : 20;

/** Whole lives of ticks, in many zones, across their clock changes. */
function always(check: (life: Life) => void): void {
	fc.assert(fc.property(lives, check), { numRuns });
}

const isDigest = (message: Sent) => !holds(message, "now");
const quarterMs = 15 * 60_000;

/** Whether a digest could come on a later day before the item goes stale. */
function mayWait(item: OwedItem, { at, wall }: Sent, { receiver }: Life) {
	for (let time = at.getTime(); time <= Number(item.staleAfter); ) {
		time += quarterMs - (time % quarterMs);
		const later = new Date(time);
		if (later > item.staleAfter || !isOpen(later, receiver)) continue;
		if (wallClock(later, receiver.hours.zone).date > wall.date) return true;
	}
	return false;
}

test("everything is told once, or goes stale", () => {
	always((life) => {
		const { sent, stale } = live(life);
		const told = sent.flatMap(({ items }) => items);
		expect([...told, ...stale].map(({ owedId }) => owedId).sort()).toEqual(
			life.items.map(({ owedId }) => owedId).sort(),
		);
		for (const { at, items } of sent)
			for (const item of items) expect(item.staleAfter >= at).toBe(true);
	});
});

test("what is for now goes alone at the first tick", () => {
	always((life) => {
		const { sent } = live(life);
		for (const item of life.items) {
			if (item.urgency !== "now") continue;
			const tick = life.ticks.find((time) => time >= item.createdAt);
			if (!tick || tick > item.staleAfter) continue;
			const message = sent.find(({ items }) => items.includes(item));
			expect(message?.at).toEqual(tick);
			expect(message?.items).toEqual([item]);
		}
	});
});

test("no digest out of hours, on days off, paused or snoozed", () => {
	always((life) => {
		for (const { at } of live(life).sent.filter(isDigest))
			expect(isOpen(at, life.receiver)).toBe(true);
	});
});

test("never over the weekly cap", () => {
	always((life) => {
		const nudges = live(life).sent.filter((it) => holds(it, "this_week"));
		const weeks = Map.groupBy(nudges, ({ wall }) => wall.monday);
		for (const [, its] of weeks)
			expect(its.length).toBeLessThanOrEqual(life.receiver.weeklyCap);
	});
});

test("one digest a day, and another only for a prompt that cannot wait", () => {
	always((life) => {
		const digests = live(life).sent.filter(isDigest);
		for (const [, its] of Map.groupBy(digests, ({ wall }) => wall.date))
			for (const second of its.slice(1))
				expect(
					second.items.some(
						(item) => item.urgency === "today" && !mayWait(item, second, life),
					),
				).toBe(true);
	});
});

test("and none waits that may go", () => {
	always((life) => {
		const digests = live(life).sent.filter(isDigest);
		for (const tick of life.ticks) {
			if (!isOpen(tick, life.receiver)) continue;
			const { date, monday } = wallClock(tick, life.receiver.hours.zone);
			const before = digests.filter(({ at }) => at < tick);
			if (before.some(({ wall }) => wall.date === date)) continue;
			const nudges = before.filter(
				(it) => it.wall.monday === monday && holds(it, "this_week"),
			);
			const full = nudges.length >= life.receiver.weeklyCap;
			const told = digests
				.filter(({ at }) => at <= tick)
				.flatMap(({ items }) => items);
			const left = life.items.filter(
				(item) =>
					item.createdAt <= tick &&
					item.staleAfter >= tick &&
					(item.urgency === "today" ||
						(item.urgency === "this_week" && !full)) &&
					!told.includes(item),
			);
			expect(left).toEqual([]);
		}
	});
});

test("after an outage of any length, one digest that day", () => {
	always((life) => {
		const down = life.ticks[Math.floor(life.ticks.length / 2)];
		if (!down) return;
		const ticks = life.ticks.filter((time) => time > down);
		const items = life.items.filter(({ createdAt }) => createdAt <= down);
		const digests = live({ ...life, items, ticks }).sent.filter(isDigest);
		for (const [, its] of Map.groupBy(digests, ({ wall }) => wall.date))
			expect(its).toHaveLength(1);
	});
});

describe("one plan", () => {
	/** A life's middle: what is owed there, and what was sent by then. */
	function middleOf(life: Life) {
		const now = life.ticks[Math.floor(life.ticks.length / 2)] ?? new Date(0);
		const sent = live(life).sent.filter(({ at }) => at < now);
		const told = sent.flatMap(({ items }) => items);
		const items = life.items.filter(
			(item) => item.createdAt <= now && !told.includes(item),
		);
		return { now, items, past: pastOf(sent), receiver: life.receiver };
	}

	test("does not depend on the order it is asked in", () => {
		const shuffle = <T>(list: T[]) =>
			fc.shuffledSubarray(list, { minLength: list.length });
		const shuffled = lives.map(middleOf).chain((middle) =>
			fc.record({
				middle: fc.constant(middle),
				items: shuffle(middle.items),
				past: shuffle(middle.past),
			}),
		);
		fc.assert(
			fc.property(shuffled, ({ middle, items, past }) => {
				const { receiver, now } = middle;
				expect(planDigest(items, receiver, past, now)).toEqual(
					planDigest(middle.items, receiver, middle.past, now),
				);
			}),
			{ numRuns },
		);
	});

	test("keeps to what it said when nothing happens meanwhile", () => {
		always((life) => {
			const { now, items, past, receiver } = middleOf(life);
			const [first] = planDigest(items, receiver, past, now).deliveries;
			if (!first) return;
			const then = planDigest(items, receiver, past, first.at).deliveries;
			expect(then[0]).toEqual(first);
		});
	});

	test("agrees with what is asked again when sending", () => {
		always((life) => {
			const { now, items, past, receiver } = middleOf(life);
			const { deliveries } = planDigest(items, receiver, past, now);
			const known = [...past];
			for (const { owedIds, at } of deliveries) {
				const its = items.filter(({ owedId }) => owedIds.includes(owedId));
				const message = { at, items: its, wall: wallClock(at, "UTC") };
				const urgency =
					(["now", "today"] as const).find((it) => holds(message, it)) ??
					"this_week";
				expect(mayReceive(urgency, receiver, known, at)).toEqual({ now: true });
				known.push(...pastOf([message]));
			}
		});
	});
});

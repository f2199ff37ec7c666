import { isOpen } from "./digest-run.ts";
import { calendarOf } from "./rhythm-calendar.ts";
import { demandsOf } from "./rhythm-demands.ts";
import { dayMs, type ProgramLife } from "./rhythm-life.ts";
import type { Item, Sent, Watcher } from "./rhythm-run.ts";
import { got, isHeld, receiverOf, type World } from "./rhythm-world.ts";
import { wallClock } from "./wall-clock.ts";

/** What went wrong, a word for each rule and what broke it. */
export type Breaches = Map<string, string[]>;

type Told = Item & { names: string; wanted: boolean };

const nudges = ["first", "last", "plan", "talked", "quiet"];
const isNudge = ({ is }: Item) => nudges.includes(is);

/**
 * Looks on and judges each message by the rules of the product, on its own
 * calendar and clock: never out of hours, never too many, never twice, none that
 * nothing calls for, and none missing that could have come.
 */
export function watchRules(life: ProgramLife): Watcher & {
	breaches: Breaches;
	checked: { messages: number; demands: number };
} {
	const breaches: Breaches = new Map();
	const checked = { messages: 0, demands: 0 };
	const breach = (rule: string, what: string) =>
		breaches.set(rule, [...(breaches.get(rule) ?? []), what]);
	const owed = new Map<Item, Told>();
	const said = new Set<string>();
	/** What they did in between is never nagged about later. */
	const settled = new Set<string>();
	const sent: Sent[] = [];
	/** Since when each demand stands without a break. */
	let standing = new Map<string, Date>();

	const inDays = (message: Sent, days: number) =>
		sent.filter(
			(it) =>
				it.personId === message.personId &&
				message.at.getTime() - it.at.getTime() < days * dayMs,
		);

	/** The outage in which something of it came up. */
	const backlogOf = ({ items }: Sent) =>
		life.outages.find(({ until }) =>
			items.some(
				({ createdAt }) =>
					createdAt >= until && Number(createdAt) - Number(until) < 60_000,
			),
		);

	return {
		breaches,
		checked,
		owed(item, world, at) {
			if (!isNudge(item)) return;
			const pair = got(world.pairs, item.pair);
			const demands = demandsOf(world, pair, item.personId, at);
			const demand = demands.find(({ is }) => is === item.is);
			const names = demand?.names ?? `${item.owedId}, which nothing called for`;
			owed.set(item, { ...item, names, wanted: demand !== undefined });
		},
		sent(message, world) {
			const { at, personId, items, receiver } = message;
			checked.messages += 1;
			const words = `${at.toISOString()} to ${personId}: ${items.map(({ owedId }) => owedId)}`;
			if (!isOpen(at, receiver)) breach("out of hours", words);
			sent.push(message);
			const { monday, date } = wallClock(at, receiver.hours.zone);
			const unasked = inDays(message, 9).filter(
				(it) =>
					it.items.some(({ urgency }) => urgency === "this_week") &&
					wallClock(it.at, receiver.hours.zone).monday === monday,
			);
			const isUnasked = items.some(({ urgency }) => urgency === "this_week");
			if (isUnasked && unasked.length > 2) breach("over two a week", words);
			const back = backlogOf(message);
			const sameDay = inDays(message, 2).filter(
				(it) =>
					back === backlogOf(it) &&
					wallClock(it.at, receiver.hours.zone).date === date,
			);
			if (back && sameDay.length > 1) breach("several after an outage", words);
			for (const item of items.filter(isNudge)) {
				const told = owed.get(item);
				if (told && said.has(told.names)) breach("twice", told.names);
				if (!told?.wanted) breach("uncalled for", words);
				else said.add(told.names);
				const pair = got(world.pairs, item.pair);
				if (pair.state !== "active" && pair.state !== "exploring")
					breach("while paused", words);
				if (isHeld(world, pair)) breach("while a member is away", words);
				const { numberOf, hasTalk, starts } = calendarOf(world, pair);
				const number = numberOf(date);
				if (item.is === "plan" && starts[number] && hasTalk(number))
					breach("though they met or booked", words);
			}
		},
		calledOff(item) {
			const told = owed.get(item);
			if (told) settled.add(told.names);
		},
		passed(world, at) {
			const still = new Map<string, Date>();
			for (const pair of world.pairs.values())
				for (const { personId } of pair.members)
					for (const demand of demandsOf(world, pair, personId, at)) {
						const { names } = demand;
						const since = standing.get(names) ?? at;
						still.set(names, since);
						if (since === at) checked.demands += 1;
						if (said.has(names) || settled.has(names)) continue;
						if (since === at) continue;
						if (isLate(world, personId, since, at, sent))
							breach("missed", `${names} at ${at.toISOString()}`);
					}
			standing = still;
		},
	};
}

/** Whether it could have come, in the two hours before, and did not. */
function isLate(
	world: World,
	personId: string,
	since: Date,
	at: Date,
	sent: Sent[],
): boolean {
	const receiver = receiverOf(world, personId);
	const { zone } = receiver.hours;
	const before = new Date(at.getTime() - 7_200_000);
	const { outages } = world.life;
	if (outages.some((down) => down.from <= at && before <= down.until))
		return false;
	const { movedAt } = got(world.people, personId);
	if (before < movedAt || before < since) return false;
	if (!isOpen(at, receiver) || !isOpen(before, receiver)) return false;
	const { date, monday } = wallClock(at, zone);
	if (wallClock(before, zone).date !== date) return false;
	const own = sent.filter(
		(it) =>
			it.personId === personId && at.getTime() - it.at.getTime() < 9 * dayMs,
	);
	const walls = own.map((it) => ({ it, wall: wallClock(it.at, zone) }));
	if (walls.some(({ wall }) => wall.date === date)) return false;
	const unasked = walls.filter(
		({ it, wall }) =>
			wall.monday === monday &&
			it.items.some(({ urgency }) => urgency === "this_week"),
	);
	return unasked.length < 2;
}

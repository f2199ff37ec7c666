import {
	isStillDue,
	type Nudge,
	planNudges,
} from "../../src/checkins/plan-nudges.ts";
import { planDigest } from "../../src/delivery/digest.ts";
import type { Urgency } from "../../src/delivery/owe.ts";
import type { Past, Receiver } from "../../src/delivery/receiver.ts";
import { calendarAt } from "../../src/time/calendar.ts";
import { after, dayMs, type ProgramLife } from "./rhythm-life.ts";
import {
	got,
	happen,
	isHeld,
	newWorld,
	pairOf,
	receiverOf,
	type World,
	type WorldPair,
} from "./rhythm-world.ts";

/** One thing owed to one person. */
export type Item = {
	owedId: string;
	pair: string;
	personId: string;
	/** `before`, `after` and `agenda` are what meetings owe. */
	is: Nudge["step"]["is"] | "before" | "after" | "agenda";
	urgency: Urgency;
	createdAt: Date;
	staleAfter: Date;
	state: "owed" | "sent" | "dropped";
};
export type Sent = {
	at: Date;
	personId: string;
	items: Item[];
	receiver: Receiver;
};

/** Who looks on, and writes down what should not be. */
export type Watcher = {
	owed(item: Item, world: World, at: Date): void;
	sent(message: Sent, world: World): void;
	/** Nothing was left to say when its time came. */
	calledOff(item: Item): void;
	/** Now and then, whatever happens. */
	passed(world: World, at: Date): void;
};
/** What decides; a test puts a fault into it. */
export type Mind = {
	planNudges: typeof planNudges;
	isStillDue: typeof isStillDue;
	planDigest: typeof planDigest;
};
export const soundMind: Mind = { planNudges, isStillDue, planDigest };

const hourMs = 3_600_000;
const watchMs = 2 * hourMs;

/** Lives two years: people act, the bot plans and sends, as it does. */
export function liveProgram(
	life: ProgramLife,
	watcher: Watcher,
	mind: Mind = soundMind,
): { looks: number; owed: number; sent: Sent[] } {
	const world = newWorld(life);
	const items = new Map<string, Item>();
	const unsent = new Map<string, Item[]>();
	const digestAt = new Map<string, Date>();
	const sent: Sent[] = [];
	let chores: { at: Date; meeting: string; on: Date }[] = [];
	let looks = 0;

	function owe(item: Item): void {
		if (items.has(item.owedId)) return;
		items.set(item.owedId, item);
		const { personId, createdAt } = item;
		unsent.set(personId, [...(unsent.get(personId) ?? []), item]);
		digestAt.set(personId, createdAt);
		watcher.owed(item, world, createdAt);
	}

	function look(pair: WorldPair, now: Date): void {
		looks += 1;
		const held = isHeld(world, pair);
		if (pair.wasHeld && !held) pair.countedFrom = now;
		pair.wasHeld = held;
		const plan = mind.planNudges(pairOf(world, pair), calendarAt(now));
		pair.lookAt = plan.nextLook;
		for (const { personId, step, key, staleAfterHours } of plan.nudges)
			owe({
				...{ owedId: key, pair: pair.id, personId, is: step.is },
				...{ urgency: "this_week", createdAt: now, state: "owed" },
				staleAfter: new Date(now.getTime() + staleAfterHours * hourMs),
			});
	}

	/** What belongs to a meeting, unless it was moved or called off since. */
	function doChore({ meeting, on }: (typeof chores)[number], now: Date): void {
		const it = got(world.meetings, meeting);
		const pair = got(world.pairs, it.pair);
		if (it.at !== on || it.was === "not" || pair.state === "paused") return;
		const left = on.getTime() - now.getTime();
		const is = left > dayMs * 1.5 ? "agenda" : left > 0 ? "before" : "after";
		for (const { personId, role } of pair.members)
			if (is !== "agenda" || role !== "mentor")
				owe({
					owedId: `${is}:${meeting}:${on.toISOString()}:${personId}`,
					...{ pair: pair.id, personId, is, createdAt: now, state: "owed" },
					urgency: is === "agenda" ? "this_week" : "today",
					staleAfter: left > 0 ? on : after(now, 5),
				});
	}

	function digest(personId: string, now: Date): void {
		digestAt.delete(personId);
		const waiting = unsent.get(personId) ?? [];
		const receiver = receiverOf(world, personId);
		const plan = mind.planDigest(
			waiting,
			receiver,
			pastOf(sent, personId, now),
			now,
		);
		const take = (ids: string[], state: Item["state"]): Item[] =>
			ids.map((id) => Object.assign(got(items, id), { state }));
		take(plan.stale, "dropped");
		for (const { owedIds, at } of plan.deliveries) {
			if (at > now) digestAt.set(personId, at);
			else {
				const due = take(owedIds, "dropped");
				const said = due.filter((item) => isDue(item, now));
				for (const item of due)
					if (said.includes(item)) item.state = "sent";
					else watcher.calledOff(item);
				const message = { at: now, personId, items: said, receiver };
				if (said.length === 0) continue;
				sent.push(message);
				watcher.sent(message, world);
			}
		}
		const left = waiting.filter(({ state }) => state === "owed");
		unsent.set(personId, left);
		if (plan.waiting.length > 0 && !digestAt.has(personId))
			digestAt.set(personId, new Date(now.getTime() + hourMs));
	}

	/** Read afresh when it is sent, as a message is rendered. */
	function isDue({ is, pair: id, personId }: Item, now: Date): boolean {
		if (is === "before" || is === "after" || is === "agenda") return true;
		const pair = pairOf(world, got(world.pairs, id));
		const member = pair.members.find((it) => it.personId === personId);
		return Boolean(
			member && mind.isStillDue(pair, member, is, calendarAt(now)),
		);
	}

	function runBot(now: Date): void {
		for (const chore of chores.filter(({ at }) => at <= now))
			doChore(chore, now);
		chores = chores.filter(({ at }) => at > now);
		for (const pair of world.pairs.values())
			if (pair.lookAt && pair.lookAt <= now) look(pair, now);
		for (const [personId, at] of [...digestAt])
			if (at <= now) digest(personId, now);
	}

	const times = (): Date[] => [
		...[...world.pairs.values()].flatMap(({ lookAt }) => lookAt ?? []),
		...digestAt.values(),
		...chores.map(({ at }) => at),
	];
	const happenings = [...life.happenings];
	let watchAt = life.begins;
	while (watchAt < life.ends) {
		const next = happenings[0];
		const botAt = awake(soonest(times()), life);
		if (next && next.at <= botAt && next.at <= watchAt) {
			happenings.shift();
			happen(world, next);
			// What waits for their hours is planned anew.
			if (next.is === "fly") digestAt.set(next.person, next.at);
			if (next.is === "book" || next.is === "move")
				chores.push(...choresOf(next.meeting, next.on, next.at));
		} else if (botAt <= watchAt) runBot(botAt);
		else {
			watcher.passed(world, watchAt);
			watchAt = new Date(watchAt.getTime() + watchMs);
		}
	}
	return { looks, owed: items.size, sent };
}

const never = new Date(8.64e15);

function soonest(times: Date[]): Date {
	return new Date(Math.min(...times.map(Number), Number(never)));
}

/** The bot's next minute; after an outage when it is back. */
function awake(at: Date, { outages }: ProgramLife): Date {
	const down = outages.find(({ from, until }) => at >= from && at < until);
	return new Date(Math.ceil(Number(down?.until ?? at) / 60_000) * 60_000);
}

function choresOf(meeting: string, on: Date, from: Date) {
	return [-2, -1, 0.05]
		.map((days) => ({ at: after(on, days), meeting, on }))
		.filter(({ at }) => at > from);
}

/** What the ledger remembers of them. */
function pastOf(sent: Sent[], personId: string, now: Date): Past {
	const past: { sentAt: Date; urgency: Urgency }[] = [];
	for (const { at, items, personId: to } of sent.toReversed()) {
		if (now.getTime() - at.getTime() > 9 * dayMs) break;
		if (to !== personId) continue;
		const isNudge = items.some(({ urgency }) => urgency === "this_week");
		past.push({ sentAt: at, urgency: isNudge ? "this_week" : "today" });
	}
	return past;
}

import type { Pair } from "../../src/checkins/pair.ts";
import type { Receiver } from "../../src/delivery/receiver.ts";
import type {
	Happening,
	LifePair,
	ProgramLife,
	Rhythm,
} from "./rhythm-life.ts";

export type WorldMeeting = {
	pair: string;
	meeting: string;
	at: Date;
	was: "booked" | "met" | "not";
};
export type WorldPair = LifePair & {
	state: "proposed" | "exploring" | "active" | "paused" | "ended";
	countedFrom: Date;
	rhythm: Rhythm;
	wantFewer: Set<string>;
	/** When the bot looks at it next. */
	lookAt: Date | null;
	/** A member was away when it last looked. */
	wasHeld: boolean;
};
export type WorldPerson = {
	id: string;
	zone: string;
	snoozedUntil: Date | null;
	isAway: boolean;
	/** Since when things are as they are for them. */
	movedAt: Date;
};

/** A program as it stands at a moment; the bot's database, so to say. */
export type World = {
	life: ProgramLife;
	people: Map<string, WorldPerson>;
	pairs: Map<string, WorldPair>;
	meetings: Map<string, WorldMeeting>;
};

export function newWorld(life: ProgramLife): World {
	return {
		life,
		people: new Map(
			life.people.map(({ id, hours }) => [
				id,
				{
					...{ id, zone: hours.zone },
					...{ snoozedUntil: null, isAway: false, movedAt: life.begins },
				},
			]),
		),
		pairs: new Map(
			life.pairs.map((pair) => [
				pair.id,
				{
					...pair,
					state: "proposed",
					countedFrom: pair.begins,
					rhythm: "monthly",
					wantFewer: new Set(),
					lookAt: null,
					wasHeld: false,
				},
			]),
		),
		meetings: new Map(),
	};
}

export function happen(world: World, event: Happening): void {
	const { at } = event;
	if ("person" in event) {
		const person = got(world.people, event.person);
		if (event.is === "fly") Object.assign(person, { zone: event.zone });
		if (event.is === "snooze") person.snoozedUntil = event.until;
		if (event.is === "leave") person.isAway = true;
		if (event.is === "return") person.isAway = false;
		if (event.is === "fewer") {
			const pair = got(world.pairs, event.pair);
			if (event.on) pair.wantFewer.add(event.person);
			else pair.wantFewer.delete(event.person);
			pair.lookAt = at;
		} else person.movedAt = at;
		if (event.is === "fly") ringOf(world, event.person, at);
		return;
	}
	if (event.is === "book") {
		const { pair, meeting, on } = event;
		world.meetings.set(meeting, { pair, meeting, at: on, was: "booked" });
		got(world.pairs, pair).lookAt = at;
	} else if (event.is === "move" || event.is === "say") {
		const meeting = got(world.meetings, event.meeting);
		got(world.pairs, meeting.pair).lookAt = at;
		if (event.is === "move") meeting.at = event.on;
		else meeting.was = event.was;
	} else turn(got(world.pairs, event.pair), event);
}

/** Somebody's days begin at other times: all of theirs is looked at anew. */
function ringOf({ pairs }: World, person: string, at: Date): void {
	for (const pair of pairs.values())
		if (pair.members.some(({ personId }) => personId === person))
			pair.lookAt = at;
}

/** A change of state rings: the bot looks at once. */
function turn(pair: WorldPair, event: Happening): void {
	const { at: now } = event;
	const begun = { countedFrom: now, lookAt: now };
	if (event.is === "begin")
		Object.assign(pair, { ...begun, state: "exploring" });
	if (event.is === "agree" && pair.state !== "paused")
		Object.assign(pair, { ...begun, state: "active", rhythm: event.rhythm });
	if (event.is === "pause") Object.assign(pair, { ...begun, state: "paused" });
	if (event.is === "resume") Object.assign(pair, { ...begun, state: "active" });
	if (event.is === "restart" && pair.state === "active")
		Object.assign(pair, begun);
	if (event.is === "end") Object.assign(pair, { ...begun, state: "ended" });
}

export function isHeld(world: World, { members }: LifePair): boolean {
	return members.some(({ personId }) => got(world.people, personId).isAway);
}

/** What the planner is told of it. */
export function pairOf(world: World, pair: WorldPair): Pair {
	const exploringUntil = new Date(pair.begins.getTime() + 28 * 86_400_000);
	return {
		mentorshipId: pair.id,
		kind: pair.kind,
		state: pair.state,
		countedFrom: pair.countedFrom,
		exploringUntil: pair.state === "exploring" ? exploringUntil : null,
		rhythm: pair.rhythm,
		isHeld: isHeld(world, pair),
		isWaiting: false,
		talks: talksOf(world, pair.id).map(({ at, was }) => ({
			at,
			was: was === "met" ? "met" : "booked",
		})),
		members: pair.members.map(({ personId, role }) => ({
			...{ personId, role },
			zone: got(world.people, personId).zone,
			fewer: pair.wantFewer.has(personId),
		})),
	};
}

export function talksOf(world: World, pair: string): WorldMeeting[] {
	return [...world.meetings.values()].filter(
		(meeting) => meeting.pair === pair && meeting.was !== "not",
	);
}

export function receiverOf(world: World, personId: string): Receiver {
	const { zone, snoozedUntil, isAway } = got(world.people, personId);
	const { hours } = world.life.people.find(({ id }) => id === personId) ?? {};
	if (!hours) throw new Error(`There is no ${personId}.`);
	return {
		hours: { ...hours, zone },
		holidays: world.life.holidays,
		pausedUntil: isAway ? "open" : null,
		snoozedUntil,
		weeklyCap: 2,
	};
}

export function got<T>(map: Map<string, T>, key: string): T {
	const value = map.get(key);
	if (value === undefined) throw new Error(`There is no ${key}.`);
	return value;
}

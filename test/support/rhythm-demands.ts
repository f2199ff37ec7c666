import { calendarOf, daysLater } from "./rhythm-calendar.ts";
import { dayMs, type LifePair } from "./rhythm-life.ts";
import type { Item } from "./rhythm-run.ts";
import { got, isHeld, type World, type WorldPair } from "./rhythm-world.ts";
import { wallClock } from "./wall-clock.ts";

/** Wanted on this day, as a rule says it, and first on that one. */
export type Demand = { is: Item["is"]; names: string; from: string };

/** What the rules want said to a member on this day. */
export function demandsOf(
	world: World,
	pair: WorldPair,
	personId: string,
	at: Date,
): Demand[] {
	if (isHeld(world, pair) || pair.wasHeld) return [];
	const { zone } = got(world.people, personId);
	const today = wallClock(at, zone).date;
	const name = (is: Item["is"], about: string, from: string): Demand => ({
		...{ is, from },
		names: `${is} of ${pair.id} to ${personId} about ${about}`,
	});
	if (pair.state === "exploring")
		return exploring(world, pair, personId, today, name);
	if (pair.state !== "active") return [];
	const calendar = calendarOf(world, pair);
	const { starts, hasTalk, silentBefore } = calendar;
	const number = calendar.numberOf(today);
	const [start, end] = [starts[number], starts[number + 1]];
	if (number < 0 || !start || !end) return [];
	const about = `${start} ${pair.rhythm} from ${pair.countedFrom.toISOString()}`;
	const quietFrom = calendar.quietFrom(number);
	if (today >= quietFrom)
		return today < daysLater(quietFrom, 14)
			? [
					name(
						"quiet",
						`${quietFrom} ${pair.countedFrom.toISOString()}`,
						quietFrom,
					),
				]
			: [];
	const silent = silentBefore(number);
	const wants = (of: number) => !pair.wantFewer.has(personId) || of % 2 === 0;
	const length = Math.round((Date.parse(end) - Date.parse(start)) / dayMs);
	const half = daysLater(start, Math.floor(length / 2));
	const demands: Demand[] = [];
	const wasAsked = silent > 0 && pair.rhythm === "weekly" && wants(number - 1);
	const isTurn = plans(pair, personId) || silent % 2 === 1;
	if (today >= half && !hasTalk(number) && !hasTalk(number + 1))
		if (isTurn && !wasAsked && wants(number))
			demands.push(name("plan", about, half));
	const isAsked = silent > 0 && !hasTalk(number) && !hasTalk(number + 1);
	if (today < daysLater(start, 7) && isAsked)
		if (wants(number - 1)) demands.push(name("talked", about, start));
	return demands;
}

function exploring(
	world: World,
	pair: WorldPair,
	personId: string,
	today: string,
	name: (is: Item["is"], about: string, from: string) => Demand,
): Demand[] {
	if (
		[...world.meetings.values()].some(
			(it) => it.pair === pair.id && it.was !== "not",
		)
	)
		return [];
	const counted = pair.countedFrom.toISOString().slice(0, 10);
	const first = daysLater(counted, pair.kind === "flash" ? 3 : 5);
	const end = daysLater(pair.begins.toISOString().slice(0, 10), 28);
	const last = daysLater(end, -12);
	if (today >= first && today < last && plans(pair, personId))
		return [name("first", counted, first)];
	if (today >= last && today < daysLater(end, -6))
		return [name("last", end, last)];
	return [];
}

function plans({ kind, members }: LifePair, personId: string): boolean {
	const role = members.find((it) => it.personId === personId)?.role;
	return kind === "group" ? role === "mentor" : role !== "mentor";
}

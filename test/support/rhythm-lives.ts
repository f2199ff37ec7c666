import { type Random, seededRandom } from "../../simulator/demo/random.ts";
import type { MemberRole } from "../../src/mentorships/mentorship.ts";
import type { WorkingHours } from "../../src/time/working-hours.ts";
import { habitsOf } from "./rhythm-habits.ts";
import {
	after,
	dayMs,
	type Happening,
	type LifePair,
	type ProgramLife,
} from "./rhythm-life.ts";

/** Places whose clocks change at odd times, by odd steps, or not at all. */
export const simulatedZones = [
	"Australia/Lord_Howe",
	"Asia/Kathmandu",
	"Pacific/Apia",
	"Africa/Casablanca",
	"America/St_Johns",
	"America/Santiago",
	"America/New_York",
	"Europe/Berlin",
	"Asia/Tokyo",
	"Pacific/Chatham",
	"America/Havana",
	"Asia/Tehran",
	"Africa/Cairo",
	"Asia/Kolkata",
] as const;

const begins = new Date("2026-01-05T00:00:00Z");
const ends = new Date("2028-01-05T00:00:00Z");

const kinds: [kind: string, roles: MemberRole[]][] = [
	["one_to_one", ["mentor", "mentee"]],
	["expertise", ["mentor", "mentee"]],
	["peer", ["peer", "peer"]],
	["group", ["mentor", "mentee", "mentee"]],
	["external", ["mentee"]],
	["flash", ["mentor", "mentee"]],
];

/** The same life for the same seed. */
export function drawLife(seed: number): ProgramLife {
	const random = seededRandom(seed);
	const people = Array.from({ length: 6 }, (_, index) => ({
		id: `p${index}`,
		hours: drawHours(random, zoneAt(seed * 6 + index)),
	}));
	const pairs = kinds.map(([kind, roles], index): LifePair => {
		const ids = people.map(({ id }) => id);
		const personIds = random.some(ids, roles.length);
		return {
			id: `m${index}`,
			kind,
			begins: after(begins, random.below(60 * 24) / 24),
			members: roles.map((role, at) => ({
				personId: personIds[at] ?? "",
				role,
			})),
		};
	});
	const happenings = [
		...pairs.flatMap((pair) => habitsOf(pair, ends, random)),
		...people.flatMap(({ id }) => moods(id, random)),
	].sort((a, b) => a.at.getTime() - b.at.getTime());
	return {
		...{ seed, people, pairs, happenings, begins, ends },
		holidays: Array.from({ length: 24 }, () => drawDate(random)),
		outages: drawOutages(random),
	};
}

function zoneAt(index: number): string {
	return simulatedZones[index % simulatedZones.length] ?? "UTC";
}

function drawHours(random: Random, zone: string): WorkingHours {
	const start = 7 + random.below(4);
	const end = start + 3 + random.below(6);
	const days = random.pick([
		[1, 2, 3, 4, 5],
		[7, 1, 2, 3, 4],
		[1, 2, 3],
		[2, 4, 6],
	]);
	const clock = (hour: number) => `${`${hour}`.padStart(2, "0")}:30`;
	return { zone, start: clock(start), end: clock(end), days };
}

function drawDate(random: Random): string {
	const days = (ends.getTime() - begins.getTime()) / dayMs;
	return after(begins, random.below(days)).toISOString().slice(0, 10);
}

/** Now and then the bot is down for two days. */
function drawOutages(random: Random): ProgramLife["outages"] {
	const outages: ProgramLife["outages"] = [];
	let from = after(begins, 10 + random.below(40 * 24) / 24);
	while (from < ends) {
		outages.push({ from, until: after(from, 2) });
		from = after(from, 10 + random.below(40 * 24) / 24);
	}
	return outages;
}

/** What someone does by themself: travel, snooze, take leave. */
function moods(person: string, random: Random): Happening[] {
	const done: Happening[] = [];
	let at = after(begins, random.below(60 * 24) / 24);
	while (at < ends) {
		const what = random.below(10);
		if (what < 4)
			done.push({ at, is: "fly", person, zone: random.pick(simulatedZones) });
		else if (what < 7)
			done.push({
				...{ at, is: "snooze", person },
				until: after(at, 1 + random.below(14)),
			});
		else {
			const back = after(at, 2 + random.below(20));
			done.push({ at, is: "leave", person });
			done.push({ at: back, is: "return", person });
			at = back;
		}
		at = after(at, 20 + random.below(80 * 24) / 24);
	}
	return done;
}

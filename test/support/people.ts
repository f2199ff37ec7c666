import { smallWorld } from "../../simulator/small-world.ts";
import type { World } from "../../simulator/world.ts";
import type { Running } from "./bot.ts";
import type { Driver } from "./driver.ts";

export const acme = "T0ACME";

/** The people of the small world who can take part, by their first names. */
export function people(bot: Running) {
	const person = (id: string) => bot.slack.person(acme, id);
	return {
		ana: person("U01ANA"),
		ben: person("U02BEN"),
		chen: person("U03CHEN"),
		dana: person("U04DANA"),
	};
}

/** The small world, and so many more colleagues: "Colleague 1" and so on. */
export function worldWith(count: number): World {
	const more = Array.from({ length: count }, (_, index) => ({
		id: colleagueId(index + 1),
		name: `colleague${index + 1}`,
		real_name: `Colleague ${index + 1}`,
		title: "Engineer",
		tz: "Europe/Lisbon",
	}));
	return {
		...smallWorld,
		teams: smallWorld.teams.map((team) =>
			team.id === acme ? { ...team, users: [...team.users, ...more] } : team,
		),
	};
}

/** All the colleagues that `worldWith` added. */
export function colleagues(bot: Running, count: number): Driver[] {
	return Array.from({ length: count }, (_, index) =>
		bot.slack.person(acme, colleagueId(index + 1)),
	);
}

export const colleagueId = (number: number) =>
	`U1${String(number).padStart(4, "0")}`;

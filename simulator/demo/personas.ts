import { places } from "./places.ts";
import type { DemoPerson } from "./workspace.ts";

/**
 * The people to try the bot as. They take the places of some who lead nobody,
 * in different departments, so that none manages another.
 */
export function castPersonas(people: readonly DemoPerson[]): {
	people: DemoPerson[];
	newcomer: string;
	mentee: string;
	mentor: string;
} {
	const newcomer = memberOf(people, "Engineering");
	const mentee = memberOf(people, "Design");
	const mentor = memberOf(people, "Data");
	return {
		people: people.map((person) => {
			if (person.id === newcomer.id) return asAna(person);
			if (person.id === mentee.id) return asNia(person);
			return person.id === mentor.id ? asTomasz(person) : person;
		}),
		newcomer: newcomer.id,
		mentee: mentee.id,
		mentor: mentor.id,
	};
}

function memberOf(
	people: readonly DemoPerson[],
	department: string,
): DemoPerson {
	const found = people.findLast(
		(person) =>
			person.department === department &&
			person.standing === "member" &&
			people.every(({ manager }) => manager !== person.id),
	);
	if (!found) throw new RangeError(`Nobody in ${department} leads nobody`);
	return found;
}

const usual = { start: "09:00", end: "17:00", days: null };

/** An engineer who has heard of the program and not joined yet. */
function asAna(person: DemoPerson): DemoPerson {
	const { location, zone, locale } = places.madrid;
	return {
		...person,
		name: "Ana Ruiz",
		title: "Software engineer",
		level: 2,
		location,
		zone,
		locale,
		languages: ["es", "en"],
		hours: usual,
		enrollment: null,
	};
}

/** A designer who has been in the program for more than half a year. */
function asNia(person: DemoPerson): DemoPerson {
	const { location, zone, locale } = places.london;
	return {
		...person,
		name: "Nia Adeyemi",
		title: "Senior product designer",
		level: 3,
		location,
		zone,
		locale,
		languages: ["en"],
		hours: usual,
		enrollment: {
			role: "mentee",
			state: "open",
			wanted: [
				{ topic: "people-management", level: 1 },
				{ topic: "data-storytelling", level: 1 },
				{ topic: "accessibility", level: 2 },
			],
			offered: [],
			goal: "I want to find out whether leading a team is for me.",
			offer: null,
			moves: [],
			capacity: 1,
			kindsWanted: ["one_to_one", "expertise", "flash"],
			kindsOffered: [],
			rhythm: "every_two_weeks",
			lengthMinutes: 45,
			format: "either",
			style: { feedback: "direct", plan: "structured", medium: "talk" },
		},
	};
}

/** A mentor with room, and much of what an engineer may look for. */
function asTomasz(person: DemoPerson): DemoPerson {
	const { location, zone, locale } = places.berlin;
	return {
		...person,
		name: "Tomasz Nowak",
		title: "Staff data engineer",
		level: 4,
		location,
		zone,
		locale,
		languages: ["pl", "en", "es"],
		hours: usual,
		enrollment: {
			role: "mentor",
			state: "open",
			wanted: [],
			offered: [
				{ topic: "kubernetes", level: 3 },
				{ topic: "system-design", level: 3 },
				{ topic: "people-management", level: 2 },
			],
			goal: null,
			offer:
				"Eight years of running other people's ideas on Kubernetes; I like " +
				"questions that start with why.",
			moves: ["Support to engineering", "Engineer to engineering manager"],
			capacity: 2,
			kindsWanted: [],
			kindsOffered: ["one_to_one", "expertise", "flash"],
			rhythm: "every_two_weeks",
			lengthMinutes: 45,
			format: "either",
			style: { feedback: "direct", plan: "open", medium: "talk" },
		},
	};
}

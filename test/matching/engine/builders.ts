import fc from "fast-check";
import {
	type Kind,
	kinds,
	type Profile,
	type ProfileTopic,
	type TopicLevel,
} from "../../../src/matching/engine/profile.ts";
import type { RankOptions } from "../../../src/matching/engine/rank.ts";
import type { ProgramRules } from "../../../src/matching/engine/rules.ts";
import { defaultWeights } from "../../../src/matching/engine/weights.ts";
import { overlapFrom } from "../../../src/time/overlap.ts";
import { defaultWorkingHours } from "../../../src/time/working-hours.ts";

export const now = new Date("2026-11-18T12:00:00Z");
export const overlap = overlapFrom(now);

export function topic(key: string, level: TopicLevel = 1): ProfileTopic {
	return { topic: key, level, own: false };
}

/** Someone about whom nothing is known but that they are open to all. */
export function profile(person: string, known: Partial<Profile> = {}): Profile {
	return {
		person,
		offered: [],
		wanted: [],
		kindsOffered: kinds,
		kindsWanted: ["one_to_one"],
		goals: [],
		rhythm: "every_two_weeks",
		format: "either",
		languages: [],
		style: {},
		hours: defaultWorkingHours("Europe/Berlin"),
		level: null,
		department: null,
		location: null,
		reportingLine: [],
		moves: [],
		seats: { capacity: 1, taken: 0, openRequests: 0 },
		state: "open",
		guest: false,
		unavailableUntil: null,
		excluded: [],
		partners: [],
		ended: [],
		refusals: [],
		...known,
	};
}

export const openRules: ProgramRules = {
	kinds,
	reportingLevels: 2,
	department: "any",
	location: "any",
	minimumOverlap: 0,
	leastAhead: null,
	mostAhead: null,
	guests: false,
};

export const options: RankOptions = {
	rules: openRules,
	now,
	overlap,
	weights: defaultWeights,
	seed: "seed",
};

const topicKeys = ["kubernetes", "management", "writing", "sql"];
const people = ["mentee", "m0", "m1", "m2", "m3", "m4", "m5"];

const aTopic: fc.Arbitrary<ProfileTopic> = fc.record({
	topic: fc.constantFrom(...topicKeys),
	level: fc.constantFrom(1, 2, 3),
	own: fc.boolean(),
});
const topics = fc.uniqueArray(aTopic, {
	selector: ({ topic }) => topic,
	maxLength: 3,
});
const maybe = <T>(...values: T[]) => fc.constantFrom<T | null>(null, ...values);
const often = <T>(usual: T, ...others: T[]) =>
	fc.oneof(
		{ weight: 7, arbitrary: fc.constant(usual) },
		{ weight: 1, arbitrary: fc.constantFrom(...others) },
	);

/** Any profile at all; about half of the pairs of two are possible. */
export function anyProfile(person: string): fc.Arbitrary<Profile> {
	const fewPeople = fc.oneof(
		{ weight: 9, arbitrary: fc.constant<string[]>([]) },
		{ weight: 1, arbitrary: fc.subarray(people, { maxLength: 2 }) },
	);
	return fc
		.record({
			offered: topics,
			wanted: topics,
			goals: fc.subarray(topicKeys),
			kindsOffered: fc.subarray([...kinds], { minLength: 4 }),
			rhythm: fc.constantFrom("weekly", "every_two_weeks", "monthly"),
			format: often("either", "video", "in_person"),
			languages: fc.constantFrom([], ["en"], ["en", "es"], ["es"]),
			style: fc.constantFrom(
				{},
				{ feedback: "direct" },
				{ feedback: "gentle", plan: "open", medium: "talk" },
			),
			hours: fc
				.constantFrom("Europe/Berlin", "Asia/Kathmandu", "America/New_York")
				.map(defaultWorkingHours),
			level: maybe(1, 2, 3, 4, 5, 6),
			department: maybe("Support", "Engineering"),
			location: maybe("Berlin", "Lisbon"),
			reportingLine: fewPeople,
			moves: fc.subarray(["Support to engineering", "Engineer to manager"]),
			seats: fc.record({
				capacity: fc.constantFrom(1, 2),
				taken: often(0, 1, 2),
				openRequests: often(0, 1, 3),
			}),
			state: often("open", "paused", "silent", "left"),
			guest: often(false, true),
			excluded: fewPeople,
			ended: fewPeople,
		})
		.map((known) => profile(person, known as Partial<Profile>));
}

export const anyKind: fc.Arbitrary<Kind> = fc.constantFrom(...kinds);
export const anyMentee = anyProfile("mentee");
export const anyMentors = fc
	.tuple(...people.slice(1).map(anyProfile))
	.chain((all) => fc.subarray(all));
export const anySought = fc.record({
	topics: often<string[]>([], ["kubernetes"], ["sql", "writing"]),
	words: often<string[]>([], ["manag"], ["support"]),
});

import { describe, expect, test } from "@jest/globals";
import type { Kind, Profile } from "../../../src/matching/engine/profile.ts";
import {
	missingEdge,
	type ProgramRules,
	type Rule,
} from "../../../src/matching/engine/rules.ts";
import { defaultWorkingHours } from "../../../src/time/working-hours.ts";
import { now, openRules, overlap, profile } from "./builders.ts";

type Case = {
	mentee?: Partial<Profile>;
	mentor?: Partial<Profile>;
	rules?: Partial<ProgramRules>;
	kind?: Kind;
};

function rule({ mentee, mentor, rules, kind }: Case): Rule | null {
	return missingEdge(
		{
			mentee: profile("mentee", mentee),
			mentor: profile("mentor", mentor),
			kind: kind ?? "one_to_one",
		},
		{ rules: { ...openRules, ...rules }, now, overlap },
	);
}

const before = new Date(now.getTime() - 1);
const after = new Date(now.getTime() + 1);

const forbidden: [string, Rule, Case][] = [
	["oneself", "self", { mentor: { person: "mentee" } }],
	["a guest", "guest", { mentor: { guest: true } }],
	["for a guest", "guest", { mentee: { guest: true } }],
	[
		"one's manager",
		"reporting_line",
		{ mentee: { reportingLine: ["mentor"] } },
	],
	[
		"one's manager's manager",
		"reporting_line",
		{ mentee: { reportingLine: ["x", "mentor"] } },
	],
	["one's report", "reporting_line", { mentor: { reportingLine: ["mentee"] } }],
	["a kind not offered", "kind", { mentor: { kindsOffered: ["flash"] } }],
	["a kind not used", "kind", { rules: { kinds: ["flash"] } }],
	[
		"no common language",
		"language",
		{ mentee: { languages: ["en"] }, mentor: { languages: ["de"] } },
	],
	[
		"video only against in person only",
		"format",
		{ mentee: { format: "video" }, mentor: { format: "in_person" } },
	],
	[
		"in person in two places",
		"format",
		{
			mentee: { format: "in_person", location: "Lisbon" },
			mentor: { location: "Berlin" },
		},
	],
	[
		"the same department where another is wanted",
		"department",
		{
			mentee: { department: "Support" },
			mentor: { department: "Support" },
			rules: { department: "other" },
		},
	],
	[
		"another department where the same is wanted",
		"department",
		{
			mentee: { department: "Support" },
			mentor: { department: "Sales" },
			rules: { department: "same" },
		},
	],
	[
		"another location",
		"location",
		{
			mentee: { location: "Lisbon" },
			mentor: { location: "Berlin" },
			rules: { location: "same" },
		},
	],
	[
		"too few levels ahead",
		"seniority",
		{ mentee: { level: 3 }, mentor: { level: 3 }, rules: { leastAhead: 1 } },
	],
	[
		"too many levels ahead",
		"seniority",
		{ mentee: { level: 1 }, mentor: { level: 5 }, rules: { mostAhead: 3 } },
	],
	[
		"a senior as reverse mentor",
		"seniority",
		{
			mentee: { level: 1 },
			mentor: { level: 3 },
			rules: { leastAhead: 1 },
			kind: "reverse",
		},
	],
	[
		"too little overlap",
		"hours",
		{
			mentor: { hours: defaultWorkingHours("Pacific/Apia") },
			rules: { minimumOverlap: 60 },
		},
	],
	[
		"together already",
		"together",
		{ mentee: { partners: [{ person: "mentor", kind: "one_to_one" }] } },
	],
	["someone who left", "left", { mentor: { state: "left" } }],
	["someone paused", "paused", { mentor: { state: "paused" } }],
	["someone silent", "silent", { mentor: { state: "silent" } }],
	["away until later", "unavailable", { mentor: { unavailableUntil: after } }],
	["excluded", "excluded", { mentee: { excluded: ["mentor"] } }],
	["excluding", "excluded", { mentor: { excluded: ["mentee"] } }],
	["ended before", "ended", { mentor: { ended: ["mentee"] } }],
	[
		"asked in vain",
		"refused",
		{ mentee: { refusals: [{ person: "mentor", until: after }] } },
	],
	[
		"no seat",
		"full",
		{ mentor: { seats: { capacity: 2, taken: 2, openRequests: 0 } } },
	],
	[
		"over capacity since it was lowered",
		"full",
		{ mentor: { seats: { capacity: 1, taken: 3, openRequests: 0 } } },
	],
	[
		"two requests more than seats",
		"requests",
		{ mentor: { seats: { capacity: 2, taken: 1, openRequests: 3 } } },
	],
];

const allowed: [string, Case][] = [
	["strangers about whom nothing is known", {}],
	[
		"a guest where guests may",
		{ mentor: { guest: true }, rules: { guests: true } },
	],
	[
		"a manager three levels up",
		{ mentee: { reportingLine: ["x", "y", "mentor"] } },
	],
	[
		"anyone's manager where the rule is off",
		{ mentee: { reportingLine: ["mentor"] }, rules: { reportingLevels: 0 } },
	],
	["languages not known on one side", { mentee: { languages: ["en"] } }],
	[
		"in person, one location not known",
		{ mentee: { format: "in_person", location: "Lisbon" } },
	],
	[
		"a department not known",
		{ mentee: { department: "Support" }, rules: { department: "same" } },
	],
	[
		"a location not known",
		{ mentee: { location: "Lisbon" }, rules: { location: "same" } },
	],
	["a level not known", { mentee: { level: 3 }, rules: { leastAhead: 1 } }],
	[
		"any level for expertise",
		{
			mentee: { level: 5 },
			mentor: { level: 1 },
			rules: { leastAhead: 1 },
			kind: "expertise",
		},
	],
	[
		"a junior as reverse mentor",
		{
			mentee: { level: 5 },
			mentor: { level: 1 },
			rules: { leastAhead: 1 },
			kind: "reverse",
		},
	],
	["enough overlap", { rules: { minimumOverlap: 2400 } }],
	[
		"together in another kind",
		{ mentee: { partners: [{ person: "mentor", kind: "flash" }] } },
	],
	["back from being away", { mentor: { unavailableUntil: before } }],
	[
		"asked in vain long ago",
		{ mentee: { refusals: [{ person: "mentor", until: before }] } },
	],
	[
		"one request more than seats",
		{ mentor: { seats: { capacity: 2, taken: 1, openRequests: 2 } } },
	],
];

describe("forbidden", () => {
	test.each(forbidden)("%s: %s", (_, expected, given) =>
		expect(rule(given)).toBe(expected),
	);
});

describe("allowed", () => {
	test.each(allowed)("%s", (_, given) => expect(rule(given)).toBeNull());
});

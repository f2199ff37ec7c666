import { expect, test } from "@jest/globals";
import {
	holidayLines,
	nextHoliday,
	readHolidays,
} from "../../src/programs/holidays.ts";
import { settingsSchema } from "../../src/programs/settings.ts";
import { changesOf } from "../../src/programs/settings-changes.ts";
import {
	pageForms,
	type ReadPage,
	type SettingsPage,
} from "../../src/programs/settings-pages.ts";

type Form = Record<string, string | string[] | null>;

function read(page: keyof typeof pageForms, form: Form): ReadPage {
	return pageForms[page].parse(form);
}

const problemsIn = (page: keyof typeof pageForms, form: Form) =>
	read(page, form).problems.map(({ field, key }) => `${field} ${key}`);

const rules = {
	reportingLevels: "3",
	department: "other",
	location: "same",
	overlapHours: "5",
	leastAhead: "-1",
	mostAhead: "none",
};

test("a page changes what it shows, and nothing of another page's", () => {
	const pages: [Exclude<SettingsPage, "safeguarding">, Form, string[]][] = [
		["basics", { name: "Acme", description: null }, ["name", "description"]],
		[
			"join",
			{ guests: [], departments: null, locations: ["Porto"] },
			["allowsGuests", "departments", "locations"],
		],
		["kinds", { kinds: ["flash"] }, ["kinds"]],
		[
			"defaults",
			{ rhythm: "weekly", length: "45", duration: "24", capacity: "10" },
			["defaults"],
		],
		["rules", rules, ["rules"]],
		["replies", { remindAfterDays: "1", closeAfterDays: "2" }, ["replies"]],
		["holidays", { holidays: null }, ["holidays"]],
		[
			"report",
			{
				channel: null,
				every: "week",
				weekday: "7",
				time: "23:59",
				zone: "Asia/Kolkata",
			},
			["report"],
		],
	];
	for (const [page, form, keys] of pages) {
		const { patch, problems } = read(page, form);
		expect({ page, keys: Object.keys(patch), problems }).toEqual({
			page,
			keys,
			problems: [],
		});
		// What a page makes is what is read again.
		const { name: _, ...settings } = patch;
		expect(settingsSchema.parse(settings)).toMatchObject(settings);
	}
});

test("hours are kept as minutes, and no limit as none", () => {
	expect(read("rules", rules).patch.rules).toEqual({
		reportingLevels: 3,
		department: "other",
		location: "same",
		minimumOverlap: 300,
		leastAhead: -1,
		mostAhead: null,
	});
});

test.each([
	["rules", { ...rules, leastAhead: "2", mostAhead: "1" }, "mostAhead"],
	["replies", { remindAfterDays: "7", closeAfterDays: "7" }, "closeAfterDays"],
	["holidays", { holidays: "tomorrow" }, "holidays"],
] as const)(
	"%s that contradict themselves are refused",
	(page, form, field) => {
		expect(problemsIn(page, form)[0]).toMatch(new RegExp(`^${field} `));
	},
);

test.each([
	["basics", { name: null, description: "x" }],
	["kinds", { kinds: [] }],
	["kinds", { kinds: ["marriage"] }],
	[
		"defaults",
		{ rhythm: "weekly", length: "60", duration: "6", capacity: "1" },
	],
	[
		"defaults",
		{ rhythm: "weekly", length: "30", duration: "6", capacity: "11" },
	],
	["rules", { ...rules, reportingLevels: "0" }],
	["rules", { ...rules, leastAhead: "very" }],
	[
		"report",
		{ channel: "C1", every: "day", weekday: "1", time: "09:00", zone: "UTC" },
	],
	[
		"report",
		{ channel: "C1", every: "week", weekday: "1", time: "9", zone: "UTC" },
	],
	[
		"report",
		{ channel: "C1", every: "week", weekday: "1", time: "09:00", zone: "Mars" },
	],
] as const)("%s that no form of ours offers are refused: %j", (page, form) => {
	expect(pageForms[page].safeParse(form).success).toBe(false);
});

test("of the weights only what differs from usual is kept", () => {
	const terms = Object.fromEntries(
		[
			"topic",
			"move",
			"goal",
			"seniority",
			"department",
			"language",
			"style",
			"hours",
			"rhythm",
			"format",
		].map((term) => [term, "usual"]),
	);
	expect(read("weights", { ...terms, goal: "more" }).patch).toEqual({
		weights: { goal: "more" },
	});
	const nothing = Object.fromEntries(
		Object.keys(terms).map((term) => [term, "none"]),
	);
	expect(problemsIn("weights", nothing)).toHaveLength(1);
	expect(pageForms.weights.safeParse({ ...terms, goal: "most" }).success).toBe(
		false,
	);
});

test("holidays are read as they are pasted, in order of their dates", () => {
	const { holidays, problems } = readHolidays(
		"\n2027-01-01, New Year\n\n  2026-12-25\tChristmas Day \n2028-02-29 Leap",
	);
	expect(problems).toEqual([]);
	expect(holidayLines(holidays)).toBe(
		"2026-12-25 Christmas Day\n2027-01-01 New Year\n2028-02-29 Leap",
	);
	expect(readHolidays(holidayLines(holidays)).holidays).toEqual(holidays);
	expect(nextHoliday(holidays, "2026-12-25")?.name).toBe("Christmas Day");
	expect(nextHoliday(holidays, "2026-12-26")?.name).toBe("New Year");
	expect(nextHoliday(holidays, "2029-01-01")).toBeUndefined();
});

test("a line that cannot be read is named by its number", () => {
	const { problems } = readHolidays(
		"2026-12-25 A\n2026-02-30 B\n2027-01-01\n2026-12-25 C\n2027-02-29 D",
	);
	expect(problems.map(({ key, vars }) => [vars.line, key])).toEqual([
		[2, "programs:holidays.notADate"],
		[3, "programs:holidays.noName"],
		[4, "programs:holidays.twice"],
		[5, "programs:holidays.notADate"],
	]);
});

test("the audit has each setting that changed, from what to what", () => {
	const before = { ...settingsSchema.parse({}), name: "Mentoring" };
	const replies = { remindAfterDays: 3, closeAfterDays: 10 };
	expect(changesOf(before, { replies, name: "Mentoring" })).toEqual({
		"replies.closeAfterDays": { from: 7, to: 10 },
	});
	expect(changesOf(before, { weights: { goal: "more" } })).toEqual({
		weights: { from: {}, to: { goal: "more" } },
	});
	expect(changesOf(before, { kinds: before.kinds })).toEqual({});
	expect(changesOf(before, { departments: ["Sales"] })).toEqual({
		departments: { from: [], to: ["Sales"] },
	});
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Kind, Profile } from "../../../src/matching/engine/profile.ts";
import {
	nothingSought,
	type Sought,
} from "../../../src/matching/engine/query.ts";
import { score } from "../../../src/matching/engine/score.ts";
import {
	defaultWeights,
	type TermName,
	termNames,
} from "../../../src/matching/engine/weights.ts";
import { defaultWorkingHours } from "../../../src/time/working-hours.ts";
import {
	anyKind,
	anyMentee,
	anyProfile,
	anySought,
	overlap,
	profile,
	topic,
} from "./builders.ts";

type Case = {
	mentee?: Partial<Profile>;
	mentor?: Partial<Profile>;
	kind?: Kind;
	sought?: Sought;
};

function termOf(name: TermName, { mentee, mentor, kind, sought }: Case) {
	const { terms } = score(
		{
			mentee: profile("mentee", mentee),
			mentor: profile("mentor", mentor),
			kind: kind ?? "one_to_one",
		},
		{ weights: defaultWeights, sought: sought ?? nothingSought, overlap },
	);
	const term = terms.find((candidate) => candidate.term === name);
	if (!term) throw new Error(`no term ${name}`);
	return term;
}

const points = (name: TermName, given: Case) => termOf(name, given).points;

describe("topic, of 280", () => {
	const wanting = { wanted: [topic("sql", 1)] };
	test.each([
		["above the wish", 2, 280],
		["far above it", 3, 280],
		["at the same level", 1, 140],
	] as const)("offered %s", (_, level, expected) => {
		const mentor = { offered: [topic("sql", level)] };
		expect(points("topic", { mentee: wanting, mentor })).toBe(expected);
	});

	test("offered below the wish, or not at all, gives none", () => {
		const mentee = { wanted: [topic("sql", 2)] };
		const mentor = { offered: [topic("sql", 1)] };
		expect(points("topic", { mentee, mentor })).toBe(0);
		expect(points("topic", { mentee })).toBe(0);
	});

	test("one of two wishes, well met, is five sixths less a sixth", () => {
		const mentee = { wanted: [topic("sql"), topic("writing")] };
		const mentor = { offered: [topic("sql", 3)] };
		// Best counts 2/3, the average of 1 and 0 counts 1/3.
		expect(points("topic", { mentee, mentor })).toBe(Math.floor(280 * (5 / 6)));
	});

	test("a search's topics replace the wishes, at the mentee's own level", () => {
		const sought = { topics: ["writing"], words: [] };
		const mentor = { offered: [topic("writing", 2)] };
		expect(points("topic", { mentee: wanting, mentor, sought })).toBe(280);
		const mentee = { wanted: [topic("writing", 2)] };
		expect(points("topic", { mentee, mentor, sought })).toBe(140);
	});

	test("for expertise the level decides", () => {
		const at = (level: 1 | 2 | 3) =>
			points("topic", {
				mentee: wanting,
				mentor: { offered: [topic("sql", level)] },
				kind: "expertise",
			});
		expect([at(1), at(2), at(3)]).toEqual([107, 322, 430]);
	});

	test("peers count what each can give the other", () => {
		const mentee = {
			wanted: [topic("sql", 2)],
			offered: [topic("writing", 2)],
		};
		const fair = { wanted: [topic("writing", 2)], offered: [topic("sql", 2)] };
		const oneWay = { wanted: [topic("design", 2)], offered: [topic("sql", 2)] };
		const peers = (mentor: Partial<Profile>) =>
			points("topic", { mentee, mentor, kind: "peer" });
		expect(peers(fair)).toBe(280);
		expect(peers(oneWay)).toBe(140);
	});
});

describe("goal, of 120", () => {
	const mentee = { goals: ["sql", "writing"] };
	test("the share of goals whose topic is offered", () => {
		const mentor = { offered: [topic("sql")] };
		expect(points("goal", { mentee, mentor })).toBe(60);
	});

	test("another's goals count among peers only, and are never a fact", () => {
		const mentor = { goals: ["sql"] };
		expect(points("goal", { mentee, mentor })).toBe(0);
		expect(termOf("goal", { mentee, mentor, kind: "peer" })).toMatchObject({
			points: 80,
			facts: { topics: [] },
		});
	});
});

describe("seniority", () => {
	const gap = (difference: number, kind: Kind) =>
		points("seniority", {
			mentee: { level: 6 },
			mentor: { level: 6 + difference },
			kind,
		});
	const gaps = (kind: Kind) =>
		[-3, -2, -1, 0, 1, 2, 3, 4, 9].map((n) => gap(n, kind));

	test.each<[Kind, number[]]>([
		["one_to_one", [0, 0, 0, 25, 100, 100, 50, 25, 25]],
		["group", [0, 0, 0, 25, 100, 100, 50, 25, 25]],
		["reverse", [50, 100, 100, 25, 0, 0, 0, 0, 0]],
		["sponsor", [0, 0, 0, 0, 120, 240, 240, 180, 180]],
		["peer", [0, 25, 75, 100, 75, 25, 0, 0, 0]],
		["expertise", [0, 0, 0, 0, 0, 0, 0, 0, 0]],
	])("%s", (kind, expected) => expect(gaps(kind)).toEqual(expected));
});

test("another department gives 60, the same none", () => {
	const mentee = { department: "Support" };
	const of = (department: string) =>
		points("department", { mentee, mentor: { department } });
	expect([of("Engineering"), of("Support")]).toEqual([60, 0]);
});

test("language: the preferred one, another, none", () => {
	const mentee = { languages: ["es", "en"] };
	const of = (...languages: string[]) =>
		points("language", { mentee, mentor: { languages } });
	expect([of("en", "es"), of("en"), of("de")]).toEqual([60, 30, 0]);
});

test("style: equal answers, with what was skipped at half", () => {
	const mentee = { style: { feedback: "direct", plan: "open" } } as const;
	const of = (style: Profile["style"]) =>
		points("style", { mentee, mentor: { style } });
	expect(of({ feedback: "direct", plan: "open" })).toBe(41);
	expect(of({ feedback: "direct", plan: "structured" })).toBe(25);
	expect(of({ feedback: "gentle", plan: "structured" })).toBe(8);
	expect(of({ medium: "talk" })).toBe(25);
});

test("hours: up to fifteen shared hours a week", () => {
	const of = (zone: string) =>
		points("hours", { mentor: { hours: defaultWorkingHours(zone) } });
	expect(of("Europe/London")).toBe(140);
	expect(of("America/New_York")).toBe(Math.floor((140 * 600) / 900));
	expect(of("Pacific/Apia")).toBe(0);
});

test("rhythm: the same, a step apart, two steps apart", () => {
	const mentee = { rhythm: "weekly" } as const;
	const of = (rhythm: Profile["rhythm"]) =>
		points("rhythm", { mentee, mentor: { rhythm } });
	expect([of("weekly"), of("every_two_weeks"), of("monthly")]).toEqual([
		50, 25, 0,
	]);
});

test("format: the same, given way to, impossible", () => {
	const mentee = { format: "video" } as const;
	const of = (format: Profile["format"]) =>
		points("format", { mentee, mentor: { format } });
	expect([of("video"), of("either"), of("in_person")]).toEqual([40, 30, 0]);
});

test("move: only a search asks for one", () => {
	const mentor = { moves: ["Engineer to engineering manager"] };
	const asked = { topics: [], words: ["manag"] };
	expect(termOf("move", { mentor, sought: asked })).toMatchObject({
		points: 100,
		facts: { moves: mentor.moves },
	});
	expect(points("move", { sought: asked })).toBe(0);
	expect(termOf("move", { mentor })).toMatchObject({ points: 50, facts: null });
});

test("what is not known counts half and has no facts", () => {
	const { terms } = score(
		{ mentee: profile("a"), mentor: profile("b"), kind: "one_to_one" },
		{ weights: defaultWeights, sought: nothingSought, overlap },
	);
	const unknown = terms.filter(({ facts }) => facts === null);
	expect(unknown.map(({ term }) => term)).toEqual([
		"topic",
		"move",
		"goal",
		"seniority",
		"department",
		"language",
		"style",
	]);
	for (const { points, max } of unknown) expect(points).toBe(max / 2);
});

test("terms add up to the total, each within its bounds, whatever is given", () => {
	fc.assert(
		fc.property(
			anyMentee,
			anyProfile("m0"),
			anyKind,
			anySought,
			(mentee, mentor, kind, sought) => {
				const pair = { mentee, mentor, kind };
				const context = { weights: defaultWeights, sought, overlap };
				const { total, terms } = score(pair, context);
				expect(terms.map(({ term }) => term)).toEqual(termNames);
				expect(terms.reduce((sum, { points }) => sum + points, 0)).toBe(total);
				expect(total).toBeGreaterThanOrEqual(0);
				expect(total).toBeLessThanOrEqual(1000);
				for (const { term, points, max } of terms) {
					expect(max).toBe(defaultWeights[kind][term]);
					expect(Number.isInteger(points)).toBe(true);
					expect(points).toBeGreaterThanOrEqual(0);
					expect(points).toBeLessThanOrEqual(max);
				}
				expect(score(pair, context)).toEqual({ total, terms });
			},
		),
		{ numRuns: 300 },
	);
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Kind, Profile } from "../../../src/matching/engine/profile.ts";
import {
	nothingSought,
	type Sought,
} from "../../../src/matching/engine/query.ts";
import { reasonsOf } from "../../../src/matching/engine/reasons.ts";
import { score } from "../../../src/matching/engine/score.ts";
import { defaultWeights } from "../../../src/matching/engine/weights.ts";
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

function termsOf(
	mentee: Partial<Profile>,
	mentor: Partial<Profile>,
	sought: Sought = nothingSought,
	kind: Kind = "one_to_one",
) {
	const pair = {
		mentee: profile("mentee", mentee),
		mentor: profile("mentor", mentor),
		kind,
	};
	return score(pair, { weights: defaultWeights, sought, overlap }).terms;
}

const far = { hours: defaultWorkingHours("Pacific/Apia") };
const mentee: Partial<Profile> = {
	...far,
	rhythm: "weekly",
	wanted: [topic("sql"), topic("writing")],
	goals: ["writing"],
	level: 2,
	department: "Support",
};
const mentor: Partial<Profile> = {
	offered: [topic("sql", 3), topic("writing", 2)],
	moves: ["Support to engineering"],
	level: 3,
	department: "Engineering",
};

describe("reasons", () => {
	test("four at most, the strongest first", () => {
		const sought = { topics: [], words: ["support"] };
		expect(reasonsOf(termsOf(mentee, mentor, sought), "mentee")).toEqual([
			{ reason: "topic", topic: "sql", level: 3, others: ["writing"] },
			{ reason: "goal", topics: ["writing"] },
			{ reason: "move", move: "Support to engineering" },
			{ reason: "seniority", difference: 1 },
		]);
	});

	test("others see neither the goal's topic nor the words of a move", () => {
		const sought = { topics: [], words: ["support"] };
		expect(reasonsOf(termsOf(mentee, mentor, sought), "others")).toEqual([
			{ reason: "topic", topic: "sql", level: 3, others: ["writing"] },
			{ reason: "goal", topics: null },
			{ reason: "move", move: null },
			{ reason: "seniority", difference: 1 },
		]);
	});

	test("one's own topics give points and are not named", () => {
		const own = { ...topic("secret", 3), own: true };
		const terms = termsOf(
			{ ...far, wanted: [topic("secret")], goals: ["secret"] },
			{ offered: [own] },
		);
		expect(terms[0]).toMatchObject({ term: "topic", points: 280 });
		expect(JSON.stringify(reasonsOf(terms, "mentee"))).not.toContain("secret");
	});

	test("nothing known, nothing said", () => {
		expect(reasonsOf(termsOf(far, { rhythm: "monthly" }), "mentee")).toEqual(
			[],
		);
	});

	test("a wide gap in levels is no argument, nor is the same department", () => {
		const terms = termsOf(
			{ ...mentee, wanted: [], goals: [] },
			{ level: 6, department: "Support", rhythm: "monthly" },
		);
		expect(reasonsOf(terms, "mentee")).toEqual([]);
	});

	test("language, style, hours, rhythm and place when they are shared", () => {
		const shared: Partial<Profile> = {
			languages: ["en", "es"],
			style: { feedback: "direct", plan: "open" },
			rhythm: "weekly",
			format: "in_person",
			location: "Lisbon",
		};
		const terms = termsOf(shared, shared);
		expect(reasonsOf(terms, "mentee")).toEqual([
			{ reason: "hours", minutesPerWeek: 2400 },
			{ reason: "language", languages: ["en", "es"] },
			{ reason: "rhythm", rhythm: "weekly" },
			{ reason: "style", alike: { feedback: "direct", plan: "open" } },
		]);
		expect(
			reasonsOf(
				terms.filter(({ term }) => term === "format"),
				"mentee",
			),
		).toEqual([{ reason: "format", format: "in_person" }]);
	});
});

test("reasons come from terms that gave points and were judged", () => {
	fc.assert(
		fc.property(
			anyMentee,
			anyProfile("m0"),
			anyKind,
			anySought,
			(mentee, mentor, kind, sought) => {
				const terms = termsOf(mentee, mentor, sought, kind);
				const positive = terms
					.filter(({ points, facts }) => points > 0 && facts !== null)
					.map(({ term }) => term);
				const reasons = reasonsOf(terms, "mentee");
				expect(reasons.length).toBeLessThanOrEqual(4);
				for (const { reason } of reasons) expect(positive).toContain(reason);
				const named = reasons.map(
					({ reason }) => terms.find(({ term }) => term === reason)?.points,
				);
				expect(named).toEqual(named.toSorted((a = 0, b = 0) => b - a));
			},
		),
		{ numRuns: 300 },
	);
});

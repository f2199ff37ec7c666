import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { kinds } from "../../src/matching/engine/profile.ts";
import {
	defaultWeights,
	termNames,
	weightProblems,
} from "../../src/matching/engine/weights.ts";
import { programWeights } from "../../src/matching/program-weights.ts";
import { weightedTerms } from "../../src/programs/settings.ts";

const words = ["none", "less", "more", undefined] as const;
const anyChange = fc
	.array(fc.constantFrom(...words), {
		minLength: termNames.length,
		maxLength: termNames.length,
	})
	.map((chosen) =>
		Object.fromEntries(
			chosen.flatMap((word, index) =>
				word ? [[termNames[index] ?? "", word] as const] : [],
			),
		),
	);

test("a program can change every term of the score, and no other", () => {
	expect([...weightedTerms]).toEqual([...termNames]);
});

test("untouched, the weights are those of the document", () => {
	expect(programWeights({})).toEqual(defaultWeights);
	const all = (word: "less" | "more" | "none") =>
		Object.fromEntries(termNames.map((term) => [term, word]));
	// All the same is as usual; and nothing at all would be no order.
	expect(programWeights(all("less"))).toEqual(defaultWeights);
	expect(programWeights(all("more"))).toEqual(defaultWeights);
	expect(programWeights(all("none"))).toEqual(defaultWeights);
});

test("whatever is changed, points are whole and add up to 1000", () => {
	fc.assert(
		fc.property(anyChange, (changed) => {
			expect(weightProblems(programWeights(changed))).toEqual([]);
		}),
	);
});

test("more gives a greater share, less a smaller one, none nothing", () => {
	for (const kind of kinds)
		for (const term of termNames) {
			const usual = defaultWeights[kind][term];
			const share = (word: "none" | "less" | "more") =>
				programWeights({ [term]: word })[kind][term];
			expect(share("none")).toBe(0);
			if (usual === 0) continue;
			expect(share("less")).toBeLessThan(usual);
			expect(share("more")).toBeGreaterThan(usual);
		}
});

test("a kind in which nothing else counts keeps its usual weights", () => {
	const changed = Object.fromEntries(
		termNames
			.filter((term) => term !== "seniority")
			.map((term) => [term, "none" as const]),
	);
	const weights = programWeights(changed);
	expect(weights.sponsor.seniority).toBe(1000);
	// Seniority is nothing to expertise.
	expect(weights.expertise).toEqual(defaultWeights.expertise);
});

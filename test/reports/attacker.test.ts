import { describe, expect, test } from "@jest/globals";
import type {
	Candidate,
	Limit,
	Released,
} from "../../src/reports/candidate.ts";
import { type Engine, releaseBy } from "../../src/reports/release.ts";
import { rules } from "../../src/reports/release-ledger.ts";
import { show } from "../../src/reports/release-show.ts";
import { full } from "../support/full.ts";
import { attack } from "./attacker.ts";
import {
	drawProgram,
	type ProgramRun,
	releaseCount,
} from "./random-program.ts";

const whole: Engine = { show, rules: Object.values(rules) };

/** Publishes programs and attacks each of them. */
function attackAll(engine: Engine, programs: readonly ProgramRun[]) {
	const counts = { numbers: 0, figures: 0, found: 0, near: 0 };
	const examples: unknown[] = [];
	for (const program of programs) {
		const published: Released[] = [];
		for (const { candidates, at } of program.releases)
			published.push(releaseBy(engine, candidates, published, at));
		const { numbers, fresh, found, near } = attack(program, published);
		counts.numbers += numbers;
		counts.figures += fresh;
		counts.found += found.length;
		counts.near += near.length;
		for (const example of [...found, ...near].slice(0, 3))
			examples.push({ seed: program.seed, example });
	}
	return { counts, examples };
}

test(
	"from all numbers of twelve releases nobody finds a hidden one",
	() => {
		const count = full ? 1_000 : 12;
		const programs = Array.from({ length: count }, (_, at) =>
			drawProgram(at + 1),
		);
		const { counts, examples } = attackAll(whole, programs);
		console.log(
			`${count} programs of ${releaseCount} releases, ${counts.figures} new figures, ${counts.numbers} exact numbers of answers: ${counts.found} hidden cells found, ${counts.near} pairs of sets that differ by 1 to 4 people`,
		);
		expect(examples).toEqual([]);
		expect(counts).toMatchObject({ found: 0, near: 0 });
		expect(counts.numbers).toBeGreaterThan(4 * count);
		expect(counts.figures).toBeGreaterThan(30 * count);
	},
	full ? 1_200_000 : 60_000,
);

/** A program made for one rule: nothing else stands in its way. */
const made = (...releases: Candidate[][]): ProgramRun => ({
	seed: 0,
	isSteady: true,
	releases: releases.map((candidates, month) => ({
		at: new Date(Date.UTC(2026, month, 1)).toISOString(),
		candidates,
	})),
});

const some = (name: string, count: number): string[] =>
	Array.from({ length: count }, (_, at) => `${name}${at}`);

const meanOf = (...scores: number[]): Candidate => ({
	id: "score",
	kind: "mean",
	values: new Map(scores.map((score, at) => [`p${at}`, score])),
});

/** Five newcomers all say 5: the sum of eight is known, and that of thirteen. */
const fives = made(
	[meanOf(1, 2, 3, 4, 5, 1, 2, 2)],
	[meanOf(1, 2, 3, 4, 5, 1, 2, 2, 5, 5, 5, 5, 5)],
);

/** Those asked, less two departments, are five who all say yes. */
const rest = made([
	{
		id: "matched",
		kind: "share",
		people: new Set([...some("a", 12), ...some("b", 12), ...some("c", 5)]),
		yes: new Set([...some("a", 6), ...some("b", 6), ...some("c", 5)]),
	},
	{
		id: "departments",
		kind: "table",
		departments: new Map([
			["a", new Set(some("a", 12))],
			["b", new Set(some("b", 12))],
			["c", new Set(some("c", 15))],
		]),
		columns: [
			{
				id: "matched",
				yes: new Set([...some("a", 6), ...some("b", 6), ...some("c", 10)]),
			},
		],
	},
]);

/** The whole engine but for one rule. */
const without = (name: keyof typeof rules): Engine => ({
	show,
	rules: Object.entries(rules)
		.filter(([other]) => other !== name)
		.map(([, rule]) => rule),
});

/** Nobody can ask for this limit; a test can. */
const two = 2 as Limit;
const withLowLimit = (program: ProgramRun): ProgramRun => ({
	...program,
	releases: program.releases.map(({ at, candidates }) => ({
		at,
		candidates: candidates.map((one) => ({ ...one, limit: two })),
	})),
});

describe("the attacker finds something without", () => {
	test.each<[string, Engine, ProgramRun]>([
		["any rule", { show, rules: [] }, drawProgram(1)],
		["differsTooLittle", without("differsTooLittle"), drawProgram(16)],
		["isNearAnother", without("isNearAnother"), drawProgram(7)],
		["ratiosTellTooMuch", without("ratiosTellTooMuch"), drawProgram(136)],
		["sumsTellTooMuch", without("sumsTellTooMuch"), fives],
		["pinsDown", without("pinsDown"), drawProgram(3)],
		["leavesNoChoice", without("leavesNoChoice"), rest],
	])("%s", (_, engine, program) => {
		expect(attackAll(whole, [program]).examples).toEqual([]);
		expect(attackAll(engine, [program]).examples).not.toEqual([]);
	});

	test("the limit of five", () => {
		const program = withLowLimit(drawProgram(3));
		expect(attackAll(whole, [program]).examples).not.toEqual([]);
	});
});

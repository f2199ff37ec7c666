import { describe, expect, test } from "@jest/globals";
import type {
	Amount,
	Published,
	Released,
} from "../../src/reports/candidate.ts";
import { type Engine, releaseBy } from "../../src/reports/release.ts";
import { rules } from "../../src/reports/release-ledger.ts";
import { show } from "../../src/reports/release-show.ts";
import { full } from "../support/full.ts";
import { attack } from "./attacker.ts";
import {
	alike,
	band,
	changed,
	few,
	fives,
	leftOver,
	rest,
} from "./made-programs.ts";
import { outputsOf, type Views } from "./outputs.ts";
import {
	drawProgram,
	type ProgramRun,
	releaseCount,
} from "./random-program.ts";

const whole: Engine = { show, rules: Object.values(rules) };

/** As it is stored: whoever is erased has another id in all sets. */
function publishAll(engine: Engine, { releases }: ProgramRun): Released[] {
	let published: Released[] = [];
	for (const { candidates, at, erased } of releases) {
		const gone = new Set(erased);
		published = published.map(({ sets, ...rest }) => ({
			...rest,
			sets: sets.map(({ people, ...part }) => ({
				...part,
				people: people.map((id) => (gone.has(id) ? `was ${id}` : id)),
			})),
		}));
		published.push(releaseBy(engine, candidates, published, at));
	}
	return published;
}

/** Publishes programs and attacks all that is sent of each. */
function attackAll(
	engine: Engine,
	programs: readonly ProgramRun[],
	views: Views = outputsOf,
) {
	const counts = { numbers: 0, figures: 0, found: 0, near: 0, more: 0 };
	const examples: unknown[] = [];
	for (const program of programs) {
		const published = publishAll(engine, program);
		const { numbers, fresh, ...all } = attack(program, published, views);
		counts.numbers += numbers;
		counts.figures += fresh;
		for (const what of ["found", "near", "more"] as const)
			counts[what] += all[what].length;
		const some = [...all.found, ...all.near, ...all.more].slice(0, 3);
		for (const example of some) examples.push({ seed: program.seed, example });
	}
	return { counts, examples };
}

test(
	"from all that is sent of twelve releases nobody finds a hidden number",
	() => {
		const count = full ? 1_000 : 8;
		const programs = Array.from({ length: count }, (_, at) =>
			drawProgram(at + 1),
		);
		const { counts, examples } = attackAll(whole, programs);
		const { figures, numbers, found, near, more } = counts;
		console.log(
			`${count} programs of ${releaseCount} releases, ${figures} new figures, ${numbers} exact numbers of answers: ${found} hidden cells found, ${near} pairs of sets that differ by 1 to 4 people, ${more} things that a message says and the file does not`,
		);
		expect(examples).toEqual([]);
		expect(counts).toMatchObject({ found: 0, near: 0, more: 0 });
		expect(numbers).toBeGreaterThan(4 * count);
		expect(figures).toBeGreaterThan(30 * count);
	},
	full ? 3_600_000 : 60_000,
);

/** The whole engine but for one rule. */
const without = (name: keyof typeof rules): Engine => ({
	show,
	rules: Object.entries(rules)
		.filter(([other]) => other !== name)
		.map(([, rule]) => rule),
});

describe("the attacker finds something without", () => {
	test.each<[string, Engine, ProgramRun]>([
		["any rule", { show, rules: [] }, changed],
		["differsTooLittle", without("differsTooLittle"), changed],
		["isNearAnother", without("isNearAnother"), alike],
		["ratiosTellTooMuch", without("ratiosTellTooMuch"), band],
		["sumsTellTooMuch", without("sumsTellTooMuch"), fives],
		["pinsDown", without("pinsDown"), leftOver],
		["leavesNoChoice", without("leavesNoChoice"), rest],
	])("%s", (_, engine, program) => {
		expect(attackAll(whole, [program]).examples).toEqual([]);
		expect(attackAll(engine, [program]).examples).not.toEqual([]);
	});
});

/** The same figures with other numbers in their cells. */
const redrawn = (
	figures: readonly Published[],
	draw: (row: number, amount: Amount) => Amount,
): Published[] =>
	figures.map((figure) =>
		figure.kind === "table"
			? {
					...figure,
					rows: figure.rows.map((row, at) => ({
						...row,
						columns: Object.fromEntries(
							Object.entries(row.columns).map(([id, amount]) => [
								id,
								draw(at, amount),
							]),
						),
					})),
				}
			: figure,
	);

const number = (value: number): Amount => ({ is: "number", value });

describe("the attacker sees a message that says more than was released", () => {
	const leaking = (what: "blocks" | "spoken" | "csv", amounts: number[]) =>
		((at, figures, before, topics) => {
			const honest = outputsOf(at, figures, before, topics);
			const raw = redrawn(figures, (row, amount) =>
				amount.is === "number" ? amount : number(amounts[row] ?? 0),
			);
			const leak = outputsOf(at, raw, before, topics);
			return { ...honest, [what]: leak[what] };
		}) satisfies Views;

	test("the true number of a hidden cell, in a table or in the file", () => {
		expect(attackAll(whole, [few]).examples).toEqual([]);
		for (const what of ["blocks", "csv"] as const) {
			const { counts } = attackAll(whole, [few], leaking(what, [1, 4]));
			expect(counts.found).toBeGreaterThan(0);
		}
	});

	test("a zero that is drawn where there is no number to tell", () => {
		const { counts } = attackAll(whole, [few], leaking("blocks", [0, 0]));
		expect(counts.more).toBeGreaterThan(0);
	});

	test("a number in what a screen reader says", () => {
		const chatty: Views = (...release) => {
			const { spoken, ...rest } = outputsOf(...release);
			return { ...rest, spoken: spoken.map((words) => `${words} 1 of 20.`) };
		};
		expect(attackAll(whole, [few], chatty).counts.more).toBeGreaterThan(0);
	});

	test("rows that are sorted by a number", () => {
		const sorted: Views = (at, figures, before, topics) =>
			outputsOf(
				at,
				figures.map((figure) =>
					figure.kind === "table"
						? { ...figure, rows: figure.rows.toReversed() }
						: figure,
				),
				before,
				topics,
			);
		const onlyBlocks: Views = (...release) => ({
			...outputsOf(...release),
			blocks: sorted(...release).blocks,
		});
		expect(attackAll(whole, [few], onlyBlocks).counts.more).toBeGreaterThan(0);
	});
});

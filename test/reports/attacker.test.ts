import { describe, expect, test } from "@jest/globals";
import type {
	Amount,
	Candidate,
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
	longer,
	merged,
	others,
	rest,
	unlucky,
} from "./made-programs.ts";
import { honest, type Outputs, type Views } from "./outputs.ts";
import { drawProgram, type ProgramRun, reportCount } from "./random-program.ts";

type Release = (
	candidates: readonly Candidate[],
	past: readonly Released[],
	at: string,
) => Released;

const by =
	(engine: Engine): Release =>
	(...all) =>
		releaseBy(engine, ...all);
const whole = by({ show, rules: Object.values(rules) });

/** As it is stored: whoever is erased has another id in all sets. */
function publishAll(release: Release, { releases }: ProgramRun): Released[] {
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
		published.push(release(candidates, published, at));
	}
	return published;
}

const sumOf = (numbers: readonly number[]): number =>
	numbers.reduce((one, other) => one + other, 0);

/** Publishes programs and attacks all that is sent of each. */
function attackAll(
	release: Release,
	programs: readonly ProgramRun[],
	views: Views = honest,
) {
	const counts = {
		...{ numbers: 0, figures: 0, summaries: 0, ofCohorts: 0 },
		...{ found: 0, near: 0, more: 0 },
	};
	const examples: unknown[] = [];
	for (const program of programs) {
		const published = publishAll(release, program);
		const { numbers, fresh, ...all } = attack(program, published, views);
		const isSummary = (at: number) => program.releases[at]?.cohort;
		const summaries = fresh.filter((_, at) => isSummary(at));
		counts.numbers += numbers;
		counts.figures += sumOf(fresh);
		counts.summaries += summaries.length;
		counts.ofCohorts += sumOf(summaries);
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
		const programs = [
			...Array.from({ length: count }, (_, at) => drawProgram(at + 1)),
			// Four people were left once, of five sets, one of them three times.
			...(full ? [] : [drawProgram(428)]),
		];
		const { counts, examples } = attackAll(whole, programs);
		const { figures, summaries, ofCohorts, numbers, found, near, more } =
			counts;
		console.log(
			`${programs.length} programs of ${reportCount} reports and ${summaries} summaries of cohorts, ${figures} new figures, ${ofCohorts} of them in summaries, ${numbers} exact numbers of answers: ${found} hidden cells found, ${near} pairs of sets that differ by 1 to 4 people, ${more} things that a message says and the file does not`,
		);
		expect(examples).toEqual([]);
		expect(counts).toMatchObject({ found: 0, near: 0, more: 0 });
		expect(numbers).toBeGreaterThan(4 * count);
		expect(figures).toBeGreaterThan(30 * count);
		expect(summaries).toBeGreaterThan(count / 4);
		expect(ofCohorts).toBeGreaterThan(2 * count);
	},
	full ? 3_600_000 : 60_000,
);

/** The whole engine but for some rules. */
const without = (...names: string[]): Release =>
	by({
		show,
		rules: Object.entries(rules)
			.filter(([name]) => !names.includes(name))
			.map(([, rule]) => rule),
	});

/** By the whole engine, but what a cohort says is nothing that others say. */
const unrelated: Release = (candidates, past, at) => {
	const renamed = <T>(value: T, from: string, to: string): T =>
		JSON.parse(JSON.stringify(value).replaceAll(from, to));
	const own = candidates.map((one) => ({
		...one,
		id: renamed(one.id, "cohort.", "alone."),
	}));
	const made = whole(own, renamed(past, "cohort.", "alone."), at);
	return renamed(made, "alone.", "cohort.");
};

describe("the attacker finds something without", () => {
	test.each<[string, Release, ProgramRun]>([
		["any rule", by({ show, rules: [] }), changed],
		["differsTooLittle", without("differsTooLittle"), changed],
		["isNearAnother", without("isNearAnother"), alike],
		["ratiosTellTooMuch", without("ratiosTellTooMuch"), band],
		["sumsTellTooMuch", without("sumsTellTooMuch"), fives],
		["pinsDown", without("pinsDown"), leftOver],
		["leavesNoChoice", without("leavesNoChoice"), rest],
		[
			"the rules for numbers, where categories are put together",
			without("ratiosTellTooMuch", "leavesNoChoice"),
			merged,
		],
		["the sentences of a cohort, in numbers", unrelated, others],
		["the sentences of a cohort, in means", unrelated, longer],
	])("%s", (_, release, program) => {
		expect(attackAll(whole, [program]).examples).toEqual([]);
		expect(attackAll(release, [program]).examples).not.toEqual([]);
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
	const reports = (report: Views["report"]): Views => ({ ...honest, report });
	const leaking = (what: keyof Outputs, amounts: number[]) =>
		reports((made, ...beside) => {
			const figures = redrawn(made.figures, (row, amount) =>
				amount.is === "number" ? amount : number(amounts[row] ?? 0),
			);
			const leak = honest.report({ ...made, figures }, ...beside);
			return { ...honest.report(made, ...beside), [what]: leak[what] };
		});

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
		const chatty = reports((...release) => {
			const { spoken, ...rest } = honest.report(...release);
			return { ...rest, spoken: spoken.map((words) => `${words} 1 of 20.`) };
		});
		expect(attackAll(whole, [few], chatty).counts.more).toBeGreaterThan(0);
	});

	test("the true number of a cohort, in its summary or the file of it", () => {
		expect(attackAll(whole, [unlucky]).examples).toEqual([]);
		for (const what of ["blocks", "spoken", "csv"] as const) {
			const leaking: Views["summary"] = (made, last) => {
				const figures = made.figures.map((figure) =>
					figure.kind === "share" ? { ...figure, yes: number(2) } : figure,
				);
				const leak = honest.summary({ ...made, figures }, last);
				return { ...honest.summary(made, last), [what]: leak[what] };
			};
			const views = { ...honest, summary: leaking };
			const { counts } = attackAll(whole, [unlucky], views);
			expect(counts.found + counts.more).toBeGreaterThan(0);
		}
	});

	test("rows that are sorted by a number", () => {
		const upsideDown = reports((made, ...beside) => {
			const figures = made.figures.map((figure) =>
				figure.kind === "table"
					? { ...figure, rows: figure.rows.toReversed() }
					: figure,
			);
			const { blocks } = honest.report({ ...made, figures }, ...beside);
			return { ...honest.report(made, ...beside), blocks };
		});
		expect(attackAll(whole, [few], upsideDown).counts.more).toBeGreaterThan(0);
	});
});

import { describe, expect, test } from "@jest/globals";
import { type Limit, peopleLimit } from "../../src/reports/candidate.ts";
import { together } from "../../src/reports/release-merge.ts";
import { show } from "../../src/reports/release-show.ts";
import { full } from "../support/full.ts";

/** All lists of `count` whole numbers from `from` to `to`. */
function lists(count: number, from: number, to: number): number[][] {
	if (count === 0) return [[]];
	const heads = Array.from({ length: to - from + 1 }, (_, at) => from + at);
	return lists(count - 1, from, to).flatMap((tail) =>
		heads.map((head) => [head, ...tail]),
	);
}

/**
 * Somebody who knows the rule tries all that could be behind what is shown.
 * Of each place, the values that it can have, for everything that is shown.
 */
function possible(
	behind: readonly number[][],
	shown: (values: readonly number[]) => unknown,
) {
	const values = new Map<string, Set<number>[]>();
	for (const one of behind) {
		const key = JSON.stringify(shown(one));
		const seen = values.get(key) ?? one.map(() => new Set<number>());
		values.set(key, seen);
		for (const [at, value] of one.entries()) seen[at]?.add(value);
	}
	return (one: readonly number[]) =>
		(values.get(JSON.stringify(shown(one))) ?? []).map(({ size }) => size);
}

describe("small groups are put together", () => {
	const merge = (...sizes: number[]) => {
		const merged = together(sizes, peopleLimit);
		return merged && [...merged].sort();
	};

	test("and with the smallest other one, where they are still too few", () => {
		expect(merge(9, 6, 12)).toEqual([]);
		expect(merge(9, 3, 12)).toEqual([0, 1]);
		expect(merge(2, 9, 3, 2, 12)).toEqual([0, 2, 3]);
		expect(merge(1, 9, 1, 1, 12)).toEqual([0, 1, 2, 3]);
		expect(merge(3, 4)).toBeNull();
		expect(merge(3, 9)).toBeNull();
	});

	test("two that sum to 8 are both 4, so they are not shown together", () => {
		expect(merge(4, 4, 9, 12)).toEqual([0, 1, 2]);
		expect(merge(4, 9, 3, 12)).toEqual([0, 1, 2]);
		// The smallest other one can be no larger than 5: it hides nothing.
		expect(merge(4, 4, 5, 5, 12)).toEqual([0, 1, 2, 3]);
	});

	test("and who knows the rule learns no size of a small one", () => {
		const mostly = lists(full ? 4 : 3, 1, 11);
		const shown = (sizes: readonly number[]) => {
			const merged = together(sizes, peopleLimit);
			const alone = sizes.map((size, at) => (merged?.has(at) ? null : size));
			return merged && [alone, sizes.reduce((sum, size) => sum + size, 0)];
		};
		const counts = possible(mostly, shown);
		const left: number[] = [];
		for (const sizes of mostly.filter((one) => Math.max(...one) < 10)) {
			const merged = together(sizes, peopleLimit);
			if (!merged) continue;
			for (const [at, size] of sizes.entries())
				if (size < peopleLimit) left.push(counts(sizes)[at] ?? 0);
		}
		expect(left.length).toBeGreaterThan(150);
		expect(Math.min(...left)).toBeGreaterThan(1);
	});
});

describe("a column of a table", () => {
	const columnOf = (sizes: readonly number[], yes: readonly number[]) => {
		const departments = new Map(
			sizes.map((size, at) => [
				`d${at}`,
				new Set(Array.from({ length: size }, (_, one) => `${at}.${one}`)),
			]),
		);
		const sayYes = new Set(
			yes.flatMap((count, at) =>
				Array.from({ length: count }, (_, one) => `${at}.${one}`),
			),
		);
		const { shown } = show({
			id: "t",
			kind: "table",
			departments,
			columns: [{ id: "c", yes: sayYes }],
		});
		if (shown.kind !== "table") throw new Error("It is no table");
		return shown.rows.map(({ columns }) => columns.c?.is);
	};

	test("hides a second cell where a first one would follow from the sum", () => {
		expect(columnOf([20, 30, 40], [9, 9, 9])).toEqual([
			"number",
			"number",
			"number",
		]);
		expect(columnOf([20, 30, 40], [9, 2, 9])).toEqual([
			"hidden",
			"under",
			"number",
		]);
		expect(columnOf([20, 30], [16, 26])).toEqual(["hidden", "hidden"]);
		expect(columnOf([8, 30, 40], [4, 9, 9])).toEqual([
			"hidden",
			"hidden",
			"number",
		]);
	});

	test("and who knows the rule and the sum learns no hidden cell", () => {
		const sizes = [10, 12, 14];
		const all = lists(3, 0, 14).filter((one) =>
			one.every((value, at) => value <= (sizes[at] ?? 0)),
		);
		const shown = (yes: readonly number[]) => {
			const cells = columnOf(sizes, yes);
			return {
				cells,
				told: yes.map((value, at) => (cells[at] === "number" ? value : null)),
				sum: yes.reduce((sum, value) => sum + value, 0),
			};
		};
		const counts = possible(all, shown);
		const isFew = (yes: readonly number[], at: number) =>
			Math.min(yes[at] ?? 0, (sizes[at] ?? 0) - (yes[at] ?? 0)) < peopleLimit;
		const told = all
			// With a sum at either end, the sum itself would be a band.
			.filter((yes) => {
				const sum = yes.reduce((one, other) => one + other, 0);
				return sum >= 5 && sum <= 31;
			})
			.flatMap((yes) =>
				counts(yes).filter((count, at) => count < 2 && isFew(yes, at)),
			);
		expect(told).toEqual([]);
	});
});

test("a number is no limit", () => {
	// @ts-expect-error only limitOf makes one
	const wrong: Limit = 3;
	expect(wrong).toBeLessThan(peopleLimit);
});

import { expect, test } from "@jest/globals";
import {
	defaultWeights,
	weightProblems,
	weightsHash,
} from "../../../src/matching/engine/weights.ts";

const changed = {
	...defaultWeights,
	flash: { ...defaultWeights.flash, topic: defaultWeights.flash.topic + 1 },
};

test("the defaults add up for every kind", () => {
	expect(weightProblems(defaultWeights)).toEqual([]);
});

test("a table that does not add up names its kinds", () => {
	expect(weightProblems(changed)).toEqual(["flash"]);
	const peer = { ...defaultWeights.peer, topic: 280.5, rhythm: 49.5 };
	expect(weightProblems({ ...defaultWeights, peer })).toEqual(["peer"]);
	const group = { ...defaultWeights.group, topic: 340, rhythm: -10 };
	expect(weightProblems({ ...defaultWeights, group })).toEqual(["group"]);
});

test("the hash names the points, not the order of the keys", () => {
	const hash = weightsHash(defaultWeights);
	expect(hash).toMatch(/^[0-9a-f]{8}$/);
	expect(weightsHash(changed)).not.toBe(hash);
	const turned = Object.fromEntries(
		Object.entries(defaultWeights.one_to_one).reverse(),
	) as typeof defaultWeights.one_to_one;
	expect(weightsHash({ ...defaultWeights, one_to_one: turned })).toBe(hash);
});

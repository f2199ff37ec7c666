import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { nearest } from "../../src/slack/nearest.ts";

const commands = [
	"end",
	"find",
	"ask",
	"join",
	"profile",
	"pause",
	"resume",
	"leave",
];

test.each([
	["fnd", "find"],
	["fidn", "find"],
	["profil", "profile"],
	["pasue", "pause"],
	["joni", "join"],
	["lave", "leave"],
])("%s is meant as %s", (typed, meant) => {
	expect(nearest(typed, commands)).toBe(meant);
});

test.each(["", "kubernetes", "xyzzy", "🦄🦄🦄🦄"])(
	"%s is like no command",
	(typed) => {
		expect(nearest(typed, commands)).toBeUndefined();
	},
);

test("without candidates there is none", () => {
	expect(nearest("find", [])).toBeUndefined();
});

test("a candidate itself is always the nearest", () => {
	fc.assert(
		fc.property(fc.constantFrom(...commands), (typed) => {
			expect(nearest(typed, commands)).toBe(typed);
		}),
	);
});

test("3,000 characters cost nothing", () => {
	const typed = "find".repeat(750);
	const began = performance.now();
	for (let time = 0; time < 1_000; time += 1)
		expect(nearest(typed, commands)).toBeUndefined();
	expect(performance.now() - began).toBeLessThan(2_000);
});

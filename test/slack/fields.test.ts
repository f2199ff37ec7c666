import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { z } from "zod";
import {
	jsonOf,
	optionalOneOf,
	optionalText,
	requiredText,
	several,
	severalOf,
} from "../../src/slack/fields.ts";

test("optional text is cut, and nothing is null", () => {
	const field = optionalText(5);
	expect(field.parse("abc")).toBe("abc");
	expect(field.parse("abcdefgh")).toBe("abcd…");
	for (const nothing of ["", null, undefined])
		expect(field.parse(nothing)).toBeNull();
	expect(field.safeParse(["a"]).success).toBe(false);
});

test("required text must be there, and is cut", () => {
	const field = requiredText(5);
	expect(field.parse("abcdefgh")).toBe("abcd…");
	for (const nothing of ["", null, undefined])
		expect(field.safeParse(nothing).success).toBe(false);
});

test("text is never over its limit", () => {
	fc.assert(
		fc.property(
			fc.string({ minLength: 1, unit: "binary" }),
			fc.integer({ min: 1, max: 20 }),
			(text, max) => {
				expect(requiredText(max).parse(text).length).toBeLessThanOrEqual(max);
			},
		),
	);
});

test("several are at most so many, and absent is none", () => {
	expect(several(2).parse(["a", "b", "c"])).toEqual(["a", "b"]);
	expect(several(2).parse(null)).toEqual([]);
	expect(several(2).parse(undefined)).toEqual([]);
	expect(several(2).safeParse("a").success).toBe(false);
	expect(several(2).safeParse(["x".repeat(201)]).success).toBe(false);
});

test("several of a set: others and repetitions go, the order is the set's", () => {
	const field = severalOf(["en", "es", "fr"]);
	expect(field.parse(["fr", "en"])).toEqual(["en", "fr"]);
	expect(field.parse(["fr", "xx", "fr"])).toEqual(["fr"]);
	expect(field.parse(null)).toEqual([]);
});

test("one of a set, or none; anything else is refused", () => {
	const field = optionalOneOf(["direct", "gentle"]);
	expect(field.parse("gentle")).toBe("gentle");
	expect(field.parse(null)).toBeNull();
	expect(field.parse(undefined)).toBeNull();
	expect(field.safeParse("rude").success).toBe(false);
});

test("JSON in a button is read by its schema, and what is none is refused", () => {
	const field = jsonOf(z.object({ page: z.int() }));
	expect(field.parse('{"page":3}')).toEqual({ page: 3 });
	for (const wrong of ["", "{", '{"page":"3"}', "null", 3, null])
		expect(field.safeParse(wrong).success).toBe(false);
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { normaliseText, stems } from "../../../src/matching/engine/words.ts";

describe("normaliseText", () => {
	test.each([
		["  Führung & Ziele ", "fuhrung ziele"],
		["Fu\u0308hrung", "fuhrung"],
		["Straße, Łódź, Øresund", "strasse lodz oresund"],
		["C++ / C#, Node.js", "c++ c# node js"],
		["<!channel> *hi*", "channel hi"],
		["קידוד", "קידוד"],
		["हिन्दी", "हिन्दी"],
		["\u202e\u0000🚀", ""],
	])("%p", (text, expected) => expect(normaliseText(text)).toBe(expected));

	test("normalising twice changes nothing", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				const once = normaliseText(text);
				expect(normaliseText(once)).toBe(once);
			}),
		);
	});
});

describe("stems", () => {
	test("forms of a word meet", () => {
		for (const word of ["management", "Managers", "managing"]) {
			expect(stems(word)).toEqual(["manag"]);
		}
		expect(stems("leadership")).toEqual(stems("leading"));
		expect(stems("hiring")).toEqual(stems("hire"));
	});

	test("short words stay", () =>
		expect(stems("AWS iOS k8s")).toEqual(["aws", "ios", "k8s"]));

	test("fillers go, unless there is nothing else", () => {
		expect(stems("moving into management")).toEqual(["manag"]);
		expect(stems("getting into it")).toEqual(["it"]);
		expect(stems("moving")).not.toEqual([]);
	});
});

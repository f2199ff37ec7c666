import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { english } from "../src/slack/catalogs.ts";
import { readSources } from "./support/source-files.ts";
import { findKeyUses, variablesByName } from "./support/text-keys.ts";

type Tree = { [key: string]: string | Tree };

/** Every sentence by its key, such as "matching:find.title". */
function sentencesIn(tree: Tree, prefix: string): [string, string][] {
	return Object.entries(tree).flatMap(([key, value]) =>
		typeof value === "string"
			? [[prefix + key, value] satisfies [string, string]]
			: sentencesIn(value, `${prefix}${key}.`),
	);
}

const catalogs = Object.keys(english);
const sentences = Object.entries(english).flatMap(([name, tree]) =>
	sentencesIn(tree, `${name}:`),
);
const sources = readSources(path.join(import.meta.dirname, "..")).filter(
	({ path }) => path.startsWith("src/"),
);
const uses = sources.flatMap(({ path, code }) =>
	findKeyUses(code, catalogs).map((use) => ({
		...use,
		path,
		given: use.given ?? variablesByName(code),
	})),
);

const variablesOf = (sentence: string) =>
	[...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? "");

test("the scan sees what there is", () => {
	expect(sentences.length).toBeGreaterThan(200);
	expect(uses.length).toBeGreaterThan(150);
});

test("every sentence is said somewhere", () => {
	const unused = sentences
		.map(([key]) => key)
		.filter((key) => !uses.some(({ pattern }) => pattern.test(key)));
	expect(unused).toEqual([]);
});

test("whoever says a sentence gives the variables it names", () => {
	const missing = sentences.flatMap(([key, sentence]) => {
		const saying = uses.filter(({ pattern }) => pattern.test(key));
		const lacking = saying.filter(({ given }) =>
			variablesOf(sentence).some((name) => !given.includes(name)),
		);
		// A template's text says more than its types allow: one use must fit.
		const wrong =
			saying.length > 0 && lacking.length === saying.length
				? lacking
				: lacking.filter(({ isTemplate }) => !isTemplate);
		return wrong.map(({ path, written }) => `${path}: ${written} for ${key}`);
	});
	expect(missing).toEqual([]);
});

describe("every sentence", () => {
	const those = (isWrong: (sentence: string) => boolean) =>
		sentences.filter(([, sentence]) => isWrong(sentence)).map(([key]) => key);

	test("is calm: no exclamation mark", () => {
		expect(those((sentence) => sentence.includes("!"))).toEqual([]);
	});

	test("has no emoji, as a character or as a code", () => {
		const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}|:[a-z_]+:/u;
		expect(those((sentence) => emoji.test(sentence))).toEqual([]);
	});

	test("has no space at its ends or twice, and is not empty", () => {
		const odd = /^\s|\s$| {2}|^$/;
		expect(those((sentence) => odd.test(sentence))).toEqual([]);
	});

	test("has each of its braces closed", () => {
		const left = (sentence: string) => sentence.replaceAll(/\{\{\w+\}\}/g, "");
		expect(those((sentence) => /[{}]/.test(left(sentence)))).toEqual([]);
	});

	test("that counts has a form for one and a form for many", () => {
		const keys = sentences.map(([key]) => key);
		const counting = sentences.filter(([, text]) => text.includes("{{count}}"));
		const alone = counting.filter(([key]) => {
			const [, base, form] = /^(.*)_(one|other)$/.exec(key) ?? [];
			return !keys.includes(`${base}_${form === "one" ? "other" : "one"}`);
		});
		expect(alone).toEqual([]);
	});
});

import { describe, expect, test } from "@jest/globals";
import {
	matchingMoves,
	nothingSought,
	seek,
} from "../../../src/matching/engine/query.ts";

const topics = [
	{ topic: "t-k8s", name: "Kubernetes", synonyms: ["k8s", "containers"] },
	{
		topic: "t-people",
		name: "People management",
		synonyms: ["management", "leading a team"],
	},
	{ topic: "t-product", name: "Product management", synonyms: [] },
	{ topic: "t-aws", name: "Cloud on AWS", synonyms: ["AWS"] },
	{ topic: "t-system", name: "System design", synonyms: [] },
	{ topic: "t-cpp", name: "C++", synonyms: [] },
	{ topic: "t-c", name: "C", synonyms: [] },
];
const found = (text: string) => seek(text, topics).topics;

describe("topics meant by a free text", () => {
	test.each([
		["kubernetes", ["t-k8s"]],
		["K8S", ["t-k8s"]],
		["moving into management", ["t-people"]],
		["product management", ["t-product"]],
		["team lead", ["t-people"]],
		["kubernetes on aws", ["t-k8s", "t-aws"]],
		["design", ["t-system"]],
		["c++", ["t-cpp"]],
		["basket weaving", []],
		["<!channel>", []],
	])("%s", (text, expected) => expect(found(text)).toEqual(expected));

	test("a text without words seeks nothing", () => {
		expect(seek(" 🚀 ", topics)).toEqual(nothingSought);
	});

	test("3,000 characters are only more words", () => {
		expect(found(`kubernetes ${"x".repeat(2989)}`)).toEqual(["t-k8s"]);
	});
});

test("moves hold all of the words sought", () => {
	const moves = ["Support to engineering", "Engineer to engineering manager"];
	const sought = (text: string) => matchingMoves(moves, seek(text, []).words);
	expect(sought("moving into management")).toEqual([moves[1]]);
	expect(sought("from support to engineer")).toEqual([moves[0]]);
	expect(sought("support manager")).toEqual([]);
	expect(sought("")).toEqual([]);
});

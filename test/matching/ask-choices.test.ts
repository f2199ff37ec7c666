import { expect, test } from "@jest/globals";
import { createCipher } from "../../src/db/cipher.ts";
import { askLengths } from "../../src/matching/ask.ts";
import {
	addChoice,
	type Choices,
	mostChoices,
	moveUp,
	noChoices,
	openChoices,
	readWords,
	removeChoice,
	sealChoices,
	whyField,
} from "../../src/matching/ask-choices.ts";

const idOf = (name: string) =>
	`01890a5d-ac96-774b-bcce-b302099a80${name.charCodeAt(0).toString(16)}`;

const listOf = (names: string, notMyManagers = true): Choices => ({
	ranked: [...names].map((name) => ({ mentorId: idOf(name), why: name })),
	notMyManagers,
});

const namesIn = ({ ranked }: Choices) => ranked.map(({ why }) => why).join("");

test("someone new comes last, once, and five are asked at most", () => {
	const add = (choices: Choices, name: string) =>
		addChoice(choices, { mentorId: idOf(name), why: name });
	const four = [..."abcd"].reduce(add, noChoices);
	expect(namesIn(four)).toBe("abcd");
	expect(four.ranked).toHaveLength(mostChoices);
	expect(add(four, "e")).toBe(four);
	expect(namesIn(add(listOf("ab"), "a"))).toBe("ab");
});

test("whoever is new has to be confirmed anew", () => {
	const choices = addChoice(listOf("a"), { mentorId: idOf("b"), why: null });
	expect(choices.notMyManagers).toBe(false);
	expect(removeChoice(listOf("ab"), idOf("a")).notMyManagers).toBe(true);
});

test("one place up at a time; the first stays the first", () => {
	for (const [name, after] of [
		["a", "abc"],
		["b", "bac"],
		["c", "acb"],
		["z", "abc"],
	] as const)
		expect(namesIn(moveUp(listOf("abc"), idOf(name)))).toBe(after);
});

test("one is taken off, and the others keep their order", () => {
	expect(namesIn(removeChoice(listOf("abc"), idOf("b")))).toBe("ac");
	expect(namesIn(removeChoice(listOf("abc"), idOf("z")))).toBe("abc");
});

test("what is typed goes to the one it stands beside, and not too much", () => {
	const { ranked, notMyManagers } = readWords(listOf("abc", false), {
		[whyField(idOf("a"))]: "x".repeat(2_000),
		[whyField(idOf("b"))]: null,
		[whyField(idOf("z"))]: "nobody",
		notMyManagers: ["yes"],
	});
	expect(ranked.map(({ why }) => why?.length ?? null)).toEqual([
		askLengths.why,
		null,
		1,
	]);
	expect(notMyManagers).toBe(true);
	expect(readWords(listOf("a"), { notMyManagers: [] }).notMyManagers).toBe(
		false,
	);
	expect(readWords(listOf("a"), {})).toEqual(listOf("a"));
});

test("the list is kept sealed, for its owner and its mentor", () => {
	const keys = { 1: Buffer.alloc(32, 7) };
	const cipher = createCipher({ current: "1", keys });
	const owner = { workspaceId: "w", personId: "p", draftKey: "choices:m" };
	const sealed = sealChoices(cipher, owner, listOf("ab"));
	expect(openChoices(cipher, owner, sealed)).toEqual(listOf("ab"));
	const other = { ...owner, draftKey: "choices:n" };
	expect(() => openChoices(cipher, other, sealed)).toThrow();
});

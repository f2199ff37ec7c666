import { expect, test } from "@jest/globals";
import { createCipher } from "../../src/db/cipher.ts";
import {
	askForm,
	askLengths,
	openAsk,
	sealAsk,
} from "../../src/matching/ask.ts";

const cipher = createCipher({
	current: "1",
	keys: { 1: Buffer.alloc(32, 7) },
});
const filled = {
	ask: "Look at my plan",
	goal: null,
	duration: "one_talk",
	why: "You know plans",
	offer: "",
	recommendedBy: "U0FRIEND",
	notMyManager: ["yes"],
	ready: null,
};

test("the form: what is left out is empty, a box is ticked or not", () => {
	expect(askForm.parse(filled)).toEqual({
		ask: "Look at my plan",
		goal: null,
		duration: "one_talk",
		kind: null,
		why: "You know plans",
		offer: null,
		recommendedBy: "U0FRIEND",
		notMyManager: true,
		ready: false,
	});
});

test("an ask needs words and a known duration", () => {
	for (const wrong of [{ ask: "" }, { ask: null }, { duration: "for ever" }])
		expect(askForm.safeParse({ ...filled, ...wrong }).success).toBe(false);
});

test("what is longer than the field is cut between characters", () => {
	const long = "👩‍👩‍👧‍👦".repeat(400);
	const ask = askForm.parse({ ...filled, ask: long, goal: long, why: long });
	for (const name of ["ask", "goal", "why"] as const) {
		expect(ask[name]?.length).toBeLessThanOrEqual(askLengths[name]);
		expect(ask[name]).toMatch(/^(👩‍👩‍👧‍👦)+…$/u);
	}
});

test("a sealed ask opens where it belongs, and nowhere else", () => {
	const ask = askForm.parse(filled);
	const owner = { workspaceId: "w1", requestId: "r1" };
	const sealed = sealAsk(cipher, owner, ask);
	expect(sealed.includes("plan")).toBe(false);
	expect(openAsk(cipher, owner, sealed)).toEqual(ask);
	for (const other of [
		{ workspaceId: "w2", requestId: "r1" },
		{ workspaceId: "w1", requestId: "r2" },
		{ workspaceId: "w1", personId: "p1", draftKey: "ask:r1" },
	])
		expect(() => openAsk(cipher, other, sealed)).toThrow();
});

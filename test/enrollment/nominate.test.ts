import { describe, expect, test } from "@jest/globals";
import { createCipher } from "../../src/db/cipher.ts";
import {
	joinedMeanwhileMessage,
	noContactMessage,
} from "../../src/enrollment/contact.views.ts";
import type { Nomination } from "../../src/enrollment/nominate.service.ts";
import {
	chooseTopic,
	nominationForm,
	openWords,
	readSuggestion,
	sealWords,
} from "../../src/enrollment/nominate.ts";
import {
	nominateModal,
	nominationMessage,
} from "../../src/enrollment/nominate.views.ts";
import { clean, cut } from "../../src/slack/mrkdwn.ts";
import { textFor } from "../../src/slack/text.ts";
import { full } from "../support/full.ts";
import { oddTexts } from "../support/odd-texts.ts";
import { expectSoundMessage, expectSoundModal } from "../support/sound.ts";

const text = textFor("en");

describe("what is typed behind /mentor suggest", () => {
	test.each([
		["", null, ""],
		["<@U1|ben> kubernetes", "U1", "kubernetes"],
		["system design  <@U1>", "U1", "system design"],
		["<@U1|ben>", "U1", ""],
		["ben kubernetes", null, "ben kubernetes"],
	])("%j", (typed, slackUserId, topic) => {
		expect(readSuggestion(typed)).toEqual({ slackUserId, topic });
	});

	test("is a topic of the list when it has that name, else its own", () => {
		const topicId = "01890a5d-ac96-774b-bcce-b302099a8057";
		const topics = [{ topicId, name: "Testing", synonyms: ["QA"] }];
		for (const typed of ["testing", "qa"])
			expect(chooseTopic(topics, typed)).toEqual({
				value: topicId,
				label: "Testing",
			});
		expect(chooseTopic(topics, "Kites")).toEqual({
			value: "own:Kites",
			label: "Kites",
		});
		expect(chooseTopic(topics, "")).toBeNull();
	});
});

test("the form needs a colleague and a topic, and no more", () => {
	const filled = { person: "U1", topic: "own:Kites", why: "", saysWho: [] };
	expect(nominationForm.parse(filled)).toEqual({
		person: "U1",
		topic: "own:Kites",
		why: null,
		saysWho: false,
	});
	const ticked = { ...filled, saysWho: ["yes"], why: undefined };
	expect(nominationForm.parse(ticked).saysWho).toBe(true);
	for (const wrong of [{ person: null }, { topic: null }, { topic: "" }])
		expect(nominationForm.safeParse({ ...filled, ...wrong }).success).toBe(
			false,
		);
});

test("what is said of a colleague opens for its own nomination only", () => {
	const keys = { 1: Buffer.alloc(32, 7) };
	const cipher = createCipher({ current: "1", keys });
	const owner = { workspaceId: "w", nominationId: "n" };
	const told = { topic: { value: "own:Kites", label: "Kites" }, why: "Wind" };
	const sealed = sealWords(cipher, owner, told);
	expect(openWords(cipher, owner, sealed)).toEqual(told);
	const other = { ...owner, nominationId: "m" };
	expect(() => openWords(cipher, other, sealed)).toThrow();
});

function nominationWith(words: string, saysWho: boolean): Nomination {
	return {
		row: {
			nominationId: "n1",
			programId: "g1",
			personId: "p1",
			saysWho,
			body: Buffer.alloc(0),
			declinedAt: null,
			nominatorName: cut(words, 80) || "x",
			nominatorSlackId: "U0FRIEND",
		},
		told: {
			topic: { value: "own:x", label: cut(words, 75) || "x" },
			why: cut(words, 300) || null,
		},
	};
}

test("page and invitation, whatever was typed", () => {
	const texts = [...oddTexts(full ? 5_000 : 200, 21).map(clean), "x"];
	for (const words of [...texts, "&<>".repeat(1_000)]) {
		const topic = { value: "own:x", label: cut(words, 75) || "x" };
		expectSoundModal(nominateModal({ slackUserId: "U0FRIEND", topic }, text));
		for (const saysWho of [true, false])
			expectSoundMessage(
				nominationMessage(nominationWith(words, saysWho), text),
			);
	}
	expectSoundModal(nominateModal({ slackUserId: null, topic: null }, text));
});

test("without the tick nothing tells who it was, nor what they wrote", () => {
	const named = nominationMessage(nominationWith("Ana Lopes", true), text);
	expect(named.text.mrkdwn).toBe(
		"Ana Lopes thinks you would be a good mentor.",
	);
	const { row, told } = nominationWith("a private matter", false);
	const unnamed = nominationMessage(
		{ row: { ...row, nominatorName: "Ana Lopes" }, told },
		text,
	);
	expect(JSON.stringify(unnamed)).not.toMatch(/Ana|U0FRIEND/);
	expect(unnamed.text.mrkdwn).not.toContain("private matter");
	// Whoever nominated may be gone: then it was a colleague.
	const gone = { ...row, saysWho: true, nominatorName: null };
	expect(nominationMessage({ row: gone, told }, text).text).toEqual(
		unnamed.text,
	);
});

test("don't contact me: what it means, and its way back", () => {
	for (const message of [
		noContactMessage(text),
		joinedMeanwhileMessage(1, text),
	])
		expectSoundMessage(message);
	expect(JSON.stringify(noContactMessage(text))).toContain(
		"enrollment:contactAgain",
	);
});

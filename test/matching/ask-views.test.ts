import { expect, test } from "@jest/globals";
import type { AskPage, Sent } from "../../src/matching/ask.service.ts";
import { type Ask, askForm } from "../../src/matching/ask.ts";
import { askModal } from "../../src/matching/ask.views.ts";
import type {
	ChoicePerson,
	ChoicesPage,
} from "../../src/matching/ask-choices.service.ts";
import { mostChoices } from "../../src/matching/ask-choices.ts";
import { choicesModal } from "../../src/matching/ask-choices.views.ts";
import {
	notAskableMessage,
	previewModal,
	sentMessage,
} from "../../src/matching/ask-preview.views.ts";
import type { NotAskable } from "../../src/matching/askable.service.ts";
import type { Reason } from "../../src/matching/engine/reasons.ts";
import { asInvitation } from "../../src/matching/invitation.views.ts";
import { section } from "../../src/slack/blocks.ts";
import { clean, cut, escapeText } from "../../src/slack/mrkdwn.ts";
import { textFor } from "../../src/slack/text.ts";
import { full } from "../support/full.ts";
import { oddTexts } from "../support/odd-texts.ts";
import { expectSoundMessage, expectSoundModal } from "../support/sound.ts";

const text = textFor("en");
const reader = { zone: "Europe/Lisbon", locale: "en-US" };
const longest = "&<>".repeat(1000);
const texts = [...oddTexts(full ? 10_000 : 300, 14).map(clean), longest, "x"];

const reasonsWith = (words: string): Reason[] => [
	{ reason: "topic", topic: "t1", others: ["t2"], level: 3 },
	{ reason: "move", move: words },
	{ reason: "department", department: words },
	{ reason: "style", alike: { feedback: "direct", plan: "open" } },
];

const mentorWith = (words: string) => ({
	personId: "p1",
	slackUserId: "U0MENTOR",
	name: cut(words, 80),
	title: cut(words, 120),
	standing: "member" as const,
	zone: "Europe/Lisbon",
	locale: "en-US",
});

const choicesWith = (words: string, count = mostChoices): ChoicePerson[] =>
	Array.from({ length: count }, (_, index) => ({
		personId: `c${index}`,
		slackUserId: "U0FRIEND",
		name: cut(words, 80),
		why: cut(words, 600) || null,
	}));

function askPageWith(words: string): AskPage {
	return {
		mentor: mentorWith(words),
		programName: "Mentoring",
		kinds: ["one_to_one", "peer"],
		kind: "one_to_one",
		hasJoined: true,
		draft: null,
		next: [],
		goal: cut(words, 300),
		reasons: reasonsWith(cut(words, 300)),
		names: { topic: () => words, person: () => undefined },
		managerUnknown: true,
		firstRequest: true,
	};
}

const askWith = (words: string): Ask =>
	askForm.parse({
		ask: words || "x",
		goal: words,
		duration: "one_talk",
		why: words,
		offer: words,
		recommendedBy: "U0FRIEND",
		notMyManager: ["yes"],
		ready: ["yes"],
	});

test("the ask and its preview, whatever was typed", () => {
	for (const words of texts) {
		const page = askPageWith(words);
		const ask = askWith(words);
		expectSoundModal(askModal(page, text));
		expectSoundModal(
			askModal({ ...page, draft: ask }, text, { unconfirmed: true }),
		);
		const asked = { ask, mentee: cut(words, 80) };
		expectSoundModal(previewModal(page, asked, text));
		const next = choicesWith(words);
		const listed = { ...page, next, hasJoined: false };
		expectSoundModal(previewModal(listed, asked, text));
	}
});

const pages = [
	[0, "notAdded"],
	[1, undefined],
	[mostChoices, "unconfirmed"],
] as const;

test("next choices, from none to four, whatever was typed", () => {
	for (const words of texts) {
		const mentor = mentorWith(words);
		for (const [count, remark] of pages) {
			const page: ChoicesPage = {
				mentor,
				next: choicesWith(words, count),
				notMyManagers: count === 1,
				managerUnknown: count > 1,
			};
			expectSoundModal(choicesModal(page, text, remark));
		}
	}
});

test("what is said of a request that was sent", () => {
	for (const words of texts) {
		const [first, ...leftOut] = choicesWith(words);
		if (!first) throw new Error("There are four.");
		const sent: Extract<Sent, { sent: true }> = {
			sent: true,
			mentor: mentorWith(words),
			request: null,
			next: [],
			leftOut: [],
		};
		const closesAt = new Date("2026-03-09T12:00:00Z");
		for (const one of [
			sent,
			{ ...sent, request: { closesAt } },
			{ ...sent, request: { closesAt }, next: [first], leftOut },
		])
			expectSoundMessage(sentMessage(one, reader, text));
	}
});

test("an invitation adds to a request, and says nothing of it", () => {
	for (const words of texts) {
		const request = { text: escapeText("Ana asks you."), blocks: [] };
		const lines = [cut(words, 200), cut(words, 200)];
		const invitation = asInvitation(
			{ ...request, blocks: [section(escapeText("What Ana asks"))] },
			{ terms: { ownLines: lines, healthFrom: null }, kind: "peer" },
			text,
		);
		expectSoundMessage(invitation);
		expect(invitation.text).toEqual(request.text);
	}
});

const reasonsNotToAsk: NotAskable[] = [
	"yourself",
	"bot",
	"guest",
	"external",
	"deactivated",
	"unknown",
	"notTaken",
	"paused",
	"notEnrolled",
	"alreadyAsked",
	"alreadyNext",
	"tooMany",
	"reportingLine",
	"together",
	"notOffered",
	"notAvailable",
];

test.each(reasonsNotToAsk)("who cannot be asked: %s", (why) => {
	for (const name of ["Ben Okafor", "<!channel> & {{why}}", "&".repeat(80)])
		for (const written of [true, false])
			expectSoundMessage(notAskableMessage({ why, name, written }, text));
});

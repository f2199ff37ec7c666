import { expect, test } from "@jest/globals";
import { answeredMessage } from "../../src/matching/answered.views.ts";
import { askForm, durations } from "../../src/matching/ask.ts";
import {
	questionMessage,
	questionModal,
	replyModal,
	tooLateMessage,
} from "../../src/matching/ask-back.views.ts";
import type { Answered } from "../../src/matching/decide.service.ts";
import { introductionMessage } from "../../src/matching/introduction.views.ts";
import {
	awayModal,
	awaySaved,
	moreToSay,
	silentMessage,
	suggestModal,
	unavailableSection,
} from "../../src/matching/not-now.views.ts";
import {
	receivedBlocks,
	requestMessage,
} from "../../src/matching/received.views.ts";
import { requestStates } from "../../src/matching/request-moves.ts";
import { type Note, noteLengths } from "../../src/matching/request-note.ts";
import type { RequestRow } from "../../src/matching/requests.queries.ts";
import {
	declinedMessage,
	sentSection,
	suggestedMessage,
} from "../../src/matching/sent.views.ts";
import { clean, cut } from "../../src/slack/mrkdwn.ts";
import { textFor } from "../../src/slack/text.ts";
import { full } from "../support/full.ts";
import { oddTexts } from "../support/odd-texts.ts";
import {
	expectSoundHome,
	expectSoundMessage,
	expectSoundModal,
} from "../support/sound.ts";

const text = textFor("en");
const reader = { zone: "Europe/Lisbon", locale: "en-US" };
const longest = "&<>".repeat(1000);
const texts = [...oddTexts(full ? 10_000 : 200, 14).map(clean), longest, "x"];

function requestWith(
	words: string,
	facts: Partial<RequestRow> = {},
): RequestRow {
	const name = cut(words, 80);
	return {
		requestId: "0190c0de-0000-7000-8000-000000000001",
		programId: "g1",
		programName: name,
		listId: "l1",
		position: 1,
		kind: "one_to_one",
		state: "open",
		ask: Buffer.alloc(0),
		askedAt: new Date("2026-03-02T12:00:00Z"),
		closesAt: new Date("2026-03-11T12:00:00Z"),
		remindedAt: null,
		clockLeftDays: null,
		suggestedId: null,
		menteeId: "p2",
		menteeSlackId: "U0MENTEE",
		menteeName: name,
		menteeZone: "Europe/Lisbon",
		menteeLocale: "en-US",
		mentorId: "p1",
		mentorSlackId: "U0MENTOR",
		mentorName: name,
		mentorZone: "America/New_York",
		mentorLocale: "en-US",
		...facts,
	};
}

const askWith = (words: string) =>
	askForm.parse({
		ask: words || "x",
		goal: words,
		duration: durations[0],
		why: words,
		offer: words,
		recommendedBy: "U0FRIEND",
		notMyManager: ["yes"],
		ready: ["yes"],
	});

const notesWith = (words: string): Note[] => [
	{ by: "mentor", words: cut(words, noteLengths.question) },
	{ by: "mentee", words: cut(words, noteLengths.reply) },
];

const times = <T>(count: number, one: T) =>
	Array.from({ length: count }, () => one);

test("all that is said of a request, whatever was typed", () => {
	for (const words of texts) {
		const request = requestWith(words);
		const waits = requestWith(words, { state: "asked_back" });
		const notes = notesWith(words);
		const whole = { request, ask: askWith(words), notes };
		// Names stand in a notification; what was written does not.
		const secrets = words.length > 3 ? [`> ${words}`] : [];
		for (const occasion of ["request", "reminder", "replied"] as const) {
			const about = { occasion, others: times(14, waits) };
			expectSoundMessage(requestMessage(whole, about, text), secrets);
		}
		for (const again of [true, false])
			expectSoundMessage(
				questionMessage(waits, { notes, again }, text),
				secrets,
			);
		expectSoundMessage(introductionMessage(request, whole.ask, text), secrets);
		for (const next of [undefined, request])
			expectSoundMessage(declinedMessage(request, next, text), secrets);
		const colleague = { personId: "p3", slackUserId: "U0FRIEND", name: words };
		expectSoundMessage(suggestedMessage(request, colleague, text));
		expectSoundModal(questionModal(request, text));
		expectSoundModal(replyModal(waits, notes, text));
		expectSoundModal(suggestModal(request, text));
		expectSoundHome(receivedBlocks(times(3, request), text));
		const queued = { state: "queued", position: 2, closesAt: null } as const;
		const list = [request, ...times(4, requestWith(words, queued))];
		expectSoundHome(sentSection(times(3, list), text));
		expectSoundHome([moreToSay(request, text)]);
		const late = answeredMessage(
			{ outcome: "before", request },
			"mentee",
			text,
		);
		expectSoundMessage(tooLateMessage(late, words || "x", text), secrets);
	}
});

test("however many wait, a mentor's list fits into a message", () => {
	const many = times(40, requestWith("Ana Lopes"));
	const whole = {
		request: many[0] ?? requestWith("A"),
		ask: askWith("x"),
		notes: [],
	};
	const message = requestMessage(
		whole,
		{ occasion: "request", others: many },
		text,
	);
	expectSoundMessage(message);
	expect(JSON.stringify(message)).toContain("Not now to the rest");
});

test("every outcome and every state has its sentence, for both", () => {
	const outcomes: Answered["outcome"][] = [
		"accepted",
		"declined",
		"withdrawn",
		"takenOff",
		"askedBack",
		"replied",
		"full",
		"passedOn",
		"gone",
	];
	for (const as of ["mentor", "mentee"] as const) {
		for (const outcome of outcomes)
			expectSoundMessage(
				answeredMessage({ outcome, request: requestWith("Ana") }, as, text),
			);
		for (const state of requestStates)
			expectSoundMessage(
				answeredMessage(
					{ outcome: "before", request: requestWith("Ana", { state }) },
					as,
					text,
				),
			);
	}
});

test("to the mentee, declined and expired are byte for byte the same", () => {
	const [declined, expired] = (["declined", "expired"] as const).map(
		(state) => {
			const request = requestWith("Ben", { state });
			const now = answeredMessage(
				{ outcome: "before", request },
				"mentee",
				text,
			);
			const told = [undefined, requestWith("Chen")].map((next) =>
				declinedMessage(request, next, text),
			);
			return JSON.stringify([now, told]);
		},
	);
	expect(declined).toBe(expired);
	expect(declined).toContain("Ben can't right now.");
	expect(declined).not.toMatch(/declin|expir|reject|because|answered/i);
});

test("notifications never quote what was written", () => {
	const request = requestWith("Ana Lopes");
	const waits = requestWith("Ana Lopes", { state: "asked_back" });
	const notes = notesWith("a very private matter");
	const whole = { request, ask: askWith("a very private matter"), notes };
	for (const message of [
		requestMessage(whole, { occasion: "replied", others: [request] }, text),
		questionMessage(waits, { notes, again: false }, text),
		introductionMessage(request, whole.ask, text),
		tooLateMessage(
			answeredMessage({ outcome: "before", request }, "mentor", text),
			"a very private matter",
			text,
		),
	])
		expectSoundMessage(message, ["private matter"]);
});

test("a mentor is shown neither a rank nor that there are others", () => {
	const request = requestWith("Ana Lopes", { position: 3, programName: null });
	const whole = { request, ask: askWith("My plan"), notes: [] };
	const about = { occasion: "request" as const, others: [] };
	const shown = JSON.stringify([
		requestMessage(whole, about, text),
		receivedBlocks([request], text),
	]);
	expect(shown).not.toMatch(/choice|rank|third|\b3\b|instead/i);
});

test("away and silent: until when, and the way back", () => {
	const until = new Date("2026-04-01T00:00:00Z");
	expectSoundModal(awayModal(text));
	expectSoundMessage(awaySaved(until, reader, text));
	expectSoundMessage(silentMessage(text));
	for (const why of [{ awayUntil: until }, "silent"] as const) {
		const blocks = unavailableSection(why, reader, text);
		expectSoundHome(blocks);
		expect(JSON.stringify(blocks)).toContain("I am available");
	}
});

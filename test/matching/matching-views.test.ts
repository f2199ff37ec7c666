import { expect, test } from "@jest/globals";
import type { AskPage, NotAskable } from "../../src/matching/ask.service.ts";
import { askForm, durations } from "../../src/matching/ask.ts";
import {
	askModal,
	notAskableMessage,
	previewModal,
} from "../../src/matching/ask.views.ts";
import { kinds } from "../../src/matching/engine/profile.ts";
import type { Reason } from "../../src/matching/engine/reasons.ts";
import { rules } from "../../src/matching/engine/rules.ts";
import { whyEmpty } from "../../src/matching/engine/why-empty.ts";
import {
	type Found,
	longestQuery,
	readQuery,
} from "../../src/matching/find.ts";
import { foundMessage, startSection } from "../../src/matching/find.views.ts";
import type { RequestRow } from "../../src/matching/requests.queries.ts";
import {
	answerSection,
	declinedMessage,
	introductionMessage,
	openRequestsSection,
	requestMessage,
} from "../../src/matching/requests.views.ts";
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
const texts = [...oddTexts(full ? 10_000 : 300, 12).map(clean), longest, "x"];

const reasonsWith = (words: string): Reason[] => [
	{ reason: "topic", topic: "t1", others: ["t2"], level: 3 } as Reason,
	{ reason: "move", move: words } as Reason,
	{ reason: "department", department: words } as Reason,
	{ reason: "style", alike: { feedback: "direct", plan: "open" } } as Reason,
];

const namesWith = (words: string): AskPage["names"] => ({
	topic: () => words,
	person: () => undefined,
});

function foundWith(words: string): Found {
	return {
		personId: "p1",
		slackUserId: "U0MENTOR",
		name: cut(words, 80),
		title: cut(words, 120),
		offer: cut(words, 300),
		topics: Array.from({ length: 8 }, () => cut(words, 75)),
		kinds: [...kinds],
		freeSeats: 10,
		reasons: reasonsWith(cut(words, 300)),
	};
}

function askPageWith(words: string): AskPage {
	return {
		mentor: {
			personId: "p1",
			slackUserId: "U0MENTOR",
			name: cut(words, 80),
			title: cut(words, 120),
			standing: "member",
			zone: "Europe/Lisbon",
			locale: "en-US",
		},
		draft: null,
		goal: cut(words, 300),
		reasons: reasonsWith(cut(words, 300)),
		names: namesWith(words),
		managerUnknown: true,
		firstRequest: true,
	};
}

function requestWith(words: string): RequestRow {
	return {
		requestId: "r1",
		programId: "g1",
		kind: "one_to_one",
		state: "open",
		ask: Buffer.alloc(0),
		askedAt: new Date("2026-03-01T12:00:00Z"),
		menteeId: "p2",
		menteeSlackId: "U0MENTEE",
		menteeName: cut(words, 80),
		mentorId: "p1",
		mentorSlackId: "U0MENTOR",
		mentorName: cut(words, 80),
	};
}

const askWith = (words: string, duration = durations[0] as string) =>
	askForm.parse({
		ask: words || "x",
		goal: words,
		duration,
		why: words,
		offer: words,
		recommendedBy: "U0FRIEND",
		notMyManager: ["yes"],
		ready: ["yes"],
	});

test("a list of mentors, whatever they wrote and whatever was sought", () => {
	for (const words of texts) {
		const found = Array.from({ length: 5 }, () => foundWith(words));
		const query = readQuery(words);
		const names = namesWith(cut(words, 75));
		const page = { query, found, next: 5, empty: [], names };
		expectSoundMessage(foundMessage(page, text), [query]);
		const none = { query, found: [], next: null, empty: [], names };
		expectSoundMessage(foundMessage(none, text));
	}
});

test("an empty list, for every reason there is", () => {
	for (const query of ["", "kubernetes"])
		for (const rule of rules)
			for (const count of [1, 7]) {
				const empty = whyEmpty({ [rule]: count });
				const names = namesWith("");
				const page = { query, found: [], next: null, empty, names };
				expectSoundMessage(foundMessage(page, text));
			}
	expectSoundHome(startSection(text));
});

test("the ask and its preview, whatever was typed", () => {
	for (const words of texts) {
		const page = askPageWith(words);
		const ask = askWith(words);
		expectSoundModal(askModal(page, text));
		expectSoundModal(askModal({ ...page, draft: ask }, text));
		expectSoundModal(previewModal(page, { ask, mentee: cut(words, 80) }, text));
	}
});

test("a request on its whole way, whatever was typed", () => {
	for (const words of texts) {
		const request = requestWith(words);
		const ask = askWith(words);
		// Names stand in a notification; what was written does not.
		const secrets = words.length > 3 ? [`> ${words}`] : [];
		expectSoundMessage(requestMessage(request, ask, text), secrets);
		expectSoundMessage(introductionMessage(request, ask, text), secrets);
		expectSoundMessage(declinedMessage(request, text), secrets);
		expectSoundHome(answerSection([request, request], reader, text));
		expectSoundHome(openRequestsSection([request], reader, text));
	}
});

test("notifications never quote the ask", () => {
	const request = requestWith("Ana Lopes");
	for (const duration of durations) {
		const ask = askWith("a very private matter", duration);
		for (const message of [
			requestMessage(request, ask, text),
			introductionMessage(request, ask, text),
			declinedMessage(request, text),
		])
			expectSoundMessage(message, ["private matter"]);
	}
});

test("a decline has neither a reason nor anything of the ask", () => {
	const words = JSON.stringify(declinedMessage(requestWith("Ben"), text));
	expect(words).toContain("Ben can't right now.");
	expect(words).not.toMatch(/declin|reject|because/i);
});

const reasonsNotToAsk: NotAskable[] = [
	"yourself",
	"bot",
	"guest",
	"external",
	"deactivated",
	"unknown",
	"notJoined",
	"paused",
	"alreadyAsked",
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

test("a search is read as it was typed, and not longer than needed", () => {
	expect(readQuery("R&amp;D")).toBe("R&D");
	expect(readQuery("a &lt;b&gt; c")).toBe("a <b> c");
	expect(readQuery("&amp;lt;")).toBe("&lt;");
	expect(readQuery("<@U1|ana> in <#C1|general>")).toBe("@ana in #general");
	expect(readQuery("<https://a.example|here>")).toBe("here");
	expect(readQuery("<https://a.example>")).toBe("https://a.example");
	expect(readQuery("x".repeat(3000)).length).toBeLessThanOrEqual(longestQuery);
});

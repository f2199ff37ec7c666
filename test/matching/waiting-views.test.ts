import { expect, test } from "@jest/globals";
import type { Found } from "../../src/matching/find.ts";
import { longestQuery, readQuery } from "../../src/matching/find.ts";
import {
	joinedAndWaitedMessage,
	passedMessage,
	stoppedMessage,
	suggestionMessage,
	suggestionsSection,
	waitedMessage,
	waitingSection,
} from "../../src/matching/waiting.views.ts";
import { standing, type Wait } from "../../src/matching/waiting-home.ts";
import { waitOffer } from "../../src/matching/waiting-offer.views.ts";
import type { SuggestionRow } from "../../src/matching/waiting-suggestions.queries.ts";
import { clean, cut } from "../../src/slack/mrkdwn.ts";
import { textFor } from "../../src/slack/text.ts";
import { full } from "../support/full.ts";
import { oddTexts } from "../support/odd-texts.ts";
import { expectSoundHome, expectSoundMessage } from "../support/sound.ts";

const text = textFor("en");
const reader = { zone: "Europe/Lisbon", locale: "en-US" };
const now = new Date("2026-11-18T12:00:00Z");
const longest = "&<>".repeat(1000);
const texts = [...oddTexts(full ? 10_000 : 200, 17).map(clean), longest, "x"];

const states = ["seen", "open", "asked", "passed", "lapsed", "gone"] as const;

function suggestionWith(
	words: string,
	known: Partial<SuggestionRow> = {},
): SuggestionRow {
	return {
		suggestionId: "s1",
		programId: "g1",
		waitingId: "w1",
		personId: "p2",
		state: "open",
		suggestedAt: now,
		reservedUntil: new Date(now.getTime() + 1),
		mentorId: "p1",
		mentorSlackId: "U0MENTOR",
		mentorName: cut(words, 80),
		query: null,
		waitingState: "waiting",
		isAsked: false,
		...known,
	};
}

function foundWith(words: string): Found {
	return {
		personId: "p1",
		slackUserId: "U0MENTOR",
		name: cut(words, 80),
		title: cut(words, 120),
		offer: cut(words, 300),
		topics: [cut(words, 75)],
		kinds: ["one_to_one", "flash"],
		freeSeats: 1,
		reasons: [{ reason: "department", department: cut(words, 75) }],
	};
}

test("a suggestion, whatever anyone wrote and whatever was sought", () => {
	for (const words of texts) {
		const query = readQuery(words);
		const message = suggestionMessage(
			{
				suggestion: suggestionWith(words),
				query,
				found: foundWith(words),
				names: { topic: () => words, person: () => undefined },
			},
			reader,
			text,
		);
		const isOfTheName = cut(words, 80).includes(query);
		expectSoundMessage(message, isOfTheName ? [] : [query]);
	}
});

test("Home, with every kind of place on the list", () => {
	for (const words of texts) {
		const place: Wait = {
			waitingId: "w1",
			query: readQuery(words),
			since: now,
			held: false,
			suggestion: null,
		};
		const suggestion = suggestionWith(words);
		const waiting: Wait[] = [
			place,
			{ ...place, query: "", held: true },
			{ ...place, suggestion: { ...suggestion, is: "open" } },
			{ ...place, suggestion: { ...suggestion, is: "asked" } },
		];
		const matched = [words, ""].map((query) => ({
			query: readQuery(query),
			mentorSlackId: "U0MENTOR",
		}));
		expectSoundHome(waitingSection({ waiting, matched }, reader, text));
		const sections = suggestionsSection(waiting, reader, text);
		expect(sections).toHaveLength(2);
		expectSoundHome(sections);
	}
});

test("answers to what someone did, or did too late", () => {
	for (const words of texts) {
		for (const query of [readQuery(words), ""]) {
			for (const outcome of ["begun", "already", "most"] as const) {
				expectSoundMessage(waitedMessage({ outcome, query }, text));
				expectSoundMessage(joinedAndWaitedMessage({ outcome, query }, text));
			}
			for (const before of ["waiting", "stopped", "matched", "left"] as const)
				expectSoundMessage(stoppedMessage({ before, query }, text));
			for (const isEmpty of [true, false]) {
				for (const offer of ["offer", "waits"] as const)
					expectSoundHome(waitOffer(offer, { query, isEmpty }, text));
				expect(waitOffer("none", { query, isEmpty }, text)).toEqual([]);
			}
		}
		for (const state of states)
			for (const isAsked of [true, false])
				for (const waitingState of ["waiting", "matched"] as const) {
					const known = { state, isAsked, waitingState };
					const suggestion = suggestionWith(words, known);
					for (const passed of [true, false])
						expectSoundMessage(passedMessage({ passed, suggestion }, text));
				}
	}
});

test("the button carries what the search takes, however long it was", () => {
	const [block] = waitOffer(
		"offer",
		{ query: "x".repeat(longestQuery + 50), isEmpty: true },
		text,
	);
	const { query } = JSON.parse(
		block?.type === "section" && block.accessory?.type === "button"
			? (block.accessory.value ?? "")
			: "",
	);
	expect(query).toHaveLength(longestQuery);
});

test("a suggestion stands until its time is over, or an ask is made", () => {
	const of = (known: Partial<SuggestionRow>) =>
		standing(suggestionWith("Ana", known), now);
	expect(of({})).toBe("open");
	expect(of({ reservedUntil: now })).toBeNull();
	expect(of({ isAsked: true, state: "asked" })).toBe("asked");
	expect(of({ isAsked: true })).toBe("asked");
	for (const state of states.filter((one) => one !== "open"))
		expect(of({ state })).toBeNull();
});

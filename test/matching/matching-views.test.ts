import { expect, test } from "@jest/globals";
import { kinds } from "../../src/matching/engine/profile.ts";
import type { Reason } from "../../src/matching/engine/reasons.ts";
import { rules } from "../../src/matching/engine/rules.ts";
import { whyEmpty } from "../../src/matching/engine/why-empty.ts";
import {
	type Found,
	longestQuery,
	type Names,
	readQuery,
} from "../../src/matching/find.ts";
import { foundMessage, startSection } from "../../src/matching/find.views.ts";
import { clean, cut } from "../../src/slack/mrkdwn.ts";
import { textFor } from "../../src/slack/text.ts";
import { full } from "../support/full.ts";
import { oddTexts } from "../support/odd-texts.ts";
import { expectSoundHome, expectSoundMessage } from "../support/sound.ts";

const text = textFor("en");
const longest = "&<>".repeat(1000);
const texts = [...oddTexts(full ? 10_000 : 300, 12).map(clean), longest, "x"];

const reasonsWith = (words: string): Reason[] => [
	{ reason: "topic", topic: "t1", others: ["t2"], level: 3 } as Reason,
	{ reason: "move", move: words } as Reason,
	{ reason: "department", department: words } as Reason,
	{ reason: "style", alike: { feedback: "direct", plan: "open" } } as Reason,
];

const namesWith = (words: string): Names => ({
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

test("a list of mentors, whatever they wrote and whatever was sought", () => {
	for (const words of texts) {
		const found = Array.from({ length: 5 }, () => foundWith(words));
		const query = readQuery(words);
		const names = namesWith(cut(words, 75));
		for (const wait of ["offer", "waits", "none"] as const) {
			const page = { query, found, next: 5, empty: [], names, wait };
			expectSoundMessage(foundMessage(page, text), [query]);
			const none = { query, found: [], next: null, empty: [], names, wait };
			expectSoundMessage(foundMessage(none, text));
		}
	}
});

test("an empty list, for every reason there is", () => {
	for (const query of ["", "kubernetes"])
		for (const rule of rules)
			for (const count of [1, 7]) {
				const empty = whyEmpty({ [rule]: count });
				const names = namesWith("");
				const wait = "offer" as const;
				const page = { query, found: [], next: null, empty, names, wait };
				expectSoundMessage(foundMessage(page, text));
			}
	expectSoundHome(startSection(text));
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

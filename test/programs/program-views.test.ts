import { expect, test } from "@jest/globals";
import { consequenceModal } from "../../src/programs/consequence.views.ts";
import { participationModal } from "../../src/programs/participation.views.ts";
import {
	firstModal,
	hubModal,
	settingsModal,
} from "../../src/programs/program.views.ts";
import { contactMessage } from "../../src/programs/safeguarding.views.ts";
import type { ProgramPage } from "../../src/programs/settings.service.ts";
import { settingsSchema } from "../../src/programs/settings.ts";
import {
	longestName,
	mostPlaces,
	settingsPages,
} from "../../src/programs/settings-pages.ts";
import { mostTopics } from "../../src/programs/topic-form.ts";
import {
	confirmMergeModal,
	mergeModal,
	topicModal,
	topicsModal,
} from "../../src/programs/topics.views.ts";
import { clean, cut } from "../../src/slack/mrkdwn.ts";
import { textFor } from "../../src/slack/text.ts";
import { full } from "../support/full.ts";
import { oddTexts } from "../support/odd-texts.ts";
import { expectSoundMessage, expectSoundModal } from "../support/sound.ts";

const text = textFor("en");
const programId = "01890a5d-ac96-774b-bcce-b302099a8057";
const now = new Date("2026-12-01T12:00:00Z");
const reader = { zone: "Europe/Lisbon", locale: "en-US", now };
const texts = [...oddTexts(full ? 10_000 : 200, 23).map(clean), "<".repeat(500)]
	.filter(Boolean)
	.map((words) => words.trim());

function programWith(words: string): ProgramPage {
	const place = cut(words, 75);
	return {
		programId,
		name: cut(words, longestName),
		isUntouched: false,
		cohorts: ["Spring", "Autumn"],
		contacts: ["U0MENTEE", "U0MENTOR"],
		topics: 1,
		known: { department: true, location: true },
		settings: settingsSchema.parse({
			description: cut(words, 500),
			departments: [place],
			locations: [place],
			holidays: [{ date: "2026-12-25", name: cut(words, 60) }],
			weights: { topic: "more", goal: "none", style: "less" },
			rules: {
				department: "same",
				location: "same",
				minimumOverlap: 600,
				leastAhead: 1,
				mostAhead: 3,
			},
			report: { channel: "C0REPORT", every: "week", weekday: 7 },
		}),
	};
}

test("the settings and each of their pages, whatever was typed", () => {
	for (const words of texts) {
		const program = programWith(words);
		expectSoundModal(hubModal(program, text, reader));
		expectSoundModal(firstModal(program, text));
		expectSoundMessage(contactMessage(program.name, text));
	}
	for (const page of settingsPages)
		for (const words of texts.slice(0, 50))
			expectSoundModal(settingsModal(page, programWith(words), text));
});

test("untouched settings are said in plain words, and every page fits", () => {
	const program = {
		...programWith("Mentoring"),
		contacts: [],
		settings: settingsSchema.parse({}),
		known: { department: false, location: false },
	};
	const hub = hubModal(
		program,
		text,
		reader,
		text.mrkdwn("programs:first.done"),
	);
	expectSoundModal(hub);
	const words = JSON.stringify(hub);
	expect(words).toContain("Reminder after 3 working days, closed after 7 ");
	expect(words).toContain("Everything counts as usual");
	expect(words).toContain("Every full member of the workspace");
	for (const page of settingsPages)
		expectSoundModal(settingsModal(page, program, text));
});

test("a preview holds the longest proposal there is", () => {
	const places = Array.from({ length: mostPlaces }, (_, index) =>
		`${index} "${"\\".repeat(5)}`.padEnd(75, "x"),
	);
	const patch = { allowsGuests: true, departments: places, locations: places };
	const proposal = { programId, page: "join" as const, patch };
	expectSoundModal(
		consequenceModal(proposal, { looking: 9, before: 0, after: 9 }, text),
	);
});

test("a consequence is a number only where it points at nobody", () => {
	const said = (before: number, after: number, looking = 40) => {
		const kinds = { kinds: ["flash" as const] };
		const proposal = { programId, page: "kinds" as const, patch: kinds };
		const modal = consequenceModal(proposal, { looking, before, after }, text);
		expectSoundModal(modal);
		return JSON.stringify(modal.blocks);
	};
	expect(said(3, 14)).toContain("This leaves 14 mentees without");
	expect(said(3, 14)).toContain("Now it is fewer than 5 mentees.");
	expect(said(0, 1)).toContain("This leaves fewer than 5 mentees without");
	expect(said(0, 1)).toContain("Now it is nobody.");
	// Not to be told apart: which of them it is could be found out.
	expect(said(1, 4)).toEqual(said(4, 1));
	expect(said(1, 4)).toContain("mentor: fewer than 5 mentees, now and with");
	expect(said(2, 2, 3)).toContain("fewer than 5. Full mentors");
	expect(said(2, 2, 3)).toEqual(said(2, 2, 4));
	expect(said(0, 0, 0)).toContain("this leaves nobody without one");
});

test("topics, however many and whatever they are called", () => {
	const topic = (words: string, index: number) => ({
		topicId: `${programId.slice(0, -4)}${String(index).padStart(4, "0")}`,
		name: cut(words, 60),
		synonyms: [cut(words, 60)],
		uses: index % 2,
	});
	const many = Array.from({ length: mostTopics }, (_, index) =>
		topic(texts[index % texts.length] ?? "Topic", index),
	);
	for (const topics of [[], many.slice(0, 100), many.slice(0, 101), many])
		expectSoundModal(topicsModal(programId, topics, text));
	for (const [index, one] of many.slice(0, texts.length).entries()) {
		expectSoundModal(topicModal(programId, one, text));
		const into = many[index + 1] ?? one;
		expectSoundModal(confirmMergeModal(programId, one, into, text));
	}
	expectSoundModal(topicModal(programId, null, text));
	const [first = topic("One", 0)] = many;
	expectSoundModal(mergeModal(programId, first, many, text));
});

test("the participation text, whatever lines a program adds", () => {
	for (const words of texts.slice(0, 100)) {
		const line = cut(words.replaceAll("\n", " "), 200);
		const newest = { version: 3, createdAt: now };
		const page = {
			ownLines: [line, line, line],
			healthFrom: new Date(0),
			newest,
		};
		expectSoundModal(participationModal(programId, page, text, reader));
	}
	const first = { ownLines: [], healthFrom: null, newest: null };
	expectSoundModal(participationModal(programId, first, text, reader));
});

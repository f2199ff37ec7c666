import { expect, test } from "@jest/globals";
import {
	type Cohort,
	longestCohortName,
	phases,
} from "../../src/programs/cohort.ts";
import { ownCohortBlocks } from "../../src/programs/cohort-part.views.ts";
import { cohortModal, cohortsModal } from "../../src/programs/cohorts.views.ts";
import type { Published } from "../../src/reports/candidate.ts";
import { summaryCsv } from "../../src/reports/cohort-csv.views.ts";
import { cohortKey, summaryIds } from "../../src/reports/cohort-figures.ts";
import type {
	CohortSummary,
	Summarized,
} from "../../src/reports/cohort-summary.ts";
import {
	fewMessage,
	summaryDefinitionsModal,
	summaryMessage,
	summaryModal,
} from "../../src/reports/cohort-summary.views.ts";
import type { Todo } from "../../src/reports/todo.ts";
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
const reader = { zone: "Pacific/Apia", locale: "en-US" };
const texts = [...oddTexts(full ? 1_000 : 40, 77).map(clean), "<".repeat(300)]
	.filter(Boolean)
	.map((words) => words.trim());

const cohortOf = (name: string, cohortId = "a"): Cohort => ({
	name: cut(name, longestCohortName),
	...{ cohortId, programId: "p" },
	...{ signupFrom: "2026-12-01", signupUntil: "2026-12-24" },
	...{ kickoffOn: "2027-01-11", endsOn: "2027-06-30" },
});

/** Every kind of figure, each as long as it gets. */
const kinds = (asOf: string): Published[] => {
	const people = { is: "number", value: 123_456 } as const;
	const yes = { is: "under", limit: 5 } as const;
	const band = { is: "between", low: 4, high: 5 } as const;
	return [
		{ kind: "count", id: "", asOf, people },
		{ kind: "share", id: "", asOf, people, yes },
		{ kind: "mean", id: "", asOf, people, mean: band },
		{ kind: "median", id: "", asOf, people, unit: "hours", median: band },
		{ kind: "hidden", id: "", asOf },
		{
			...{ kind: "split", id: "", asOf, people },
			rows: [
				{ names: ["finished", "informal"], people },
				{ names: ["renewed"], people },
			],
		},
	];
};

function summarized(cohort: Cohort, at: number): Summarized {
	const madeAt = new Date("2027-06-30T09:00:00Z");
	const all = kinds(madeAt.toISOString());
	const figures = summaryIds.map((id, index): Published => {
		const figure = all[(index + at) % all.length];
		if (!figure) throw new Error("There are no kinds.");
		return { ...figure, id: cohortKey(cohort.cohortId, id) };
	});
	const release = { releaseId: "r", programId: "p", madeAt, figures };
	return { cohort, release };
}

const summaryOf = (words: string, hasLast: boolean): CohortSummary => ({
	...summarized(cohortOf(words), 0),
	program: cut(words, 80),
	last: hasLast ? summarized(cohortOf(words, "b"), 2) : null,
	quotes: Array.from({ length: 40 }, () => cut(words, 200)),
	reader,
});

test("what managers see of their cohorts, whatever they are called", () => {
	for (const [at, words] of texts.entries()) {
		const phase = phases[at % phases.length] ?? "open";
		const cohort = { ...cohortOf(words), phase, people: 0 };
		const cohorts = Array.from({ length: 60 }, (_, index) => ({
			...cohort,
			isSummarized: index % 2 === 0,
		}));
		expectSoundModal(cohortsModal({ programId: "p", cohorts }, text, reader));
		const open = { ...cohort, isSummarized: false };
		expectSoundModal(cohortModal("p", open, text));
	}
	expectSoundModal(cohortsModal({ programId: "p", cohorts: [] }, text, reader));
	expectSoundModal(cohortModal("p", null, text));
});

test("what is one's own of them, on Home", () => {
	for (const words of texts) {
		const cohort = cohortOf(words);
		expectSoundHome(
			ownCohortBlocks({ open: cohort, joined: [cohort] }, text, reader),
		);
	}
});

test("a summary, whatever it quotes; the message and the page say the same", () => {
	for (const words of texts)
		for (const hasLast of [true, false]) {
			const summary = summaryOf(words, hasLast);
			expectSoundMessage(summaryMessage(summary, text));
			expectSoundModal(summaryModal({ is: "summary", summary }, text));
			expectSoundModal(summaryDefinitionsModal(summary, text));
			const { file } = summaryCsv(summary, text);
			expect(String(file.content)).not.toMatch(/(^|,)"?[=+@-]/m);
		}
});

test("what has no number on either side is named in one line", () => {
	const both = JSON.stringify(summaryMessage(summaryOf("Spring", true), text));
	const alone = JSON.stringify(
		summaryMessage(summaryOf("Spring", false), text),
	);
	expect(both).not.toContain("Too few people to tell");
	expect(alone).toContain("Too few people to tell");
});

test("too few people: words and a list, no number of people", () => {
	const todos: Todo[] = ["announce", "mentors"];
	for (const words of texts)
		expectSoundMessage(
			fewMessage(
				{ is: "few", cohort: cohortOf(words), program: "Mentoring", todos },
				text,
			),
		);
	expectSoundModal(summaryModal({ is: "early" }, text));
});

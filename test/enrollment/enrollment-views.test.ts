import { expect, test } from "@jest/globals";
import {
	offeredKinds,
	ownTopicValue,
	roles,
} from "../../src/enrollment/enrollment.ts";
import {
	joinSection,
	leaveQuestion,
	meSection,
	pausedMessage,
} from "../../src/enrollment/enrollment.views.ts";
import { joinedMessage, joinModal } from "../../src/enrollment/join.views.ts";
import { joinForm } from "../../src/enrollment/join-form.ts";
import type { Profile } from "../../src/enrollment/profile.ts";
import { pageModal, profileModal } from "../../src/enrollment/profile.views.ts";
import {
	hoursPage,
	menteePage,
	mentorPage,
	pages,
	readMoves,
} from "../../src/enrollment/profile-pages.ts";
import type { Cohort } from "../../src/programs/cohort.ts";
import { clean } from "../../src/slack/mrkdwn.ts";
import { textFor } from "../../src/slack/text.ts";
import { full } from "../support/full.ts";
import { oddTexts } from "../support/odd-texts.ts";
import {
	expectSoundHome,
	expectSoundMessage,
	expectSoundModal,
} from "../support/sound.ts";

const text = textFor("en");
const longest = "<".repeat(300);

function profileWith(words: string): Profile {
	const { offer, helpsNotWith, moves } = mentorPage.parse({
		offer: words,
		helpsNotWith: words,
		moves: words,
		kindsOffered: ["flash"],
		capacity: "10",
	});
	const name = words.slice(0, 60) || "Topic";
	const sides = ["wanted", "offered"] as const;
	return {
		role: "both",
		topics: sides.flatMap((side) =>
			Array.from({ length: 8 }, (_, index) => ({
				side,
				topicKey: `own:${index}`,
				topicId: null,
				name,
				level: 2,
			})),
		),
		goal: menteePage.parse({ goal: words, kindsWanted: ["flash"] }).goal,
		offer,
		helpsNotWith,
		moves: readMoves(moves),
		capacity: 10,
		kindsWanted: ["flash"],
		kindsOffered: ["one_to_one", "group"],
		rhythm: "monthly",
		lengthMinutes: 45,
		format: "in_person",
		languages: ["en", "it"],
		feedback: "gentle",
		plan: null,
		medium: "write",
		hours: {
			zone: "America/Argentina/ComodRivadavia",
			start: "09:00",
			end: "17:00",
			days: [1, 2, 3, 4, 5, 6, 7],
		},
		never: Array.from({ length: 20 }, (_, index) => `U0${index}`),
		programKinds: offeredKinds,
	};
}

const aCohort = (name: string): Cohort => ({
	...{ name, cohortId: "", programId: "" },
	...{ signupFrom: "2026-12-01", signupUntil: "2026-12-24" },
	...{ kickoffOn: "2027-01-11", endsOn: "2027-06-30" },
});

const texts = oddTexts(full ? 10_000 : 300, 11).map(clean);

test.each(roles)("the page of joining as a %s, whatever was typed", (role) => {
	for (const words of [...texts, longest, ""]) {
		const own = ownTopicValue(words);
		const form = joinForm.parse({
			role,
			wanted: [own],
			offered: [own],
			goal: words,
			offer: words,
		});
		const choices = words ? [{ value: own, label: words }] : [];
		const page = { wanted: choices, offered: choices };
		const id = "enrollment:join";
		expectSoundModal(
			joinModal(
				{ ...form, ...page, id, submit: "Join", metadata: {} },
				{
					terms: { ownLines: [words, words], healthFrom: new Date(0) },
					roles: [...roles],
					cohort: aCohort(words),
					reader: { zone: "Pacific/Apia", locale: "en" },
				},
				text,
			),
		);
		expectSoundMessage(joinedMessage(form, text), [form.goal, form.offer]);
	}
});

test("every page of a profile, and their contents, whatever was typed", () => {
	for (const words of [...texts, longest, ""]) {
		const profile = profileWith(words);
		expectSoundModal(profileModal(profile, text, "mentor"));
		for (const page of ["topics", "levels", "mentee", "mentor"] as const)
			expectSoundModal(pageModal(page, profile, text));
	}
	for (const page of pages)
		expectSoundModal(pageModal(page, profileWith("words"), text));
});

test("a profile says nothing yet where nothing is", () => {
	const profile = { ...profileWith(""), topics: [], never: [] };
	const contents = JSON.stringify(profileModal(profile, text));
	expect(contents).toContain("_Nothing yet_");
	expect(contents).not.toContain("*Levels*");
	expectSoundModal(pageModal("topics", profile, text));
});

test("Home before joining and after, paused or not", () => {
	expectSoundHome(joinSection(text));
	for (const role of roles)
		for (const state of ["open", "paused"] as const)
			expectSoundHome(
				meSection({ role, state, topics: 1, mentorships: 10 }, text),
			);
	for (const count of [0, 1, 10]) {
		expectSoundMessage(pausedMessage(count, text));
		expectSoundMessage(leaveQuestion(count, text));
	}
});

test("working hours are times of a day", () => {
	const days = ["1"];
	const parse = (start: string) =>
		hoursPage.safeParse({ start, end: "17:00", days }).success;
	expect(["09:00", "00:00", "23:59"].map(parse)).toEqual([true, true, true]);
	for (const wrong of ["24:00", "9:00", "12:60", "", "١٢:٠٠", "09:00\n"])
		expect(parse(wrong)).toBe(false);
});

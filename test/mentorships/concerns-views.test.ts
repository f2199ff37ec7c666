import { describe, expect, test } from "@jest/globals";
import type { Concern, WrongPage } from "../../src/mentorships/concern.ts";
import {
	concernMessage,
	confidenceSection,
} from "../../src/mentorships/concerns.views.ts";
import type { Mentorship } from "../../src/mentorships/mentorship.ts";
import { mentorshipsSection } from "../../src/mentorships/page.views.ts";
import { reportModal, wrongModal } from "../../src/mentorships/wrong.views.ts";
import { textFor } from "../../src/slack/text.ts";
import { aMentorship } from "../support/a-mentorship.ts";
import {
	expectSoundHome,
	expectSoundMessage,
	expectSoundModal,
} from "../support/sound.ts";

const text = textFor("en");
const at = new Date("2026-03-02T12:00:00Z");
const mentee = { personId: "p2", zone: "Europe/Lisbon", locale: "pt-PT" };
const mentor = { personId: "p1", zone: "Asia/Kathmandu", locale: "en-US" };
const contact = { personId: "p3", slackUserId: "U0FRIEND", name: "Dana" };

/** The mentee has stopped it. */
function between(name: string): Mentorship {
	return aMentorship({
		mentorshipId: "m1",
		exploringUntil: at,
		members: [
			{
				personId: "p1",
				slackUserId: "U0MENTOR",
				name,
				role: "mentor",
				stoppedAt: null,
			},
			{
				personId: "p2",
				slackUserId: "U0MENTEE",
				name,
				role: "mentee",
				stoppedAt: at,
			},
		],
	});
}

function concern(name: string, dates: Partial<Concern> = {}): Concern {
	return {
		concernId: "c1",
		mentorshipId: "m1",
		reporter: { personId: "p2", slackUserId: "U0MENTEE", name },
		contact,
		body: Buffer.alloc(0),
		reportedAt: at,
		readAt: null,
		closedAt: null,
		...dates,
	};
}

const stages: Partial<Concern>[] = [
	{},
	{ readAt: at },
	{ readAt: at, closedAt: at },
	{ contact: null },
];
const oddNames = ["Ana", "<!channel>", "{{name}} $t(x)", "&".repeat(80)];
const longest = "&\n".repeat(1000);

test("pages, reports and Home are sound whatever people are called", () => {
	const contactReader = { ...mentor, personId: "p3" };
	for (const name of oddNames) {
		const mentorship = between(name);
		const helper = { ...contact, name };
		const turns: WrongPage["turnTo"][] = [
			{ to: "contact", contact: helper },
			{ to: "nobody", isNamed: true, managers: [] },
			{ to: "nobody", isNamed: false, managers: [helper, helper] },
		];
		for (const turnTo of turns) {
			const concerns = stages.map((dates) => concern(name, dates));
			const page = { mentorship, turnTo, concerns };
			expectSoundModal(wrongModal(page, mentee, text));
		}
		for (const typed of [undefined, longest]) {
			const page = { mentorship, contact: helper, ...(typed && { typed }) };
			expectSoundModal(reportModal(page, mentee, text));
		}
		for (const dates of stages) {
			const one = concern(name, dates);
			const report = { text: longest, about: [name, name] };
			expectSoundMessage(concernMessage(one, report, mentor, text));
			expectSoundHome(confidenceSection([one], mentee, text));
			expectSoundHome(confidenceSection([one], contactReader, text));
		}
	}
});

describe("a report", () => {
	const report = { text: longest, about: ["Ben"] };

	test("reaches its reader in full", () => {
		const { blocks } = concernMessage(concern("Ana"), report, mentor, text);
		expect(JSON.stringify(blocks)).toContain(JSON.stringify(longest));
	});

	test("has a notification that names nobody", () => {
		const message = concernMessage(concern("Ana"), report, mentor, text);
		expect(message.text.mrkdwn).toBe(
			"You have a confidential message in Mentor.",
		);
	});

	test("has the buttons of its stage, and says whose move it is", () => {
		const buttonsAt = (dates: Partial<Concern>) => {
			const one = concern("Ana", dates);
			const words = JSON.stringify(concernMessage(one, report, mentor, text));
			return [...words.matchAll(/"action_id":"mentorships:(\w+)"/g)].map(
				([, id]) => id,
			);
		};
		expect(buttonsAt({})).toEqual(["readConcern", "closeConcern"]);
		expect(buttonsAt({ readAt: at })).toEqual(["closeConcern"]);
		expect(buttonsAt({ readAt: at, closedAt: at })).toEqual([]);
		const home = (dates: Partial<Concern>) =>
			JSON.stringify(confidenceSection([concern("Ana", dates)], mentee, text));
		for (const dates of [{}, { readAt: at }])
			expect(home(dates)).toContain("It is their move");
	});
});

test("who stopped it sees so; the other sees what they saw before", () => {
	const mentorship = between("Ben");
	const before = {
		...mentorship,
		members: mentorship.members.map((one) => ({ ...one, stoppedAt: null })),
	};
	const seen = (of: Mentorship, by: typeof mentee) =>
		JSON.stringify(
			mentorshipsSection(
				[{ mentorship: of, lines: [], buttons: [] }],
				by,
				text,
			),
		);
	expect(seen(mentorship, mentor)).toBe(seen(before, mentor));
	expect(seen(mentorship, mentee)).toContain("*Stopped*");
	expect(seen(before, mentee)).toContain("are exploring until");
});

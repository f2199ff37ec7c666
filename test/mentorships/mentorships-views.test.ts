import { describe, expect, test } from "@jest/globals";
import { kinds } from "../../src/matching/engine/profile.ts";
import { briefingMessage } from "../../src/mentorships/briefing.views.ts";
import { exploringLine } from "../../src/mentorships/exploring.views.ts";
import {
	exploringEnd,
	type Mentorship,
	othersOf,
} from "../../src/mentorships/mentorship.ts";
import { namedButton } from "../../src/mentorships/named-button.views.ts";
import {
	mentorshipModal,
	mentorshipsSection,
} from "../../src/mentorships/page.views.ts";
import { pickModal } from "../../src/mentorships/pick.views.ts";
import { button } from "../../src/slack/blocks.ts";
import { textFor } from "../../src/slack/text.ts";
import { aMentorship } from "../support/a-mentorship.ts";
import { expectSoundHome, expectSoundMessage } from "../support/sound.ts";

const text = textFor("en");
const from = new Date("2026-03-01T12:00:00Z");
const mentor = { personId: "p1", zone: "Asia/Kathmandu", locale: "en-US" };
const mentee = { personId: "p2", zone: "Europe/Lisbon", locale: "pt-PT" };

function between(mentorName: string, menteeName: string): Mentorship {
	return aMentorship({
		mentorshipId: "m1",
		exploringUntil: exploringEnd(from),
		members: [
			{
				personId: "p1",
				slackUserId: "U0MENTOR",
				name: mentorName,
				role: "mentor",
				stoppedAt: null,
			},
			{
				personId: "p2",
				slackUserId: "U0MENTEE",
				name: menteeName,
				role: "mentee",
				stoppedAt: null,
			},
		],
	});
}

const homeOf = (mentorship: Mentorship) =>
	mentorshipsSection([{ mentorship, lines: [], buttons: [] }], mentee, text);

/** What a reader meets from the top to the bottom of a page. */
const wordsOf = (page: object): string => JSON.stringify(page);

test("what one seldom does stands at the end of a page, beside what is wrong", () => {
	const [often, seldom] = ["Agenda", "End it"].map((label) =>
		button({ id: label.replace(" ", "-"), value: "m1", label }),
	);
	const lines = [exploringLine(between("Ben", "Ana"), mentee, text)];
	const page = (mentorship: Mentorship) =>
		wordsOf(
			mentorshipModal(
				{
					mentorship,
					lines,
					buttons: often ? [often] : [],
					seldom: seldom ? [seldom] : [],
				},
				mentee,
				text,
			),
		);
	const open = page(between("Ben", "Ana"));
	const at = ["Agenda", "divider", "End it", "Something is wrong"].map(
		(words) => open.indexOf(words),
	);
	expect(at).toEqual(at.toSorted((a, b) => a - b));
	expect(at).not.toContain(-1);
	// The line says until when; it is not said twice.
	expect(open).not.toContain("are exploring until");
	const over = page({ ...between("Ben", "Ana"), state: "ended" });
	expect(over).not.toContain("End it");
	expect(over).toContain("Something is wrong");
});

test("of several outside Slack, each is asked for by name", () => {
	const outside = (name: string) => ({
		...aMentorship({ kind: "external", state: "active", members: [] }),
		outside: name,
	});
	const page = wordsOf(
		pickModal(
			[outside("Grace"), outside("<!channel>")],
			{ action: "meetings:plan", title: "Which?" },
			mentee,
			text,
		),
	);
	expect(page).toContain("*With Grace*");
	expect(page).toContain("Your mentorship with &lt;!channel&gt; is under way");
	expect(page).not.toContain("your mentor outside Slack");
});

describe("a button names the others", () => {
	const look = { id: "x:y", label: "meetings:button.plan" } as const;
	const among = (...names: string[]): Mentorship => ({
		...between("Ben", "Ana"),
		members: [...names, "Ana"].map((name, index) => ({
			personId: name === "Ana" ? "p2" : `p${index + 10}`,
			slackUserId: `U0${index}`,
			name,
			role: name === "Ben" ? "mentor" : "mentee",
			stoppedAt: null,
		})),
	});
	const made = (mentorship: Mentorship & { outside?: string }) => {
		const { text: label, accessibility_label: spoken } = namedButton(
			look,
			mentorship,
			mentee,
			text,
		);
		return [label.text, spoken];
	};

	test("on itself, and in full for screen readers where they are many", () => {
		expect(made(among("Ben"))).toEqual(["Find a time with Ben", undefined]);
		expect(made(among("Ben", "Eve"))).toEqual([
			"Find a time with Ben and Eve",
			undefined,
		]);
		expect(made(among("Dan", "Eve", "Ben"))).toEqual([
			"Find a time with Ben and 2 others",
			"Find a time with Dan, Eve, and Ben",
		]);
	});

	test("who is outside Slack is named where that is known", () => {
		const alone = { ...among(), kind: "external" };
		expect(made(alone)[0]).toBe("Find a time with your mentor outside Slack");
		expect(made({ ...alone, outside: "Grace" })[0]).toBe(
			"Find a time with Grace",
		);
		expect(made({ ...alone, kind: "one_to_one" })[0]).toBe(
			"Find a time with someone who is no longer here",
		);
	});

	test("a long name gives way by whole characters, and not the words", () => {
		const flag = "\u{1F1F5}\u{1F1F9}";
		const [label = ""] = made(among(flag.repeat(40)));
		expect(label.length).toBeLessThanOrEqual(75);
		expect(label).toBe(`Find a time with ${flag.repeat(14)}…`);
	});
});

test("exploring ends four weeks on", () => {
	expect(exploringEnd(from)).toEqual(new Date("2026-03-29T12:00:00Z"));
});

test("the others are all but oneself", () => {
	const names = (id: string) =>
		othersOf(between("Ben", "Ana"), id).map(({ name }) => name);
	expect(names("p1")).toEqual(["Ana"]);
	expect(names("p2")).toEqual(["Ben"]);
	expect(names("p3")).toEqual(["Ben", "Ana"]);
});

test("each side gets its own briefing, with its own next move", () => {
	const mentorship = between("Ben", "Ana");
	const toMentor = briefingMessage("mentor", mentorship, mentor, text);
	const toMentee = briefingMessage("mentee", mentorship, mentee, text);
	expect(toMentor.text.mrkdwn).toBe("A few lines on mentoring Ana.");
	expect(toMentee.text.mrkdwn).toContain("your time with Ben.");
	expect(JSON.stringify(toMentor.blocks)).toContain("Listen first");
	expect(JSON.stringify(toMentor.blocks)).toContain("Their move:");
	expect(JSON.stringify(toMentee.blocks)).toContain("Come prepared");
	expect(JSON.stringify(toMentee.blocks)).toContain("Your move:");
	expect(JSON.stringify(toMentee.blocks)).toContain("<!date^");
});

test("briefings and Home are sound whatever people are called", () => {
	for (const name of ["Ana", "<!channel>", "{{name}} $t(x)", "&".repeat(80)]) {
		const mentorship = between(name, name);
		expectSoundMessage(briefingMessage("mentor", mentorship, mentor, text));
		expectSoundMessage(briefingMessage("mentee", mentorship, mentee, text));
		for (const kind of [...kinds, "external"])
			expectSoundHome(homeOf({ ...mentorship, kind }));
	}
});

test("every kind has its own words", () => {
	const lines = kinds.map((kind) =>
		JSON.stringify(homeOf({ ...between("Ben", "Ana"), kind })),
	);
	expect(new Set(lines).size).toBe(kinds.length);
});

test("without an end the next step is still said", () => {
	const mentorship = { ...between("Ben", "Ana"), exploringUntil: null };
	const line = exploringLine(mentorship, mentee, text);
	expect(line.mrkdwn).toContain("Next: find a time");
});

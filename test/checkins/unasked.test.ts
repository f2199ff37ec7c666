import { describe, expect, test } from "@jest/globals";
import type { ActionItem } from "../../src/agenda/action-item.ts";
import { dueMessage } from "../../src/agenda/action-item.views.ts";
import { hearingChoice } from "../../src/checkins/checkin-policy.ts";
import { untouchedMessage } from "../../src/goals/untouched.views.ts";
import {
	afterMessage,
	soonMessage,
} from "../../src/meetings/messages.views.ts";
import type { Agreement } from "../../src/mentorships/agreement.ts";
import { remindMessage as agreementReminder } from "../../src/mentorships/agreement-messages.views.ts";
import {
	allReachedMessage,
	lookBackMessage,
} from "../../src/mentorships/closing-messages.views.ts";
import { remindMessage } from "../../src/mentorships/exploring-messages.views.ts";
import { flashRemindMessage } from "../../src/mentorships/flash.views.ts";
import { halfwayMessage } from "../../src/mentorships/halfway-messages.views.ts";
import { longPauseMessage } from "../../src/mentorships/pause-news.views.ts";
import type { Message } from "../../src/slack/blocks.ts";
import { textFor } from "../../src/slack/text.ts";
import { at, ownGoal } from "../goals/builders.ts";
import { aMeeting } from "../meetings/a-meeting.ts";
import { aMentorship } from "../support/a-mentorship.ts";
import { expectSoundMessage } from "../support/sound.ts";

const text = textFor("en");
const reader = { personId: "p2", zone: "Europe/Lisbon", locale: "en-US" };
const mentorship = aMentorship();
const { mentorshipId } = mentorship;
const about = { mentorship, meeting: aMeeting() };
const [owner = never()] = mentorship.members;

const action: ActionItem = {
	...{ actionId: "a1", mentorshipId, owner, text: "Try it" },
	...{ dueOn: null, state: "open", why: null, reportedAt: null },
};
const latest: Agreement = {
	...{ agreementId: "v1", mentorshipId, version: 1, author: null },
	words: {
		...{ helps: null, helpsNot: null, reach: null, months: 6 },
		...{ rhythm: "monthly", lengthMinutes: 30, format: "either" },
	},
	...{ writtenAt: mentorship.since, inForceAt: null, signedBy: [] },
};
const page = { mentorship, versions: [latest], goals: [] };

/** What Mentor says by itself about a mentorship, nudges aside. */
const unasked: [what: string, message: Message][] = [
	["before a meeting", soonMessage(about, reader, text)],
	["after a meeting", afterMessage(about, reader, text)],
	["an action item is due", dueMessage(action, mentorship, reader, text)],
	["halfway", halfwayMessage(mentorship, reader, text)],
	["go on or not", remindMessage(mentorship, null, reader, text)],
	["a flash", flashRemindMessage(mentorship, reader, text)],
	["not signed", agreementReminder({ page, latest }, reader, text)],
	["all goals are reached", allReachedMessage(mentorship, reader, text)],
	["look back", lookBack("first")],
	["look back once more", lookBack("again")],
	["a long pause", longPauseMessage(mentorship, reader, text)],
];

test.each(unasked)("%s: has snooze and fewer of these", (_, message) => {
	expectSoundMessage(message);
	const menus = message.blocks
		.flatMap((block) => (block.type === "actions" ? block.elements : []))
		.filter((element) => element.type === "overflow");
	expect(menus).toHaveLength(1);
	expect(menus[0]?.action_id).toBe("checkins:hearing");
	expect(menus[0]?.options.map(({ text: { text } }) => text)).toEqual([
		"Snooze all reminders",
		"Fewer reminders about Ben",
		"Why this",
	]);
	expect(
		menus[0]?.options.map(({ value }) => hearingChoice.parse({ value })),
	).toEqual([
		{ verb: "snooze", value: mentorshipId },
		{ verb: "fewer", value: mentorshipId },
		{ verb: "why", value: mentorshipId },
	]);
});

test("a goal left alone: has snooze, and to be asked less often", () => {
	const message = untouchedMessage(ownGoal(), { ...reader, now: at }, text);
	expectSoundMessage(message);
	const ids = message.blocks
		.flatMap((block) => (block.type === "actions" ? block.elements : []))
		.map(({ action_id }) => action_id);
	expect(ids).toEqual(
		expect.arrayContaining(["goals:askLess", "checkins:snooze"]),
	);
});

describe("a choice of the menu", () => {
	test.each(["", "fewer", "usual:x", `stop:${mentorshipId}`, "fewer:x:y"])(
		"is not %p",
		(value) => {
			expect(hearingChoice.safeParse({ value }).success).toBe(false);
		},
	);
});

function lookBack(which: "first" | "again"): Message {
	const stands = { which, hasChosen: false };
	return lookBackMessage(mentorship, stands, reader, text);
}

function never(): never {
	throw new Error("There is no such member.");
}

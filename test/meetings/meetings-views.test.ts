import { expect, test } from "@jest/globals";
import { setDoneMessage } from "../../src/meetings/done.views.ts";
import {
	afterMessage,
	cancelledMessage,
	overMessage,
	setMessage,
	soonMessage,
} from "../../src/meetings/messages.views.ts";
import { ownTimeModal, sureModal } from "../../src/meetings/own-time.views.ts";
import { planModal } from "../../src/meetings/plan.views.ts";
import type { Planning } from "../../src/meetings/planning.ts";
import type { Bearer } from "../../src/meetings/slot.ts";
import type { Mentorship } from "../../src/mentorships/mentorship.ts";
import { textFor } from "../../src/slack/text.ts";
import { aMentorship } from "../support/a-mentorship.ts";
import { aMeeting } from "./a-meeting.ts";

const text = textFor("en");
const reader = { personId: "p2", zone: "Europe/Lisbon", locale: "en-US" };
const [, mentee] = aMentorship().members;
const others = ["Chen", "Dana"].map((name, index) => ({
	personId: `p${index + 3}`,
	slackUserId: `U0${name.toUpperCase()}`,
	name,
	role: "mentee" as const,
	stoppedAt: null,
}));

const pair = aMentorship();
const group = aMentorship({
	kind: "group",
	programName: "Leaders",
	members: [...pair.members, ...others],
});
const alone = aMentorship({
	kind: "external",
	members: mentee ? [mentee] : [],
});

const planning = (
	mentorship: Mentorship,
	differs: Partial<Planning> = {},
): Planning => ({
	mentorship,
	attendees: mentorship.members.map(({ personId }) => ({
		personId,
		hours: { zone: "UTC", start: "09:00", end: "17:00", days: [1] },
		holidays: [],
	})),
	standing: null,
	busy: [],
	before: [],
	lengthMinutes: 30,
	...differs,
});

const page = (
	mentorship: Mentorship,
	bearers: Bearer[] = [],
	differs: Partial<Planning> = {},
) =>
	JSON.stringify(
		planModal(
			{
				planning: planning(mentorship, differs),
				slots: [{ at: aMeeting().startsAt, bearers }],
				...{ page: 0, hasMore: false, notice: null },
			},
			reader,
			text,
		),
	);

test("alone, nobody else is told, and there is nobody to write to", () => {
	expect(page(alone)).toContain("for you alone");
	expect(page(alone)).toContain("your mentor outside Slack");
	expect(page(alone)).not.toContain("Write instead");
	expect(page(pair)).toContain("Write instead");
	const about = { mentorship: alone, meeting: aMeeting() };
	const done = JSON.stringify(setDoneMessage(about, reader, text));
	expect(done).toContain("I remind you before");
	expect(done).not.toContain("I tell");
});

test("in a group everyone is named, and the program", () => {
	const about = { mentorship: group, meeting: aMeeting({ setBy: "p1" }) };
	const news = setMessage(about, reader, text);
	const all = JSON.stringify(news.blocks);
	for (const person of ["<@U0MENTOR>", "<@U0CHEN>", "<@U0DANA>", "Leaders"])
		expect(all).toContain(person);
	expect(news.text.mrkdwn).toBe(
		"Ben picked a time for your next conversation.",
	);
});

test("for whom a time is early or late stands beside it", () => {
	const early: Bearer = { personId: "p2", when: "early", minutes: 60 };
	const late: Bearer = { personId: "p1", when: "late", minutes: 90 };
	const both = page(pair, [early, late]);
	expect(both).toContain("Early for you, before your working hours");
	expect(both).toContain("Late for <@U0MENTOR>, after their working hours");
	expect(both).toContain("take turns");
	expect(page(pair)).not.toContain("take turns");
	const typed = { date: "2026-03-10", time: "19:00" };
	const sure = sureModal(
		{
			mentorship: pair,
			typed,
			at: aMeeting().startsAt,
			...{ known: "none", bearers: [late], isTaken: true },
		},
		reader,
		text,
	);
	expect(JSON.stringify(sure)).toContain("Late for <@U0MENTOR>");
	expect(JSON.parse(sure.private_metadata ?? "")).toMatchObject(typed);
	const again = { mentorship: pair, known: "none", typed };
	const form = JSON.stringify(ownTimeModal(again, reader, text));
	expect(form).toContain('"initial_date":"2026-03-10"');
	expect(form).toContain('"initial_time":"19:00"');
});

test("to move what stands is asked twice, to pick the first is not", () => {
	const standing = aMeeting();
	expect(page(pair, [], { standing })).toContain("Move your conversation?");
	expect(page(pair, [], { standing })).toContain("Call it off?");
	expect(page(pair)).not.toContain("Move your conversation?");
});

test("notifications say nothing but that there is a conversation", () => {
	const about = { mentorship: pair, meeting: aMeeting({ setBy: "gone" }) };
	const writers = [
		...[setMessage, cancelledMessage, overMessage],
		...[soonMessage, afterMessage],
	];
	const said = writers.map((write) => write(about, reader, text).text.mrkdwn);
	expect(said).toEqual([
		"One of you picked a time for your next conversation.",
		"One of you called off your next conversation.",
		"A mentoring conversation that was planned is off.",
		"You have a mentoring conversation soon.",
		"Did your mentoring conversation take place?",
	]);
});

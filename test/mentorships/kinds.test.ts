import { describe, expect, test } from "@jest/globals";
import {
	goesOnWithout,
	rolesOf,
	roomIn,
	usesKind,
	usualMonths,
	usualRhythm,
	waitsForMore,
} from "../../src/mentorships/kinds.ts";
import type {
	MemberRole,
	Mentorship,
} from "../../src/mentorships/mentorship.ts";
import {
	mentorshipName,
	roleWords,
} from "../../src/mentorships/mentorship-name.views.ts";
import { programKinds, settingsSchema } from "../../src/programs/settings.ts";
import { textFor } from "../../src/slack/text.ts";
import { aMentorship } from "../support/a-mentorship.ts";

const text = textFor("en-US");
const settings = settingsSchema.parse({});
const of = (kind: string, ...roles: MemberRole[]): Mentorship =>
	aMentorship({
		kind,
		members: roles.map((role, at) => ({
			personId: `p${at}`,
			slackUserId: `U${at}`,
			name: `Person ${at}`,
			role,
			stoppedAt: null,
		})),
	});
const mentees = (count: number) => Array<MemberRole>(count).fill("mentee");
const peers = (count: number) => Array<MemberRole>(count).fill("peer");
const first = (mentorship: Mentorship, role: MemberRole) => {
	const member = mentorship.members.find((one) => one.role === role);
	if (!member) throw new Error(`There is no ${role}.`);
	return member;
};

test("among peers nobody mentors; else whoever is asked does", () => {
	for (const kind of programKinds)
		expect(rolesOf(kind)).toEqual(
			kind === "peer"
				? { asker: "peer", asked: "peer" }
				: { asker: "mentee", asked: "mentor" },
		);
});

test("expertise is for three months, outside Slack once a month", () => {
	expect(usualMonths("expertise", settings)).toBe(3);
	expect(usualMonths("one_to_one", settings)).toBe(6);
	const short = { defaults: { ...settings.defaults, durationMonths: 2 } };
	expect(usualMonths("expertise", short)).toBe(2);
	expect(usualRhythm("external", settings)).toBe("monthly");
	expect(usualRhythm("group", settings)).toBe("every_two_weeks");
});

test("a new program uses all kinds", () => {
	expect(programKinds.every((kind) => usesKind(settings, kind))).toBe(true);
});

describe("room", () => {
	test("for seven mentees in a group, and for eight peers", () => {
		expect(roomIn(of("group", "mentor", ...mentees(1)))).toBe(6);
		expect(roomIn(of("group", "mentor", ...mentees(7)))).toBe(0);
		expect(roomIn(of("peer", ...peers(2)))).toBe(6);
		expect(roomIn(of("peer", ...peers(8)))).toBe(0);
	});

	test("in no pair, nor where it is closed, paused or ending", () => {
		const group = of("group", "mentor", ...mentees(2));
		for (const kind of ["one_to_one", "sponsor", "external", "flash"])
			expect(roomIn({ ...group, kind })).toBe(0);
		expect(roomIn({ ...group, closedAt: new Date(0) })).toBe(0);
		for (const state of ["paused", "closing", "ended"] as const)
			expect(roomIn({ ...group, state })).toBe(0);
		for (const state of ["agreeing", "active"] as const)
			expect(roomIn({ ...group, state })).toBe(5);
	});
});

test("a group of one mentee waits, while it is exploring", () => {
	const alone = of("group", "mentor", "mentee");
	expect(waitsForMore(alone)).toBe(true);
	expect(waitsForMore({ ...alone, state: "active" })).toBe(false);
	expect(waitsForMore(of("group", "mentor", ...mentees(2)))).toBe(false);
	expect(waitsForMore(of("one_to_one", "mentor", "mentee"))).toBe(false);
});

test("a group goes on without a mentee, three peers without one, and nobody else", () => {
	const group = of("group", "mentor", ...mentees(2));
	expect(goesOnWithout(group, first(group, "mentee"))).toBe(true);
	expect(goesOnWithout(group, first(group, "mentor"))).toBe(false);
	const alone = of("group", "mentor", "mentee");
	expect(goesOnWithout(alone, first(alone, "mentee"))).toBe(false);
	for (const [count, goesOn] of [
		[3, true],
		[2, false],
	] as const) {
		const some = of("peer", ...peers(count));
		expect(goesOnWithout(some, first(some, "peer"))).toBe(goesOn);
	}
	const pair = of("sponsor", "mentor", "mentee");
	for (const role of ["mentor", "mentee"] as const)
		expect(goesOnWithout(pair, first(pair, role))).toBe(false);
});

test("a mentorship is named by the others, its kind and its program", () => {
	const group = {
		...of("group", "mentor", "mentee", "mentee"),
		programName: "Sales",
	};
	expect(mentorshipName(group, { personId: "p1" }, text).mrkdwn).toBe(
		"*With <@U0> and <@U2>*, a group\nProgram: Sales",
	);
	expect(mentorshipName(group, null, text).mrkdwn).toBe(
		"*<@U0>, <@U1>, <@U2>*, a group\nProgram: Sales",
	);
	const outside = { ...of("external", "mentee"), outside: "<Grace>" };
	expect(mentorshipName(outside, { personId: "p0" }, text).mrkdwn).toBe(
		"*With &lt;Grace&gt;*, a mentor outside Slack",
	);
});

test("what people are called depends on the kind", () => {
	expect(roleWords("expertise", "mentee", text)).toBe("learner");
	expect(roleWords("sponsor", "mentee", text)).toBe("protégé");
	expect(roleWords("reverse", "mentor", text)).toBe("mentor");
	expect(roleWords("peer", "peer", text)).toBe("peer");
});

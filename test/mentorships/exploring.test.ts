import { describe, expect, test } from "@jest/globals";
import { briefingMessage } from "../../src/mentorships/briefing.views.ts";
import { goesOn, isAskedToGoOn } from "../../src/mentorships/exploring.ts";
import {
	exploringLine,
	goOnButtons,
	ownLine,
} from "../../src/mentorships/exploring.views.ts";
import {
	goesOnMessage,
	heardMessage,
	remindMessage,
} from "../../src/mentorships/exploring-messages.views.ts";
import { flashRemindMessage } from "../../src/mentorships/flash.views.ts";
import {
	exploringEnd,
	type Member,
	type MemberRole,
	type Mentorship,
} from "../../src/mentorships/mentorship.ts";
import { partedMessage } from "../../src/mentorships/parted.views.ts";
import { mayThank } from "../../src/mentorships/thanks.ts";
import {
	receivedMessage,
	thankedMessage,
	thankMessage,
	thanksModal,
} from "../../src/mentorships/thanks.views.ts";
import type { Message } from "../../src/slack/blocks.ts";
import { textFor } from "../../src/slack/text.ts";
import { aMentorship } from "../support/a-mentorship.ts";
import { expectSoundMessage, expectSoundModal } from "../support/sound.ts";

const text = textFor("en");
const from = new Date("2026-03-01T12:00:00Z");
const reader = { personId: "p1", zone: "Asia/Kathmandu", locale: "en-US" };

const member = (
	number: number,
	role: MemberRole,
	name = `Name ${number}`,
): Member => ({
	personId: `p${number}`,
	slackUserId: ["U0MENTOR", "U0MENTEE"][number - 1] ?? "U0FRIEND",
	name,
	role,
	stoppedAt: null,
});

const of = (kind: string, roles: MemberRole[], name?: string): Mentorship =>
	aMentorship({
		kind,
		exploringUntil: exploringEnd(from),
		members: roles.map((role, at) => member(at + 1, role, name)),
	});
const pair = of("one_to_one", ["mentor", "mentee"]);
const peers = of("peer", ["peer", "peer", "peer"]);
const group = of("group", ["mentor", "mentee", "mentee"]);
const flash = of("flash", ["mentor", "mentee"]);
const wordsOf = ({ blocks }: Message) => JSON.stringify(blocks);
const as = (number: number) => ({ ...reader, personId: `p${number}` });

describe("it goes on", () => {
	const yes = (...numbers: number[]) =>
		numbers.map((number) => ({ personId: `p${number}`, goesOn: true }));
	const no = (number: number) => ({ personId: `p${number}`, goesOn: false });

	test("only if each one who is in it has said so", () => {
		expect(goesOn(pair, [])).toBe(false);
		expect(goesOn(pair, yes(1))).toBe(false);
		expect(goesOn(pair, [...yes(1), no(2)])).toBe(false);
		expect(goesOn(pair, yes(1, 2))).toBe(true);
		expect(goesOn(group, yes(1, 2))).toBe(false);
		expect(goesOn(group, yes(1, 2, 3))).toBe(true);
	});

	test("whatever was said by someone who has left", () => {
		expect(goesOn(pair, [...yes(1, 2), no(3)])).toBe(true);
	});

	test("not where something is wrong", () => {
		const members = pair.members.map((one, at) =>
			at === 0 ? { ...one, stoppedAt: from } : one,
		);
		expect(goesOn({ ...pair, members }, yes(1, 2))).toBe(false);
	});

	test("not while a group waits for a second mentee", () => {
		const alone = of("group", ["mentor", "mentee"]);
		expect(goesOn(alone, yes(1, 2))).toBe(false);
	});

	test("and a flash is not asked", () => {
		expect(isAskedToGoOn(pair)).toBe(true);
		expect(isAskedToGoOn(flash)).toBe(false);
		expect(isAskedToGoOn({ ...pair, state: "agreeing" })).toBe(false);
	});
});

test("whose move it is: the mentee's, a group's mentor's, any peer's", () => {
	const moveOf = (mentorship: Mentorship, number: number) =>
		/(Your|Their) move|Whoever/.exec(
			exploringLine(mentorship, as(number), text).mrkdwn,
		)?.[0];
	expect([moveOf(pair, 1), moveOf(pair, 2)]).toEqual([
		"Their move",
		"Your move",
	]);
	expect([moveOf(group, 1), moveOf(group, 3)]).toEqual([
		"Your move",
		"Their move",
	]);
	expect([moveOf(peers, 1), moveOf(peers, 2)]).toEqual(["Whoever", "Whoever"]);
});

test("briefings name all the others, and say what differs by kind", () => {
	const roles: MemberRole[] = ["mentor", "mentee"];
	const toMentee = (kind: string) =>
		wordsOf(briefingMessage("mentee", of(kind, roles), as(2), text));
	const kinds = ["one_to_one", "expertise", "sponsor", "reverse", "group"];
	expect(new Set([...kinds, "flash"].map(toMentee)).size).toBe(6);
	for (const kind of kinds) expect(toMentee(kind)).toContain("Come prepared");
	expect(toMentee("flash")).not.toContain("goes on");
	expect(toMentee("sponsor")).toContain("only if each of you says so");

	const toPeer = briefingMessage("peer", peers, as(2), text);
	expect(toPeer.text.mrkdwn).toBe(
		"A few lines on learning with Name 1 and Name 3.",
	);
	expect(wordsOf(toPeer)).toContain("<@U0MENTOR> and <@U0FRIEND>");
	expect(wordsOf(toPeer)).toContain("Take turns");
	const toMentor = briefingMessage("mentor", group, as(1), text);
	expect(wordsOf(toMentor)).toContain("There are several of them");
});

test("one's own answer is all one sees, and what is not said is offered", () => {
	const labels = (own: boolean | null) =>
		goOnButtons(group, own, reader, text).map((one) => one.text.text);
	expect(labels(null)).toEqual(["Go on with Name 2 and Name 3", "Not for me"]);
	expect(labels(true)).toEqual(["Not for me"]);
	expect(labels(false)).toEqual(["Go on with Name 2 and Name 3"]);
	const own = (said: boolean | null) =>
		ownLine(pair, said, reader, text).mrkdwn.slice(0, 22);
	expect(new Set([own(null), own(true), own(false)]).size).toBe(3);
});

test("at the date all read the same; who was helped may look on", () => {
	const ended = { ...pair, state: "ended" as const };
	const [toMentor, toMentee] = [1, 2].map((number) =>
		wordsOf(partedMessage(ended, as(number), text)),
	);
	const kind = "That says nothing about anyone in it";
	expect(toMentor).toContain(kind);
	expect(toMentee).toContain(kind);
	expect(toMentor).not.toContain("matching:find");
	expect(toMentee).toContain("matching:find");
	const toPeer = partedMessage({ ...peers, state: "ended" }, as(2), text);
	expect(wordsOf(toPeer)).toContain("matching:find");
	const missed = { ...flash, state: "ended" as const };
	expect(wordsOf(partedMessage(missed, as(2), text))).toContain("matching:ask");
	expect(wordsOf(partedMessage(missed, as(1), text))).not.toContain("matching");
});

test("a flash is thanked for once it was had, also in return", () => {
	expect(mayThank(flash)).toBe(false);
	expect(mayThank({ ...flash, state: "closing" })).toBe(true);
	expect(mayThank({ ...flash, state: "completed" })).toBe(true);
	expect(mayThank({ ...pair, state: "closing" })).toBe(false);
	const closed = { ...flash, state: "completed" as const };
	const theirs = { words: "It helped" };
	const inReturn = receivedMessage(
		closed,
		{ mine: false, theirs },
		as(1),
		text,
	);
	expect(wordsOf(inReturn)).toContain("mentorships:thank");
	expect(wordsOf(inReturn)).not.toContain("matching:ask");
	const said = receivedMessage(closed, { mine: true, theirs }, as(2), text);
	expect(wordsOf(said)).not.toContain("mentorships:thank");
	expect(wordsOf(said)).toContain("matching:ask");
});

test("all of it is sound whatever people are called and write", () => {
	for (const name of ["Ana", "<!channel>", "{{names}} $t(x)", "&".repeat(80)]) {
		const all = [
			of("one_to_one", ["mentor", "mentee"], name),
			of("flash", ["mentor", "mentee"], name),
			of("group", ["mentor", ...Array(7).fill("mentee")], name),
			of("peer", ["peer", "peer"], name),
		];
		const programName = name;
		for (const mentorship of all.map((it) => ({ ...it, programName })))
			for (const { role, personId } of mentorship.members) {
				const me = { ...reader, personId };
				const closing = { ...mentorship, state: "closing" as const };
				const received = { mine: false, theirs: { words: name } };
				const messages = [
					briefingMessage(role, mentorship, me, text),
					remindMessage(mentorship, true, me, text),
					heardMessage(mentorship, false, me, text),
					goesOnMessage(mentorship, me, text),
					partedMessage(mentorship, me, text),
					flashRemindMessage(mentorship, me, text),
					thankMessage(closing, me, text),
					thankedMessage(closing, "thanked", me, text),
					receivedMessage(closing, received, me, text),
				];
				for (const message of messages) expectSoundMessage(message);
				expectSoundModal(thanksModal(closing, me, text));
			}
	}
});

import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { kinds } from "../../src/matching/engine/profile.ts";
import { endedMessage } from "../../src/mentorships/ending.views.ts";
import type { Mentorship } from "../../src/mentorships/mentorship.ts";
import type { EndedAs } from "../../src/mentorships/mentorship-moves.ts";
import { moved } from "../../src/mentorships/move.service.ts";
import {
	datesAfterPause,
	goneUntil,
	isLongFor,
	mayResume,
	pauseEnd,
	waitingMembers,
} from "../../src/mentorships/pause.ts";
import { pauseLine } from "../../src/mentorships/pause.views.ts";
import {
	pausedNotice,
	pauseModal,
	resumedNotice,
	waitsNotice,
} from "../../src/mentorships/pause-form.views.ts";
import {
	longPauseMessage,
	pausedMessage,
	resumedMessage,
} from "../../src/mentorships/pause-news.views.ts";
import { dueTurns, nextTurn } from "../../src/mentorships/turns.ts";
import { textFor } from "../../src/slack/text.ts";
import { addDays, daysBetween, utcDate } from "../../src/time/calendar.ts";
import { aMentorship } from "../support/a-mentorship.ts";
import { expectSoundMessage, expectSoundModal } from "../support/sound.ts";

const text = textFor("en");
const since = new Date("2026-03-10T15:00:00Z");
const day = 24 * 3_600_000;
const after = (days: number) => new Date(since.getTime() + days * day);
const mentor = { personId: "p1", zone: "Asia/Kathmandu", locale: "en-US" };
const mentee = { personId: "p2", zone: "Pacific/Apia", locale: "pt-PT" };

/** Paused by the mentor, from active, in its first half. */
const paused = (differs: Partial<Mentorship> = {}): Mentorship =>
	aMentorship({
		state: "paused",
		since,
		turnedAt: since,
		pausedFrom: "active",
		pauseEnds: "resume",
		pausedBy: "p1",
		halfwayOn: "2026-05-01",
		endsOn: "2026-08-01",
		...differs,
	});

test("weeks end at the beginning of a day, where whoever pauses is", () => {
	const form = { length: "twoWeeks" as const };
	expect(pauseEnd(form, "Asia/Kathmandu", since)).toEqual(
		new Date("2026-03-23T18:15:00Z"),
	);
	expect(pauseEnd(form, "Pacific/Apia", since)).toEqual(
		new Date("2026-03-24T11:00:00Z"),
	);
	expect(pauseEnd({ length: "open" }, "UTC", since)).toBeNull();
	const on = (until: string | null) =>
		pauseEnd({ length: "date", until }, "UTC", since);
	expect(on("2026-03-11")).toEqual(new Date("2026-03-11T00:00:00Z"));
	for (const no of [null, "2026-03-10", "2026-01-01", "2028-03-10"])
		expect(on(no)).toBe("noDate");
});

test("what was still to come moves along by the days of the pause, and keeps its distance", () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 400 }),
			fc.integer({ min: 0, max: 24 }),
			(days, hours) => {
				const now = new Date(after(days).getTime() + hours * 3_600_000);
				const before = paused({ exploringUntil: after(9) });
				const dates = datesAfterPause(before, now);
				const passed = daysBetween(utcDate(since), utcDate(now));
				expect(dates.endsOn).toBe(addDays("2026-08-01", passed));
				expect(dates.halfwayOn).toBe(addDays("2026-05-01", passed));
				expect(Number(dates.exploringUntil)).toBe(
					Number(after(9)) + passed * day,
				);
				expect(Number(dates.exploringUntil)).toBeGreaterThan(now.getTime());
			},
		),
	);
});

test("what was over before the pause stays so, and nothing is done twice", () => {
	const before = paused({ halfwayOn: "2026-03-10", turnedAt: since });
	const now = after(20);
	const dates = datesAfterPause(before, now);
	expect(dates.halfwayOn).toBe("2026-03-10");
	const resumed = moved(before, { move: "resume", now, by: null, dates });
	expect(resumed).toMatchObject({ state: "active", pausedBy: null });
	expect(dueTurns(resumed, after(120))).toEqual([]);
	expect(nextTurn(resumed)).toMatchObject({ does: "close" });
});

test("whoever needs the pause ends it; the others wait, and nobody is stuck", () => {
	expect(mayResume(paused(), "p1")).toBe(true);
	expect(mayResume(paused(), "p2")).toBe(false);
	expect(waitingMembers(paused())).toMatchObject([{ personId: "p2" }]);
	// They have left a group, or are erased.
	const nobodys = paused({ pausedBy: null });
	expect(mayResume(nobodys, "p2")).toBe(true);
	expect(waitingMembers(nobodys)).toHaveLength(2);
	expect(isLongFor(paused(), "p2", after(27))).toBe(false);
	expect(isLongFor(paused(), "p2", after(28))).toBe(true);
	expect(isLongFor(paused(), "p1", after(28))).toBe(false);
	expect(isLongFor(paused({ pausedBy: "p2" }), "p1", after(28))).toBe(false);
	expect(nextTurn(paused())).toEqual({ at: after(28), does: "askPaused" });
});

test("someone who is gone for now reads like anyone who needs a pause", () => {
	const pausedUntil = goneUntil(since);
	const asked = pausedMessage(paused({ pausedUntil }), mentee, text);
	const gone = pausedMessage(
		paused({ pausedUntil, pauseEnds: "end" }),
		mentee,
		text,
	);
	expect(gone).toEqual(asked);
	const reader = { ...mentee, now: since };
	expect(
		pauseLine(paused({ pausedUntil, pauseEnds: "end" }), reader, text),
	).toEqual(pauseLine(paused({ pausedUntil }), reader, text));
});

/** The peers of a group, or a mentee whose mentor is not in Slack. */
const members = {
	peers: ["U0MENTOR", "U0MENTEE", "U0FRIEND"].map((slackUserId, at) => ({
		personId: `p${at + 1}`,
		slackUserId,
		name: "<!channel>".repeat(8),
		role: "peer" as const,
		stoppedAt: null,
	})),
	alone: aMentorship().members.filter(({ role }) => role === "mentee"),
};

test("every kind and every pause can be read by each of them", () => {
	const ofKinds = [...kinds, "external"].map((kind) => paused({ kind }));
	const ofPausers = ["p1", "p2", null].flatMap((pausedBy) =>
		[after(9), null].flatMap((pausedUntil) =>
			Object.values(members).map((these) =>
				paused({ pausedBy, pausedUntil, members: these }),
			),
		),
	);
	for (const it of [...ofKinds, ...ofPausers])
		for (const one of [mentor, mentee]) {
			const reader = { ...one, now: after(40) };
			expectSoundModal(pauseModal(it, reader, text));
			const told = pausedMessage(it, one, text);
			for (const message of [
				...(told ? [told] : []),
				pausedNotice(it, null, one, text),
				waitsNotice(it, reader, text),
				resumedNotice(it, one, text),
				longPauseMessage(it, one, text),
				...(["exploring", "agreeing", "active"] as const).map((state) =>
					resumedMessage({ ...it, state }, one, text),
				),
			])
				expectSoundMessage(message);
		}
});

test("an ending says nothing of who brought it about, and offers whoever was helped a search", () => {
	const ways: EndedAs[] = ["early", "unanswered", "left", "gone", "explored"];
	for (const endedAs of ways)
		for (const kind of [...kinds, "external"]) {
			const ended = aMentorship({ state: "ended", endedAs, kind });
			const [toMentor, toMentee] = [mentor, mentee].map((one) =>
				endedMessage(ended, one, text),
			);
			if (!toMentor || !toMentee) throw new Error("There are two.");
			for (const message of [toMentor, toMentee]) expectSoundMessage(message);
			expect(JSON.stringify(toMentee)).toContain("matching:find");
			expect(JSON.stringify(toMentor)).not.toContain("matching:find");
			// The sentence about how it ended is the same for both.
			expect(toMentor.blocks[2]).toEqual(toMentee.blocks[2]);
		}
	// Of someone erased no name is left.
	const alone = aMentorship({ state: "ended", members: members.alone });
	const message = endedMessage(alone, mentee, text);
	expectSoundMessage(message);
	expect(message.text.mrkdwn).toContain("someone who is no longer here");
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import ICAL from "ical.js";
import { calendarFile } from "../../src/meetings/calendar-file.ts";
import {
	canMeet,
	canPlan,
	isToSay,
	lengthFor,
	type Meeting,
	meantByMet,
	meetingAnswers,
	stateBy,
} from "../../src/meetings/meeting.ts";
import {
	noticeOf,
	planTurn,
	type Turning,
} from "../../src/meetings/meeting-turns.ts";
import { ownTime, whyNot } from "../../src/meetings/own-time.ts";
import { remindAt } from "../../src/meetings/reminder.ts";
import type { Attendee } from "../../src/meetings/slot.ts";
import { mentorshipStates } from "../../src/mentorships/mentorship-moves.ts";
import { defaultWorkingHours } from "../../src/time/working-hours.ts";
import { aMentorship } from "../support/a-mentorship.ts";
import { wallClock } from "../support/wall-clock.ts";
import { aMeeting } from "./a-meeting.ts";

const hour = 3_600_000;
const meeting = aMeeting();
const hoursOn = (hours: number) =>
	new Date(meeting.startsAt.getTime() + hours * hour);

describe("what a meeting is by what its members say", () => {
	test("one who says that they met is enough, whoever else says what", () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(...meetingAnswers), { maxLength: 5 }),
				(answers) => {
					const state = stateBy(meeting, answers);
					expect(state === "met").toBe(answers.includes("met"));
					expect(state).toBe(stateBy(meeting, answers.toReversed()));
					if (answers.length === 0) expect(state).toBe("planned");
				},
			),
		);
	});

	test("it is asked about when it is over, unless it was called off", () => {
		expect(isToSay(meeting, hoursOn(0.4))).toBe(false);
		expect(isToSay(meeting, hoursOn(0.5))).toBe(true);
		expect(isToSay({ ...meeting, state: "unsaid" }, hoursOn(50))).toBe(true);
		expect(isToSay({ ...meeting, state: "cancelled" }, hoursOn(1))).toBe(false);
		// What one of them says takes the question from nobody else.
		for (const state of ["met", "moved", "not"] as const)
			expect(isToSay({ ...meeting, state }, hoursOn(1))).toBe(true);
		// One that nobody had planned is known by what one of them said.
		const told = { ...meeting, setAt: meeting.startsAt };
		expect(isToSay(told, hoursOn(1))).toBe(false);
	});

	test("we met means what was planned for now, or the same talk", () => {
		const meant = (now: Date, ...all: Meeting[]) =>
			meantByMet(all, now)?.meetingId;
		expect(meant(hoursOn(-11), meeting)).toBe(meeting.meetingId);
		expect(meant(hoursOn(-13), meeting)).toBeUndefined();
		const not = aMeeting({ state: "not" });
		expect(meant(hoursOn(71), not)).toBe(meeting.meetingId);
		expect(meant(hoursOn(73), not)).toBeUndefined();
		const off = aMeeting({ state: "cancelled" });
		expect(meant(hoursOn(1), off)).toBeUndefined();
		const told = aMeeting({
			meetingId: "told",
			state: "met",
			startsAt: hoursOn(2),
			heldAt: hoursOn(2),
		});
		expect(meant(hoursOn(3), told, meeting)).toBe(meeting.meetingId);
	});
});

test("a conversation is planned while there is one to come, and met on a pause", () => {
	const plan = mentorshipStates.filter((state) =>
		canPlan(aMentorship({ state })),
	);
	expect(plan).toEqual(["exploring", "agreeing", "active", "closing"]);
	const meet = mentorshipStates.filter((state) =>
		canMeet(aMentorship({ state })),
	);
	expect(meet).toEqual([...plan.slice(0, 3), "paused", "closing"]);
	expect(canPlan(aMentorship({ kind: "flash", state: "closing" }))).toBe(false);
});

test("it is never over an hour, and a flash takes half of one", () => {
	expect(lengthFor(aMentorship(), 45)).toBe(45);
	expect(lengthFor(aMentorship({ lengthMinutes: 30 }), 45)).toBe(30);
	expect(lengthFor(aMentorship({ kind: "flash" }), 45)).toBe(30);
	expect(lengthFor(aMentorship(), 90)).toBe(60);
});

describe("a time of their own", () => {
	test("is what the clock on the wall shows, also where it jumps", () => {
		const berlin = "Europe/Berlin";
		expect(ownTime("2026-03-28", "02:30", berlin).toISOString()).toBe(
			"2026-03-28T01:30:00.000Z",
		);
		// There is no half past two on the night the clocks go forward.
		const skipped = ownTime("2026-03-29", "02:30", berlin);
		expect(wallClock(skipped, berlin).time).toBe("03:30");
		const twice = ownTime("2026-10-25", "02:30", berlin);
		expect(twice.toISOString()).toBe("2026-10-25T00:30:00.000Z");
	});

	test("is still to come, and within a year", () => {
		const now = new Date("2026-03-01T12:00:00Z");
		expect(whyNot(now, now)).toBe("past");
		expect(whyNot(new Date("2026-03-01T12:01:00Z"), now)).toBeNull();
		expect(whyNot(new Date("2027-03-01T12:00:00Z"), now)).toBeNull();
		expect(whyNot(new Date("2027-03-02T12:00:00Z"), now)).toBe("tooFar");
	});
});

const at = (zone: string, holidays: string[] = []): Attendee => ({
	personId: zone,
	hours: defaultWorkingHours(zone),
	holidays,
});

describe("what is said around it", () => {
	const long = "2026-01-01T00:00:00Z";
	const reminded = (
		startsAt: string,
		one: Attendee,
		{ days = 1, setAt = long } = {},
	) => {
		const planned = { startsAt: new Date(startsAt), setAt: new Date(setAt) };
		const when = remindAt(planned, one, days);
		if (!when) return null;
		const { date, time } = wallClock(when, one.hours.zone);
		return `${date} ${time}`;
	};

	test("so many working days before, over weekends and holidays", () => {
		const berlin = at("Europe/Berlin");
		const tuesday = "2026-03-10T12:00:00Z";
		expect(reminded(tuesday, berlin)).toBe("2026-03-09 09:00");
		expect(reminded(tuesday, berlin, { days: 2 })).toBe("2026-03-06 09:00");
		const off = at("Europe/Berlin", ["2026-03-06"]);
		expect(reminded(tuesday, off, { days: 2 })).toBe("2026-03-05 09:00");
		// Early for the one, late for the other: each in their own morning.
		const late = (zone: string) => reminded("2026-03-10T22:00:00Z", at(zone));
		expect(late("Asia/Tokyo")).toBe("2026-03-10 09:00");
		expect(late("America/New_York")).toBe("2026-03-09 09:00");
	});

	test("set too late for that: the next morning, and then the same one", () => {
		const berlin = at("Europe/Berlin");
		const tuesday = "2026-03-10T12:00:00Z";
		const setAt = (day: string) =>
			reminded(tuesday, berlin, { days: 2, setAt: `${day}T10:00:00Z` });
		expect(setAt("2026-03-07")).toBe("2026-03-09 09:00");
		expect(setAt("2026-03-09")).toBe("2026-03-10 09:00");
		expect(setAt("2026-03-10")).toBeNull();
		// Half an hour of the same day is no notice.
		const early = { setAt: "2026-03-09T10:00:00Z" };
		expect(reminded("2026-03-10T08:30:00Z", berlin, early)).toBeNull();
	});

	const turning: Turning = {
		...meeting,
		isSpokenOf: true,
		attendees: [
			{ ...at("Europe/Berlin"), workingDays: noticeOf("mentor") },
			{ ...at("Asia/Tokyo"), workingDays: noticeOf("mentee") },
		],
	};
	const told = (now: Date, differs: Partial<Turning> = {}) =>
		planTurn({ ...turning, ...differs }, now).owed.map(
			({ kind, to }) => `${kind} ${"personId" in to ? to.personId : ""}`,
		);

	test("each is reminded in their own morning, and asked when it is over", () => {
		const seen: string[][] = [];
		let now = meeting.setAt;
		for (;;) {
			const { owed, nextAt } = planTurn(turning, now);
			seen.push(owed.map(({ kind }) => kind));
			if (!nextAt) break;
			expect(nextAt.getTime()).toBeGreaterThan(now.getTime());
			now = nextAt;
		}
		// The second look repeats a key of the first: it is told once, ever.
		expect(seen).toEqual([
			[],
			["meetings:soon"],
			["meetings:soon", "meetings:soon"],
			["meetings:after", "meetings:after"],
		]);
	});

	test("nothing while it may not be spoken of; and no reminder for the new", () => {
		expect(told(hoursOn(-1), { isSpokenOf: false })).toEqual([]);
		expect(told(hoursOn(1), { isSpokenOf: false })).toEqual([]);
		expect(told(hoursOn(-1), { setAt: hoursOn(-2) })).toEqual([]);
		expect(told(hoursOn(1), { setAt: hoursOn(-2) })).toHaveLength(2);
		expect(told(hoursOn(-1), { state: "met" })).toEqual([]);
	});
});

describe("the calendar file", () => {
	const words = { title: "Mentoring: Ana, Ben; and “Çé”", note: "One\nTwo" };
	const read = (differs: Partial<Meeting> = {}) => {
		const file = calendarFile(aMeeting(differs), words);
		const calendar = new ICAL.Component(ICAL.parse(file));
		const [event] = calendar.getAllSubcomponents("vevent");
		if (!event) throw new Error("There is no event in it.");
		return { file, calendar, event: new ICAL.Event(event), part: event };
	};

	test("says when, to a parser of its own", () => {
		const { file, calendar, event, part } = read();
		expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
		expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
		expect(event.uid).toBe(`${meeting.meetingId}@mentor`);
		expect(event.startDate.toJSDate()).toEqual(meeting.startsAt);
		expect(event.endDate.toJSDate()).toEqual(hoursOn(0.5));
		expect(event.summary).toBe(words.title);
		expect(event.description).toBe(words.note);
		expect(part.getFirstPropertyValue("status")).toBe("CONFIRMED");
		// Required by RFC 5546 for PUBLISH and CANCEL.
		for (const name of ["dtstamp", "organizer", "sequence"])
			expect(part.getAllProperties(name)).toHaveLength(1);
		for (const line of file.split("\r\n"))
			expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
	});

	test("moved and called off it is the same event, later in sequence", () => {
		const first = read();
		const moved = read({ sequence: 1, startsAt: hoursOn(24) });
		const off = read({ sequence: 2, state: "cancelled" });
		expect(moved.event.uid).toBe(first.event.uid);
		expect(off.event.uid).toBe(first.event.uid);
		expect([first, moved, off].map(({ event }) => event.sequence)).toEqual([
			0, 1, 2,
		]);
		expect(off.calendar.getFirstPropertyValue("method")).toBe("CANCEL");
		expect(off.part.getFirstPropertyValue("status")).toBe("CANCELLED");
	});
});

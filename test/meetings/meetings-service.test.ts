import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type OnMet, sayMet } from "../../src/meetings/answer.service.ts";
import { meetingSchedule } from "../../src/meetings/meeting-turns.service.ts";
import { readNextMeetings } from "../../src/meetings/meetings.service.ts";
import { offerSlots } from "../../src/meetings/planning.ts";
import { flashMet } from "../../src/mentorships/flash.service.ts";
import { readMentorship } from "../../src/mentorships/mentorships.service.ts";
import {
	inDays,
	type MeetingOffice,
	monday,
	openMeetingOffice,
} from "./meeting-office.ts";

let office: MeetingOffice;
beforeAll(async () => {
	office = await openMeetingOffice();
});
afterAll(() => office.close());

describe("picking a time", () => {
	test("of two who pick at once one wins, and the other reads which", async () => {
		const { mentorshipId, mentor, mentee } = await office.pair();
		const known = "none";
		const both = await Promise.all([
			office.picks(mentorshipId, { by: mentor, at: inDays(2), known }),
			office.picks(mentorshipId, { by: mentee, at: inDays(3), known }),
		]);
		const [meeting, ...others] = await office.meetingsIn(mentorshipId);
		expect(others).toEqual([]);
		expect(both.map((one) => one?.is).toSorted()).toEqual(["done", "taken"]);
		const taken = both.find((one) => one?.is === "taken");
		expect(taken).toMatchObject({ by: { meetingId: meeting?.meetingId } });
		expect(await office.owedOf(meeting?.meetingId ?? "")).toHaveLength(1);
	});

	test("repeated it is the same; moved it is the same meeting", async () => {
		const pair = await office.pair();
		const { mentorshipId, mentor, mentee } = pair;
		const { meetingId } = await office.planned(pair);
		const same = { by: mentee, at: inDays(2), known: "none" };
		const again = await office.picks(mentorshipId, same);
		expect(again).toMatchObject({ is: "done", meeting: { sequence: 0 } });
		await office.picks(mentorshipId, { by: mentor, at: inDays(4) });
		const moved = { meetingId, startsAt: inDays(4), sequence: 1 };
		expect(await office.meetingsIn(mentorshipId)).toMatchObject([
			{ ...moved, setBy: mentor },
		]);
		expect(await office.owedOf(meetingId)).toEqual([
			["set", mentor],
			["set", mentee],
		]);
		const next = await office.run((trx) =>
			readNextMeetings(trx, [mentorshipId], monday),
		);
		expect(next.get(mentorshipId)?.startsAt).toEqual(inDays(4));
	});

	test("one that passed unsaid stays, and gives way to the next", async () => {
		const pair = await office.pair();
		const { mentorshipId, mentor, mentee } = pair;
		await office.planned(pair);
		const now = inDays(5);
		await office.picks(mentorshipId, { by: mentor, at: inDays(8), now });
		const all = await office.meetingsIn(mentorshipId);
		expect(all.map(({ state }) => state)).toEqual(["planned", "unsaid"]);
		expect(await office.toSay(mentee, now)).toEqual(["unsaid"]);
	});

	test("another mentorship's meeting is not offered, nor booked over", async () => {
		const { mentorshipId, mentor, mentee } = await office.pair();
		const { mentorshipId: other, mentee: third } = await office.with(mentor);
		const offered = async () => {
			const planning = await office.planning(other);
			const page = { zone: "Europe/Lisbon", now: monday, page: 0 };
			return planning ? offerSlots(planning, page).slots : [];
		};
		const [first] = await offered();
		const at = first?.at ?? monday;
		await office.picks(mentorshipId, { by: mentee, at });
		expect((await offered()).map((slot) => slot.at)).not.toContainEqual(at);
		const over = await office.picks(other, { by: third, at });
		expect(over).toMatchObject({ is: "busy" });
		const own = await office.picks(other, { by: third, at, ownTime: true });
		expect(own).toMatchObject({ is: "done" });
	});

	test("of two mentees who pick the same time of one mentor at once, one reads that it is taken", async () => {
		for (let round = 0; round < 5; round += 1) {
			const one = await office.pair();
			const other = await office.with(one.mentor);
			const picked = await Promise.all(
				[one, other].map(({ mentorshipId, mentee }) =>
					office.picks(mentorshipId, { by: mentee, at: inDays(2) }),
				),
			);
			const became = picked.map((each) => each?.is).toSorted();
			expect(became).toEqual(["busy", "done"]);
		}
	});

	test("not in the past, nor when it is over", async () => {
		const { mentorshipId, mentee } = await office.pair();
		const picks = (at: Date) => office.picks(mentorshipId, { by: mentee, at });
		expect(await picks(inDays(-1))).toMatchObject({ is: "past" });
		await office.becomes(mentorshipId, { state: "ended" });
		expect(await picks(inDays(1))).toMatchObject({ is: "before" });
		expect(await office.meetingsIn(mentorshipId)).toEqual([]);
	});
});

describe("what became of it", () => {
	test("who differ never learn what the other said; one met is enough", async () => {
		const pair = await office.pair();
		const { mentorshipId, mentor, mentee } = pair;
		const { meetingId } = await office.planned(pair);
		await office.says(meetingId, mentor, "not");
		expect((await office.meetingsIn(mentorshipId))[0]?.state).toBe("not");
		const told: unknown[] = [];
		const onMet: OnMet[] = [
			async (_trx, id, { by }) => {
				told.push([id, by]);
				return [];
			},
		];
		await office.says(meetingId, mentee, "met", onMet);
		await office.says(meetingId, mentee, "met", onMet);
		await office.says(meetingId, mentor, "moved", onMet);
		expect(told).toEqual([[mentorshipId, mentee]]);
		expect(await office.meetingsIn(mentorshipId)).toMatchObject([
			{ state: "met", heldAt: inDays(2) },
		]);
		expect(await office.owedOf(meetingId)).toEqual([["set", mentor]]);
	});

	test("moved, it waits for its new time, and what was said of it is gone", async () => {
		const pair = await office.pair();
		const { mentorshipId, mentor, mentee } = pair;
		const { meetingId } = await office.planned(pair);
		await office.says(meetingId, mentor, "not");
		await office.says(meetingId, mentee, "moved");
		expect((await office.meetingsIn(mentorshipId))[0]?.state).toBe("moved");
		const now = inDays(3);
		await office.picks(mentorshipId, { by: mentee, at: inDays(9), now });
		expect(await office.meetingsIn(mentorshipId)).toMatchObject([
			{ meetingId, state: "planned", sequence: 1 },
		]);
		const early = await office.says(meetingId, mentor, "not");
		expect(early).toMatchObject({ is: "ahead" });
		expect(await office.toSay(mentor, inDays(10))).toEqual(["planned"]);
	});

	test("a talk that nobody had planned is one talk, whoever tells of it", async () => {
		const { mentorshipId, mentor, mentee } = await office.pair();
		const told = { mentorshipId, inWriting: false };
		const met = (by: string, days: number) =>
			sayMet(office.deps, office.visit(by, inDays(days)), told, []);
		await met(mentee, 1);
		await met(mentor, 2);
		expect(await office.meetingsIn(mentorshipId)).toMatchObject([
			{ state: "met", heldAt: inDays(1) },
		]);
		await met(mentor, 8);
		expect(await office.meetingsIn(mentorshipId)).toHaveLength(2);
		// That one of them told of it is theirs.
		expect(await office.toSay(mentee, inDays(9))).toEqual([]);
	});

	test("a flash that met is closing", async () => {
		const pair = await office.pair();
		const { mentorshipId, mentee } = pair;
		await office.becomes(mentorshipId, { kind: "flash" });
		const { meetingId } = await office.planned(pair);
		const done = await office.says(meetingId, mentee, "met", [flashMet]);
		expect(done).toMatchObject({ mentorship: { state: "closing" } });
		const flash = await office.run((trx) => readMentorship(trx, mentorshipId));
		expect(flash?.state).toBe("closing");
	});

	test("called off, the other is told once, and it is over", async () => {
		const pair = await office.pair();
		const { mentorshipId, mentor, mentee } = pair;
		const { meetingId } = await office.planned(pair);
		const off = () => office.cancels(meetingId, mentor);
		expect(await off()).toMatchObject({ is: "done" });
		expect(await off()).toMatchObject({ is: "before" });
		expect(await office.meetingsIn(mentorshipId)).toMatchObject([
			{ state: "cancelled", sequence: 1 },
		]);
		expect(await office.owedOf(meetingId)).toEqual([
			["set", mentor],
			["cancelled", mentee],
		]);
	});
});

test("the clock says nothing on a pause, nor of a meeting that is gone", async () => {
	const pair = await office.pair();
	const { mentorshipId, mentor } = pair;
	const { meetingId, startsAt } = await office.planned(pair);
	const hour = 3_600_000;
	const morning = new Date(startsAt.getTime() - hour);
	const end = new Date(startsAt.getTime() + hour / 2);
	const rings = async (now: Date) => {
		const due = [{ subjectId: meetingId, dueAt: now }];
		const { owed, next } = await office.run((trx) =>
			meetingSchedule.plan({ trx, deps: office.deps, now, due }),
		);
		return [owed.map(({ kind }) => kind), next[0]?.nextAt];
	};
	const soon = ["meetings:soon", "meetings:soon"];
	expect(await rings(morning)).toEqual([soon, end]);
	await office.becomes(mentorshipId, { state: "paused" });
	expect(await rings(morning)).toEqual([[], end]);
	expect(await rings(end)).toEqual([[], null]);
	await office.becomes(mentorshipId, { state: "exploring" });
	const after = ["meetings:after", "meetings:after"];
	expect(await rings(end)).toEqual([after, null]);
	await office.cancels(meetingId, mentor);
	expect(await rings(end)).toEqual([[], null]);
});

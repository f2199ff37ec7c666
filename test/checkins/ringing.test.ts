import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { insertOwed } from "../../src/delivery/owe.queries.ts";
import { saveHours } from "../../src/enrollment/profile.service.ts";
import { meetingTurnKind } from "../../src/meetings/meeting-turns.service.ts";
import { nudgeKind, ringNudges } from "../../src/mentorships/move.service.ts";
import { noteClock } from "../../src/workspaces/clock.service.ts";
import {
	inDays,
	type MeetingOffice,
	monday,
	openMeetingOffice,
} from "../meetings/meeting-office.ts";
import { strikeAll } from "../support/strike.ts";

let office: MeetingOffice;
beforeAll(async () => {
	office = await openMeetingOffice();
});
afterAll(() => office.close());

const looksAt = async (kind: string, subjectId: string) =>
	office.run(async (trx) => {
		const row = await trx
			.selectFrom("schedule")
			.select("next_at as at")
			.where("kind", "=", kind)
			.where("subject_id", "=", subjectId)
			.executeTakeFirst();
		return row?.at;
	});

/** An active pair that was looked at on that Monday, and needs nothing. */
async function quietPair() {
	const pair = await office.pair();
	const { mentorshipId } = pair;
	await office.run(async (trx) => {
		await trx
			.updateTable("mentorship")
			.set({ state: "active", rhythm: "weekly", since: monday })
			.where("mentorship_id", "=", mentorshipId)
			.execute();
		await ringNudges(trx, mentorshipId, monday);
	});
	await looks(monday);
	return pair;
}

const looks = (until: Date) =>
	strikeAll(office, office.deps, until, async () => {});

test("what becomes of a booking rings whoever plans the nudges", async () => {
	const pair = await quietPair();
	const { mentorshipId, mentor, mentee } = pair;
	const isRung = async () => {
		const at = await looksAt(nudgeKind, mentorshipId);
		await looks(at ?? monday);
		return at;
	};
	expect(await isRung()).not.toEqual(monday);
	await office.picks(mentorshipId, { by: mentee, at: inDays(2) });
	expect(await isRung()).toEqual(monday);
	const [meeting] = await office.meetingsIn(mentorshipId);
	const { meetingId } = meeting ?? { meetingId: "" };
	await office.cancels(meetingId, mentor);
	expect(await isRung()).toEqual(monday);

	// What is said afterwards: first by one, and the same by the other.
	await office.picks(mentorshipId, { by: mentee, at: inDays(2) });
	await isRung();
	const [next] = await office.meetingsIn(mentorshipId);
	await office.says(next?.meetingId ?? "", mentee, "met");
	expect(await isRung()).toEqual(inDays(3));
	await office.says(next?.meetingId ?? "", mentor, "met");
	expect(await isRung()).not.toEqual(inDays(3));
	await office.says(next?.meetingId ?? "", mentor, "not");
	await office.says(next?.meetingId ?? "", mentee, "not");
	expect(await isRung()).toEqual(inDays(3));
});

test("in another zone, or with other hours, all that waits for someone's days is planned anew", async () => {
	const { mentorshipId, mentor, mentee } = await quietPair();
	await office.picks(mentorshipId, { by: mentor, at: inDays(10) });
	const [meeting] = await office.meetingsIn(mentorshipId);
	const { meetingId } = meeting ?? { meetingId: "" };
	await looks(monday);
	const lisbon = await looksAt(nudgeKind, mentorshipId);
	await office.run(async (trx) => {
		await insertOwed(trx, [
			{
				kind: "checkins:plan",
				to: { personId: mentee },
				subjectId: mentorshipId,
				key: `waits:${mentorshipId}`,
				urgency: "this_week",
				staleAfterHours: 72,
			},
		]);
		await trx
			.updateTable("owed")
			.set({ plan_at: inDays(1) })
			.where("person_id", "=", mentee)
			.execute();
		await trx
			.updateTable("person")
			.set({ zone: "Pacific/Auckland" })
			.where("person_id", "=", mentee)
			.execute();
		await noteClock(trx, [mentee], monday);
	});
	await looks(monday);
	const auckland = await looksAt(nudgeKind, mentorshipId);
	expect(auckland).not.toEqual(lisbon);
	expect(auckland?.toISOString()).toMatch(/T11:00:00.000Z$/);
	const waits = await office.run((trx) =>
		trx
			.selectFrom("owed")
			.select("plan_at")
			.where("dedupe_key", "=", `waits:${mentorshipId}`)
			.executeTakeFirstOrThrow(),
	);
	expect(waits.plan_at).toEqual(monday);

	// The message before the meeting comes on another day for who works on it.
	const before = await looksAt(meetingTurnKind, meetingId);
	const hours = { start: "09:00", end: "17:00", days: ["1" as const] };
	await saveHours(office.deps, office.visit(mentee), hours);
	await looks(monday);
	expect(await looksAt(meetingTurnKind, meetingId)).not.toEqual(before);
});

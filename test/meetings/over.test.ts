import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { insertOwed } from "../../src/delivery/owe.queries.ts";
import { endNow } from "../../src/mentorships/close.service.ts";
import { endMentorshipsOf } from "../../src/mentorships/leave.service.ts";
import { updateMentorship } from "../../src/mentorships/mentorships.queries.ts";
import { readMentorship } from "../../src/mentorships/mentorships.service.ts";
import { saveTurn } from "../../src/mentorships/move.service.ts";
import { strikeAll } from "../support/strike.ts";
import {
	inDays,
	type MeetingOffice,
	openMeetingOffice,
} from "./meeting-office.ts";

let office: MeetingOffice;
beforeAll(async () => {
	office = await openMeetingOffice();
});
afterAll(() => office.close());

type Pair = Awaited<ReturnType<MeetingOffice["pair"]>>;

/** All that falls due until a day. */
const rings = (days: number) =>
	strikeAll(office, office.deps, inDays(days), async () => {});

/** The day after it was planned: one of them ends it. */
const ends = ({ mentorshipId, mentee }: Pair) =>
	endNow(office.deps, office.visit(mentee, inDays(1)), mentorshipId, null);

const ways: Record<string, (pair: Pair) => Promise<unknown>> = {
	"one ends it": ends,
	"one leaves the program": ({ mentor: personId }) =>
		office.run(async (trx) => {
			const { programId } = office;
			const leaver = { personId, programId, now: inDays(1) };
			await insertOwed(trx, await endMentorshipsOf(office.deps, trx, leaver));
		}),
	"its date comes": ({ mentorshipId }) =>
		office.run(async (trx) => {
			const dates = { exploring_until: inDays(1), turned_at: inDays(0) };
			await updateMentorship(trx, mentorshipId, dates);
			const mentorship = await readMentorship(trx, mentorshipId);
			if (mentorship) await saveTurn(trx, mentorship);
		}),
};

/** The schedules that are about a meeting. */
const turnsOf = (meetingId: string) =>
	office.run((trx) =>
		trx
			.selectFrom("schedule")
			.select("kind")
			.where("subject_id", "=", meetingId)
			.execute(),
	);

test.each(Object.entries(ways))(
	"%s: what was planned is off, and each is told once how to take it out",
	async (_way, happens) => {
		const pair = await office.pair();
		const { mentorshipId, mentor, mentee } = pair;
		await office.picks(mentorshipId, { by: mentee, at: inDays(8) });
		const [{ meetingId = "" } = {}] = await office.meetingsIn(mentorshipId);
		await happens(pair);
		await rings(2);
		expect(await office.meetingsIn(mentorshipId)).toMatchObject([
			{ meetingId, state: "cancelled", sequence: 1, setBy: null },
		]);
		expect(await turnsOf(meetingId)).toEqual([]);
		await rings(20);
		const told = await office.owedOf(meetingId);
		expect(told.slice(1).toSorted()).toEqual(
			[
				["over", mentee],
				["over", mentor],
			].toSorted(),
		);
	},
);

test("what was to be written is off without a word, and what is past stays", async () => {
	const pair = await office.pair();
	const { mentorshipId, mentor, mentee } = pair;
	await office.picks(mentorshipId, { by: mentee, at: inDays(0.5) });
	const now = inDays(0.6);
	await office.picks(mentorshipId, { by: mentor, at: null, now });
	await ends(pair);
	await rings(2);
	const [written, past] = await office.meetingsIn(mentorshipId);
	expect([written?.inWriting, written?.state]).toEqual([true, "cancelled"]);
	expect(past).toMatchObject({ state: "unsaid", sequence: 0 });
	const told = await office.owedOf(written?.meetingId ?? "");
	expect(told.map(([what]) => what)).toEqual(["set"]);
});

test("while somebody is at it the clock comes again", async () => {
	const pair = await office.pair();
	await office.picks(pair.mentorshipId, { by: pair.mentee, at: inDays(8) });
	await ends(pair);
	await office.run(async (trx) => {
		await trx
			.selectFrom("mentorship")
			.select("state")
			.where("mentorship_id", "=", pair.mentorshipId)
			.forUpdate()
			.execute();
		await rings(1);
	});
	const state = async () =>
		(await office.meetingsIn(pair.mentorshipId))[0]?.state;
	expect(await state()).toBe("planned");
	await rings(2);
	expect(await state()).toBe("cancelled");
});

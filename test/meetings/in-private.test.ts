import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { sql } from "kysely";
import { insertFewer } from "../../src/checkins/fewer-nudges.queries.ts";
import { meetingSchedule } from "../../src/meetings/meeting-turns.service.ts";
import { readTalk } from "../../src/mentorships/exploring.service.ts";
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

test("whoever wants fewer is written to around every second meeting only", async () => {
	const pair = await office.pair();
	const { mentorshipId, mentor, mentee } = pair;
	await office.run((trx) =>
		insertFewer(trx, { mentorshipId, personId: mentee }, monday),
	);
	const around = async (days: number) => {
		await office.picks(mentorshipId, {
			...{ by: mentor, at: inDays(days), now: inDays(days - 6) },
			known: "none",
		});
		const [meeting] = await office.meetingsIn(mentorshipId);
		const subjectId = meeting?.meetingId ?? "";
		const owedAt = async (day: number) => {
			const now = inDays(day);
			const due = [{ subjectId, dueAt: now }];
			const { owed } = await office.run((trx) =>
				meetingSchedule.plan({ trx, deps: office.deps, now, due }),
			);
			return owed.map(({ to }) => ("personId" in to ? to.personId : ""));
		};
		const [before, after] = [await owedAt(days - 0.01), await owedAt(days + 1)];
		return { before: before.toSorted(), after: after.toSorted() };
	};
	const both = [mentor, mentee].toSorted();
	expect(await around(10)).toEqual({ before: both, after: both });
	expect(await around(24)).toEqual({ before: [mentor], after: [mentor] });
	expect(await around(38)).toEqual({ before: both, after: both });
});

test("what one says in private takes the question from nobody else", async () => {
	const pair = await office.pair();
	const { mentor, mentee } = pair;
	const { meetingId } = await office.planned(pair);
	for (const what of ["not", "moved", "met"] as const) {
		await office.says(meetingId, mentee, what);
		expect(await office.toSay(mentor, inDays(4))).toHaveLength(1);
		expect(await office.toSay(mentee, inDays(4))).toEqual([]);
	}
});

test("while exploring, who says that they have not met does not learn that the other says they have", async () => {
	const pair = await office.pair();
	const { mentorshipId, mentor, mentee } = pair;
	const { meetingId } = await office.planned(pair);
	const talk = (reader: string) =>
		office.run((trx) =>
			readTalk(trx, mentorshipId, { reader, now: inDays(4) }),
		);
	await office.says(meetingId, mentee, "met");
	expect([await talk(mentee), await talk(mentor)]).toEqual(["met", "met"]);
	for (const what of ["not", "moved"] as const) {
		await office.says(meetingId, mentor, what);
		expect([await talk(mentee), await talk(mentor)]).toEqual(["met", "none"]);
	}
});

test("who joined later is not asked of what was before", async () => {
	const pair = await office.pair();
	const { mentorshipId, mentor, mentee } = pair;
	await office.planned(pair);
	await office.run((trx) =>
		sql`update mentorship_member
			set joined_lineup = 1, joined_at = ${inDays(3)}
			where mentorship_id = ${mentorshipId}
				and person_id = ${mentor}`.execute(trx),
	);
	expect(await office.toSay(mentee, inDays(4))).toHaveLength(1);
	expect(await office.toSay(mentor, inDays(4))).toEqual([]);
});

test("who stopped it and left takes the stop along", async () => {
	const pair = await office.pair();
	const { mentorshipId } = pair;
	const { meetingId } = await office.planned(pair);
	const third = await office.joined();
	const stops = (leftAt: Date | null) =>
		office.run((trx) =>
			sql`insert into mentorship_member
				(workspace_id, mentorship_id, person_id, role, stopped_at, left_at)
				values (${office.workspaceId}, ${mentorshipId}, ${third}, 'mentee',
					${inDays(1)}, ${leftAt})
				on conflict (workspace_id, mentorship_id, person_id)
					do update set left_at = excluded.left_at`.execute(trx),
		);
	const asks = async () => {
		const now = inDays(3);
		const due = [{ subjectId: meetingId, dueAt: now }];
		const { owed } = await office.run((trx) =>
			meetingSchedule.plan({ trx, deps: office.deps, now, due }),
		);
		return owed.map(({ kind }) => kind);
	};
	await stops(null);
	expect(await asks()).toEqual([]);
	await stops(inDays(2));
	expect(await asks()).toEqual(["meetings:after", "meetings:after"]);
});

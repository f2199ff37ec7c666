import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { sql } from "kysely";
import { newId } from "../../src/db/database.ts";
import { insertMentorship } from "../../src/mentorships/mentorships.queries.ts";
import {
	countSeatsTaken,
	findMentorship,
	listMentorshipsOf,
} from "../../src/mentorships/read-mentorships.queries.ts";
import { type Office, openOffice } from "../support/office.ts";

let office: Office;
let mentor: string;
beforeAll(async () => {
	office = await openOffice();
	mentor = await office.joined({ role: "both" });
});
afterAll(() => office?.close());

async function began(mentorId: string, menteeIds: string[], kind: string) {
	const mentorshipId = newId();
	const mentees = menteeIds.map((personId) => ({
		personId,
		role: "mentee" as const,
	}));
	await office.run(async (trx) => {
		const requestId = newId();
		await sql`insert into request (workspace_id, request_id, program_id,
				mentee_id, mentor_id, kind, state, ask)
			values (${office.workspaceId}, ${requestId}, ${office.programId},
				${menteeIds[0]}, ${mentorId}, ${kind}, 'accepted', '')`.execute(trx);
		await insertMentorship(trx, {
			mentorshipId,
			programId: office.programId,
			requestId,
			kind,
			exploringUntil: new Date("2026-04-01T00:00:00Z"),
			members: [{ personId: mentorId, role: "mentor" }, ...mentees],
		});
	});
	return mentorshipId;
}

const becomes = (mentorshipId: string, state: string) =>
	office.run((trx) =>
		sql`update mentorship set state = ${state}
			where mentorship_id = ${mentorshipId}`.execute(trx),
	);
const seatsOf = (personId: string) =>
	office.run((trx) => countSeatsTaken(trx, office.programId, personId));

test("a seat is taken from exploring to closing, and no longer", async () => {
	const mentee = await office.joined();
	const mentorshipId = await began(mentor, [mentee], "one_to_one");
	for (const [state, seats] of [
		["exploring", 1],
		["agreeing", 1],
		["active", 1],
		["paused", 1],
		["closing", 1],
		["proposed", 0],
		["completed", 0],
		["ended", 0],
	] as const) {
		await becomes(mentorshipId, state);
		expect([state, await seatsOf(mentor)]).toEqual([state, seats]);
		const mine = await office.run((trx) => listMentorshipsOf(trx, mentee));
		expect(mine).toHaveLength(seats);
	}
});

test("a group takes one seat, and being a mentee none", async () => {
	const [guide, ...group] = [
		await office.joined({ role: "mentor" }),
		await office.joined(),
		await office.joined(),
		mentor,
	];
	if (!guide) throw new Error("Nobody joined.");
	const mentorshipId = await began(guide, group, "group");
	expect(await seatsOf(guide)).toBe(1);
	expect(await seatsOf(mentor)).toBe(0);
	const found = await office.run((trx) => findMentorship(trx, mentorshipId));
	expect(found?.members.map(({ role }) => role).sort()).toEqual([
		"mentee",
		"mentee",
		"mentee",
		"mentor",
	]);
	expect(
		await office.run((trx) => findMentorship(trx, newId())),
	).toBeUndefined();
});

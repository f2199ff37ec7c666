import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { sql } from "kysely";
import { noteActions } from "../../src/agenda/actions.service.ts";
import { readAgenda, saveAgenda } from "../../src/agenda/agenda.service.ts";
import { versionsOf } from "../../src/agenda/agenda.ts";
import {
	coverAgenda,
	readWrapUp,
	reopenAgenda,
	saveWrapUp,
} from "../../src/agenda/wrap-up.service.ts";
import type { Meeting, MeetingAnswer } from "../../src/meetings/meeting.ts";
import {
	inDays,
	type MeetingOffice,
	monday,
	openMeetingOffice,
} from "../meetings/meeting-office.ts";

let office: MeetingOffice;
beforeAll(async () => {
	office = await openMeetingOffice();
});
afterAll(() => office.close());

let pair: Awaited<ReturnType<MeetingOffice["pair"]>>;
let meeting: Meeting;
/** They talk in two days. */
beforeEach(async () => {
	pair = await office.pair();
	meeting = await office.planned(pair);
});

const agendaAt = (now: Date) =>
	office.run((trx) => readAgenda(office.deps, trx, pair.mentorshipId, now));

/** What members have taken on, as one of them reads it. */
const takenOn = (reader: string) =>
	office.run(async (trx) => {
		const { deps } = office;
		const { mentorshipId } = pair;
		const agenda = await readAgenda(deps, trx, mentorshipId, inDays(4), reader);
		return agenda?.actions.map(({ text }) => text).toSorted();
	});

test("who joined later reads nothing that was taken on before, but their own", async () => {
	const { mentorshipId, mentor, mentee } = pair;
	const takes = (text: string, owner: string, days: number) =>
		office.run((trx) =>
			noteActions(
				office.deps,
				trx,
				mentorshipId,
				[{ text, owner, dueOn: null }],
				office.visit(mentor, inDays(days)),
			),
		);
	await takes("A walk", mentor, 1);
	await takes("A talk", mentee, 1);
	await office.run((trx) =>
		sql`update mentorship_member
			set joined_lineup = 1, joined_at = ${inDays(2)}
			where mentorship_id = ${mentorshipId}
				and person_id = ${mentee}`.execute(trx),
	);
	await takes("A call", mentor, 3);
	expect(await takenOn(mentor)).toEqual(["A call", "A talk", "A walk"]);
	expect(await takenOn(mentee)).toEqual(["A call", "A talk"]);
});

test("who joined later reads no point of before, and loses no answer to a question that has one", async () => {
	const { mentorshipId, mentor, mentee } = pair;
	const { deps } = office;
	const reads = (reader: string) =>
		office.run((trx) => readAgenda(deps, trx, mentorshipId, inDays(5), reader));
	const points = async (reader: string) =>
		(await reads(reader))?.items
			.map(({ slot, text }) => `${slot}: ${text}`)
			.toSorted();
	const saves = async (
		by: string,
		form: Record<string, string>,
		days: number,
	) =>
		saveAgenda(deps, office.visit(by, inDays(days)), mentorshipId, {
			form: Object.entries(form).map(([field, text]) => ({ field, text })),
			seen: versionsOf((await reads(by))?.items ?? []),
		});
	await saves(mentor, { challenge: "The release", own: "The roof" }, 0.5);
	await office.run((trx) =>
		sql`update mentorship_member
			set joined_lineup = 1, joined_at = ${inDays(1)}
			where mentorship_id = ${mentorshipId}
				and person_id = ${mentee}`.execute(trx),
	);
	expect(await points(mentee)).toEqual([]);
	await saves(mentee, { challenge: "The first day" }, 1.5);
	expect(await points(mentee)).toEqual(["own: The first day"]);
	await saves(mentor, { challenge: "The next release" }, 1.6);
	expect(await points(mentee)).toEqual([
		"challenge: The next release",
		"own: The first day",
	]);
	expect(await points(mentor)).toHaveLength(3);

	// Nor when a meeting they were in has covered it.
	await says("met");
	const covered = async (by: string) => {
		const visit = office.visit(by, inDays(3));
		const page = await readWrapUp(deps, visit, meeting.meetingId);
		return page?.items.length;
	};
	expect(await covered(mentee)).toBe(2);
	expect(await covered(mentor)).toBe(3);
});

/** What is on the next agenda, each with where it stands. */
const open = async () => {
	const agenda = await agendaAt(inDays(30));
	return agenda?.items.map(({ slot, text }) => `${slot}: ${text}`).toSorted();
};

/** Writes into fields of the agenda. */
async function writes(form: Record<string, string>, days: number) {
	const items = (await agendaAt(inDays(days)))?.items ?? [];
	const fields = Object.entries(form).map(([field, text]) => ({ field, text }));
	const saved = await saveAgenda(
		office.deps,
		office.visit(pair.mentee, inDays(days)),
		pair.mentorshipId,
		{ form: fields, seen: versionsOf(items) },
	);
	expect(saved.is).toBe("saved");
}

const says = (what: MeetingAnswer, by = pair.mentee) =>
	office.says(meeting.meetingId, by, what, [coverAgenda], [reopenAgenda]);

const wrapUp = async () => {
	const visit = office.visit(pair.mentee, inDays(3));
	const page = await readWrapUp(office.deps, visit, meeting.meetingId);
	return page?.items ?? [];
};

test("a meeting covers what was written by its end, and nothing since", async () => {
	await writes({ challenge: "The release", own: "The roof" }, 0);
	await writes({ own: "A thought on the way home" }, 2.5);
	await writes({ challenge: "The next release" }, 2.6);
	await says("met");
	expect(await open()).toEqual([
		"challenge: The next release",
		"own: A thought on the way home",
	]);
	expect((await wrapUp()).map(({ text }) => text)).toEqual(["The roof"]);
});

test("taken back, all of it is open again; said again, it is covered again", async () => {
	const written = ["challenge: The release", "own: The roof"];
	await writes({ challenge: "The release", own: "The roof" }, 0);
	await says("met");
	expect(await open()).toEqual([]);
	await says("not");
	expect(await open()).toEqual(written);
	expect(await wrapUp()).toEqual([]);
	await says("met");
	expect(await open()).toEqual([]);
	expect(await wrapUp()).toHaveLength(2);
	await says("moved");
	expect(await open()).toEqual(written);
});

test("while one says that they met, it stays covered", async () => {
	await writes({ challenge: "The release" }, 0);
	await says("met", pair.mentor);
	await says("met");
	await says("not");
	expect(await open()).toEqual([]);
});

test("a question that was answered anew meanwhile keeps both answers", async () => {
	await writes({ challenge: "The release" }, 0);
	await says("met");
	await writes({ challenge: "The next release" }, 4);
	await says("not");
	const both = ["challenge: The next release", "own: The release"];
	expect(await open()).toEqual(both);
	await says("met");
	expect(await open()).toEqual(["challenge: The next release"]);
});

test("what was kept for the next meeting stays for it, whatever is said of this one", async () => {
	await writes({ challenge: "The release", own: "The roof" }, 0);
	await says("met");
	const roof = (await wrapUp()).find(({ text }) => text === "The roof");
	const keep = [roof?.itemId ?? ""];
	const visit = () => office.visit(pair.mentee, inDays(3));
	const noted = { useful: null, keep, taken: [] };
	await saveWrapUp(office.deps, visit(), meeting.meetingId, noted);
	// The form sent once more keeps nothing once more.
	await saveWrapUp(office.deps, visit(), meeting.meetingId, noted);
	const [kept, ...others] = (await agendaAt(inDays(3)))?.items ?? [];
	expect([kept?.text, kept?.carried, others]).toEqual(["The roof", 1, []]);
	await says("not");
	await says("met");
	expect(await open()).toEqual(["own: The roof"]);

	// And the next one covers it.
	await office.picks(pair.mentorshipId, {
		by: pair.mentor,
		at: inDays(9),
		now: inDays(4),
	});
	const [next] = await office.meetingsIn(pair.mentorshipId);
	expect(next?.startsAt).toEqual(inDays(9));
	meeting = next ?? meeting;
	await office.run((trx) =>
		coverAgenda(trx, pair.mentorshipId, {
			meetingId: meeting.meetingId,
			by: pair.mentee,
			now: monday,
		}),
	);
	expect(await open()).toEqual([]);
});

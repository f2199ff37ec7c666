import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { newId } from "../../src/db/database.ts";
import {
	carryOut,
	type OnLeave,
} from "../../src/enrollment/enrollment.service.ts";
import { endMentorshipsOf } from "../../src/mentorships/leave.service.ts";
import type { MemberRole } from "../../src/mentorships/mentorship.ts";
import { insertMentorship } from "../../src/mentorships/mentorships.queries.ts";
import { pause, resume } from "../../src/mentorships/pause.service.ts";
import {
	goneSchedule,
	tendMentorshipsOf,
} from "../../src/mentorships/presence.service.ts";
import {
	findMentorship,
	lockMentorship,
} from "../../src/mentorships/read-mentorships.queries.ts";
import { type Office, openOffice } from "../support/office.ts";

let office: Office;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());

/** People who have joined, in a mentorship of a kind that is exploring. */
async function together(kind: string, roles: MemberRole[]) {
	const mentorshipId = newId();
	const members: { role: MemberRole; personId: string }[] = [];
	for (const role of roles)
		members.push({ role, personId: await office.joined() });
	await office.run((trx) =>
		insertMentorship(trx, {
			mentorshipId,
			programId: office.programId,
			requestId: null,
			kind,
			exploringUntil: new Date("2027-04-01T00:00:00Z"),
			members,
		}),
	);
	return { mentorshipId, people: members.map(({ personId }) => personId) };
}

const pair = () => together("one_to_one", ["mentor", "mentee"]);
const groupOfTwo = () => together("group", ["mentor", "mentee", "mentee"]);

const read = (mentorshipId: string) =>
	office.run((trx) => findMentorship(trx, mentorshipId));

const leaves = (personId = "") =>
	office.run((trx) =>
		carryOut(office.deps, trx, office.visit(personId), [endMentorshipsOf]),
	);

/** Whom a kind of message about it is owed to. */
async function told(mentorshipId: string, what: string): Promise<string[]> {
	const rows = await office.run((trx) =>
		trx
			.selectFrom("owed")
			.select("person_id")
			.where("subject_id", "=", mentorshipId)
			.where("kind", "=", `mentorships:${what}`)
			.execute(),
	);
	return rows.flatMap(({ person_id }) => person_id ?? []).sort();
}

async function changes(personId: string, is: "gone" | "back") {
	const standing = is === "gone" ? "deactivated" : "member";
	await office.run((trx) =>
		trx
			.updateTable("person")
			.set({ standing })
			.where("person_id", "=", personId)
			.execute(),
	);
	return tend(personId, is);
}
const isGone = (personId = "") => changes(personId, "gone");
const isBack = (personId = "") => changes(personId, "back");

const tend = (personId: string, is: "gone" | "back") =>
	office.run((trx) => {
		const { deps } = office;
		return tendMentorshipsOf({ deps, trx, personId, is, now: deps.now() });
	});

/** Thirty days later. */
const goneForGood = (subjectId = "") =>
	office.run((trx) => {
		const { deps } = office;
		const now = deps.now();
		const due = [{ subjectId, dueAt: now }];
		return goneSchedule.plan({ trx, deps, now, due });
	});

test("a group goes on without one of its mentees, and ends without its mentor", async () => {
	const { mentorshipId, people } = await groupOfTwo();
	const [mentor, one, other] = people;
	await leaves(one);
	expect((await read(mentorshipId))?.members.map((m) => m.personId)).toEqual([
		other,
		mentor,
	]);
	expect(await read(mentorshipId)).toMatchObject({ state: "exploring" });
	expect(await told(mentorshipId, "ended")).toEqual([]);
	await leaves(mentor);
	expect(await read(mentorshipId)).toMatchObject({
		state: "ended",
		endedAs: "left",
	});
	// Whoever left before hears of it no more.
	expect(await told(mentorshipId, "ended")).toEqual([other]);
});

test("peers go on as long as there are two of them", async () => {
	const { mentorshipId, people } = await together("peer", [
		"peer",
		"peer",
		"peer",
	]);
	const [one, two, three] = people;
	// Their pause goes with them.
	await pause(office.deps, office.visit(one ?? ""), mentorshipId, null);
	await leaves(one);
	expect(await read(mentorshipId)).toMatchObject({
		state: "exploring",
		pausedBy: null,
	});
	await leaves(two);
	expect(await read(mentorshipId)).toMatchObject({ state: "ended" });
	expect(await told(mentorshipId, "ended")).toEqual([three]);
});

test("only what is in that program ends, and leaving again changes nothing", async () => {
	const { mentorshipId, people } = await pair();
	const [mentor = ""] = people;
	const elsewhere: OnLeave = (deps, trx, leaver) =>
		endMentorshipsOf(deps, trx, { ...leaver, programId: newId() });
	await office.run((trx) =>
		carryOut(office.deps, trx, office.visit(mentor), [elsewhere]),
	);
	expect(await read(mentorshipId)).toMatchObject({ state: "exploring" });
	await leaves(mentor);
	const ended = await read(mentorshipId);
	await leaves(mentor);
	expect(await read(mentorshipId)).toEqual(ended);
});

test("a pair waits for someone who is gone; a group waits for its mentor only", async () => {
	const two = await pair();
	const group = await groupOfTwo();
	const [mentor] = two.people;
	const [leader, one] = group.people;
	for (const person of [mentor, one]) await isGone(person);
	expect(await read(two.mentorshipId)).toMatchObject({
		state: "paused",
		pausedBy: mentor,
		pauseEnds: "end",
	});
	expect(await read(group.mentorshipId)).toMatchObject({ state: "exploring" });
	// A second look finds it so.
	const before = await read(two.mentorshipId);
	expect(await tend(mentor ?? "", "gone")).toEqual({ owed: [], isDone: true });
	expect(await read(two.mentorshipId)).toEqual(before);

	const { owed } = await isGone(leader);
	expect(await read(group.mentorshipId)).toMatchObject({ state: "paused" });
	expect(owed.map(({ kind }) => kind)).toEqual([
		"mentorships:paused",
		"mentorships:paused",
	]);
	await isBack(leader);
	expect(await read(group.mentorshipId)).toMatchObject({ state: "exploring" });

	// Thirty days on the mentee is let go; the pair ends by its own clock.
	await goneForGood(one);
	const now = await read(group.mentorshipId);
	expect(now?.members.map(({ personId }) => personId)).not.toContain(one);
	expect(now).toMatchObject({ state: "exploring" });
	await goneForGood(mentor);
	expect(await read(two.mentorshipId)).toMatchObject({ state: "paused" });
});

test("what is paused by the one who stays ends when the other is gone for good", async () => {
	const { mentorshipId, people } = await pair();
	const [mentor = "", mentee = ""] = people;
	await pause(office.deps, office.visit(mentee), mentorshipId, null);
	await isGone(mentor);
	expect(await read(mentorshipId)).toMatchObject({ pausedBy: mentee });
	const { owed } = await goneForGood(mentor);
	expect(await read(mentorshipId)).toMatchObject({
		state: "ended",
		endedAs: "gone",
	});
	expect(owed.map(({ to }) => to)).toEqual([{ personId: mentee }]);
});

test("an own open-ended pause gets an end when its owner is gone", async () => {
	const { mentorshipId, people } = await together("external", ["mentee"]);
	const [mentee = ""] = people;
	await pause(office.deps, office.visit(mentee), mentorshipId, null);
	expect(await read(mentorshipId)).toMatchObject({ pausedUntil: null });
	await isGone(mentee);
	expect(await read(mentorshipId)).toMatchObject({
		state: "paused",
		pausedFrom: "exploring",
		pauseEnds: "end",
		pausedUntil: expect.any(Date),
	});
	await isBack(mentee);
	expect(await read(mentorshipId)).toMatchObject({ state: "exploring" });
});

test("the clock waits for nobody: what someone is at is left for later", async () => {
	const { mentorshipId, people } = await pair();
	const [mentor = ""] = people;
	await office.run(async (trx) => {
		await lockMentorship(trx, mentorshipId);
		expect(await isGone(mentor)).toEqual({ owed: [], isDone: false });
	});
	expect((await tend(mentor, "gone")).isDone).toBe(true);
	expect(await read(mentorshipId)).toMatchObject({ state: "paused" });
});

test("the same request twice pauses once and resumes once", async () => {
	const { mentorshipId, people } = await pair();
	const [mentor = "", mentee = ""] = people;
	const { deps } = office;
	const asks = office.visit(mentor);
	await pause(deps, asks, mentorshipId, null);
	expect(await resume(deps, office.visit(mentee), mentorshipId)).toMatchObject({
		is: "done",
		did: "waits",
		mentorship: { state: "paused" },
	});
	const back = office.visit(mentor);
	expect(await resume(deps, back, mentorshipId)).toMatchObject({
		did: "goesOn",
	});
	await pause(deps, asks, mentorshipId, null);
	expect(await read(mentorshipId)).toMatchObject({ state: "exploring" });
	expect(await resume(deps, back, mentorshipId)).toMatchObject({
		is: "before",
	});
	expect(await told(mentorshipId, "paused")).toEqual([mentee]);
});

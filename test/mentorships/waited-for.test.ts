import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { newId } from "../../src/db/database.ts";
import { carryOut } from "../../src/enrollment/enrollment.service.ts";
import { readVersions } from "../../src/mentorships/agreement.service.ts";
import { sign } from "../../src/mentorships/agreement-acts.service.ts";
import type { Ending } from "../../src/mentorships/closing.ts";
import { leaveGroup } from "../../src/mentorships/groups.service.ts";
import {
	askHalfway,
	readHalfway,
	writeHalfway,
} from "../../src/mentorships/halfway.service.ts";
import { endMentorshipsOf } from "../../src/mentorships/leave.service.ts";
import { choose } from "../../src/mentorships/look-back.service.ts";
import type { Mentorship } from "../../src/mentorships/mentorship.ts";
import {
	insertMentorship,
	updateMentorship,
} from "../../src/mentorships/mentorships.queries.ts";
import { findMentorship } from "../../src/mentorships/read-mentorships.queries.ts";
import { type Office, openOffice } from "../support/office.ts";

let office: Office;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());

const now = new Date("2026-03-02T12:00:00Z");
const at = (person: string) => ({ ...office.visit(person), now });

let mentorshipId: string;
let mentor: string;
let ana: string;
let last: string;
/** A group of two mentees, in which all but one have done their part. */
beforeEach(async () => {
	mentorshipId = newId();
	mentor = await office.joined({ role: "mentor" });
	ana = await office.joined();
	last = await office.joined();
	await office.run((trx) =>
		insertMentorship(trx, {
			mentorshipId,
			programId: office.programId,
			requestId: null,
			kind: "group",
			state: "agreeing",
			exploringUntil: null,
			members: [
				{ personId: mentor, role: "mentor" },
				{ personId: ana, role: "mentee" },
				{ personId: last, role: "mentee" },
			],
		}),
	);
});

async function read(): Promise<Mentorship> {
	const held = await office.run((trx) => findMentorship(trx, mentorshipId));
	if (!held) throw new Error("There is no such mentorship.");
	return held;
}

const becomes = (state: "active" | "closing") =>
	office.run((trx) => updateMentorship(trx, mentorshipId, { state }));

/** Whom a kind of message about it is owed to. */
async function told(what: string): Promise<string[]> {
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

const ways: Record<string, () => Promise<unknown>> = {
	"leaves the group": () => leaveGroup(office.deps, at(last), mentorshipId),
	"leaves the program": () =>
		office.run((trx) =>
			carryOut(office.deps, trx, at(last), [endMentorshipsOf]),
		),
};

test.each(Object.entries(ways))(
	"the only one who had not written %s: what the others wrote is shared",
	async (_way, leaves) => {
		await becomes("active");
		const { deps } = office;
		const mentorship = await read();
		await office.run((trx) => askHalfway({ deps, trx, mentorship, now }));
		const words = { keep: "The walks", stop: null, start: null };
		const writes = (person: string) =>
			writeHalfway(deps, at(person), mentorshipId, words);
		const halfway = () =>
			office.run((trx) => readHalfway(deps, trx, mentorshipId));
		expect(await writes(mentor)).toBe("saved");
		expect(await writes(ana)).toBe("saved");
		expect((await halfway())?.sharedAt).toBeNull();
		await leaves();
		expect((await halfway())?.sharedAt).toEqual(now);
		expect(await told("halfway-shared")).toEqual([ana, mentor].sort());
	},
);

test("while somebody else has not written, who leaves changes nothing", async () => {
	await becomes("active");
	const { deps } = office;
	const mentorship = await read();
	await office.run((trx) => askHalfway({ deps, trx, mentorship, now }));
	await leaveGroup(deps, at(last), mentorshipId);
	const halfway = await office.run((trx) =>
		readHalfway(deps, trx, mentorshipId),
	);
	expect(halfway?.sharedAt).toBeNull();
	expect(await told("halfway-shared")).toEqual([]);
});

test.each(Object.entries(ways))(
	"the only one who had not chosen %s: it closes as the others chose",
	async (_way, leaves) => {
		await becomes("closing");
		const chooses = (person: string, ending: Ending) =>
			choose(office.deps, at(person), mentorshipId, ending);
		await chooses(mentor, "informal");
		await chooses(ana, "renew");
		expect((await read()).state).toBe("closing");
		await leaves();
		const after = { state: "completed", endedAs: "informal" };
		expect(await read()).toMatchObject(after);
		expect(await told("completed")).toEqual([ana, mentor].sort());
		expect(await told("story")).toEqual([ana, mentor].sort());
	},
);

test("nobody had chosen: whoever leaves a closing group leaves it closing", async () => {
	await becomes("closing");
	await leaveGroup(office.deps, at(last), mentorshipId);
	expect(await read()).toMatchObject({ state: "closing", changes: 0 });
	expect(await told("completed")).toEqual([]);
});

test.each(Object.entries(ways))(
	"the only one who had not signed %s: what was agreed begins",
	async (_way, leaves) => {
		const { deps } = office;
		const mentorship = await read();
		const [first] = await office.run((trx) =>
			readVersions(deps, trx, mentorship, now),
		);
		for (const person of [mentor, ana])
			await sign(deps, at(person), first?.agreementId ?? "");
		expect((await read()).state).toBe("agreeing");
		await leaves();
		expect(await read()).toMatchObject({ state: "active", activeSince: now });
		expect(await told("begun")).toEqual([ana, mentor].sort());
	},
);

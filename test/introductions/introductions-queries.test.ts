import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "kysely";
import { newId } from "../../src/db/database.ts";
import {
	openNote,
	openWords,
	sealNote,
	sealWords,
} from "../../src/introductions/introduction-words.ts";
import {
	findIntroduction,
	insertIntroduction,
	listOpenOf,
	type NewIntroduction,
	updateIntroduction,
} from "../../src/introductions/introductions.queries.ts";
import {
	isKeptApart,
	wasAskedSince,
} from "../../src/introductions/third.queries.ts";
import { newPair } from "../mentorships/new-pair.ts";
import { type Office, openOffice } from "../support/office.ts";

let office: Office;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());

const now = new Date("2026-03-02T12:00:00Z");
const closesAt = new Date("2026-03-11T12:00:00Z");
const day = 24 * 3_600_000;

type Pair = Awaited<ReturnType<typeof newPair>>;

/** What a mentee asked their mentor, or more of it; null: there is one. */
async function begins(
	{ mentorshipId, mentor, mentee }: Pair,
	more: Partial<NewIntroduction> = {},
): Promise<string | null> {
	const introductionId = newId();
	const isNew = await office.run((trx) =>
		insertIntroduction(trx, {
			introductionId,
			mentorshipId,
			menteeId: mentee,
			mentorId: mentor,
			thirdId: null,
			followsId: null,
			state: "asked",
			words: Buffer.from("sealed"),
			note: null,
			closesAt,
			now,
			...more,
		}),
	);
	return isNew ? introductionId : null;
}

const openWith = async (personId: string) => {
	const rows = await office.run((trx) => listOpenOf(trx, personId));
	return rows.map(({ introductionId }) => introductionId);
};

describe("an introduction", () => {
	test("is of its mentorship's program, and names its people", async () => {
		const pair = await newPair(office);
		const id = (await begins(pair)) ?? "";
		const row = await office.run((trx) => findIntroduction(trx, id));
		expect(row).toMatchObject({
			programId: office.programId,
			programName: null,
			state: "asked",
			mentee: { personId: pair.mentee },
			mentor: { personId: pair.mentor },
			third: null,
			isStopped: false,
			isFollowed: false,
			namedAt: null,
			closesAt,
		});
	});

	test("is one at a time between a mentee and a mentor, while it is asked", async () => {
		const pair = await newPair(office);
		const first = (await begins(pair)) ?? "";
		expect(await begins(pair)).toBeNull();
		await office.run((trx) =>
			updateIntroduction(trx, first, { state: "none", ended_at: now }),
		);
		expect(await begins(pair)).not.toBeNull();
	});

	test("is followed once: a mentor names one more after a no", async () => {
		const pair = await newPair(office);
		const [one, other] = [await office.person(), await office.person()];
		const first = (await begins(pair, { state: "named", thirdId: one })) ?? "";
		await office.run((trx) =>
			updateIntroduction(trx, first, { state: "declined", ended_at: now }),
		);
		const next = { state: "named", followsId: first } as const;
		expect(await begins(pair, { ...next, thirdId: other })).not.toBeNull();
		const third = await office.person();
		expect(await begins(pair, { ...next, thirdId: third })).toBeNull();
		const row = await office.run((trx) => findIntroduction(trx, first));
		expect(row?.isFollowed).toBe(true);
	});

	test("is open with its people; who is only offered knows nothing of it", async () => {
		const pair = await newPair(office);
		const third = await office.person();
		const id = (await begins(pair, { state: "offered", thirdId: third })) ?? "";
		expect(await openWith(pair.mentee)).toEqual([id]);
		expect(await openWith(pair.mentor)).toEqual([id]);
		expect(await openWith(third)).toEqual([]);
		await office.run((trx) =>
			updateIntroduction(trx, id, { state: "named", named_at: now }),
		);
		expect(await openWith(third)).toEqual([id]);
		await office.run((trx) =>
			updateIntroduction(trx, id, { state: "expired", ended_at: now }),
		);
		for (const person of [pair.mentee, pair.mentor, third])
			expect(await openWith(person)).toEqual([]);
	});

	test("knows that something is wrong in its mentorship", async () => {
		const pair = await newPair(office);
		const id = (await begins(pair)) ?? "";
		await office.run((trx) =>
			sql`update mentorship_member set stopped_at = now()
				where person_id = ${pair.mentee}`.execute(trx),
		);
		const row = await office.run((trx) => findIntroduction(trx, id));
		expect(row?.isStopped).toBe(true);
	});

	test("is refused by the database with a state that its facts deny", async () => {
		const pair = await newPair(office);
		const id = (await begins(pair)) ?? "";
		for (const patch of [
			{ state: "named", named_at: now },
			{ state: "none" },
			{ ended_at: now },
		] as const)
			await expect(
				office.run((trx) => updateIntroduction(trx, id, patch)),
			).rejects.toThrow("violates check constraint");
	});
});

describe("who may be asked about whom", () => {
	test("neither where one avoids the other, either way", async () => {
		const [menteeId, thirdId] = [await office.person(), await office.person()];
		const apart = (pair: { menteeId: string; thirdId: string }) =>
			office.run((trx) => isKeptApart(trx, pair));
		expect(await apart({ menteeId, thirdId })).toBe(false);
		await office.run((trx) =>
			sql`insert into exclusion values
				(${office.workspaceId}, ${menteeId}, ${thirdId})`.execute(trx),
		);
		expect(await apart({ menteeId, thirdId })).toBe(true);
		expect(await apart({ menteeId: thirdId, thirdId: menteeId })).toBe(true);
	});

	test("nor who was asked not long ago, whatever was said", async () => {
		const pair = await newPair(office);
		const thirdId = await office.person();
		const asked = (since: Date) =>
			office.run((trx) =>
				wasAskedSince(trx, { menteeId: pair.mentee, thirdId }, since),
			);
		const before = new Date(now.getTime() - day);
		const after = new Date(now.getTime() + day);
		expect(await asked(before)).toBe(false);
		const id = (await begins(pair, { state: "named", thirdId })) ?? "";
		expect(await asked(after)).toBe(true);
		await office.run((trx) =>
			updateIntroduction(trx, id, { state: "accepted", ended_at: now }),
		);
		expect(await asked(before)).toBe(true);
		expect(await asked(after)).toBe(false);
	});
});

test("what was written opens for its own introduction alone", () => {
	const { workspaceId, deps } = office;
	const { cipher } = deps;
	const owner = { workspaceId, introductionId: newId() };
	const words = { topic: "kites", why: null };
	const sealed = sealWords(cipher, owner, words);
	expect(openWords(cipher, owner, sealed)).toEqual(words);
	const note = sealNote(cipher, owner, "She won it twice");
	expect(openNote(cipher, owner, note)).toBe("She won it twice");
	expect(openNote(cipher, owner, null)).toBeNull();
	const other = { workspaceId, introductionId: newId() };
	expect(() => openWords(cipher, other, sealed)).toThrow();
	expect(() => openNote(cipher, owner, sealed)).toThrow();
});

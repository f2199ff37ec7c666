import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "kysely";
import {
	answerExploring,
	readOwnAnswer,
} from "../../src/mentorships/exploring.service.ts";
import { flashMet } from "../../src/mentorships/flash.service.ts";
import type { Move } from "../../src/mentorships/mentorship-moves.ts";
import { readMentorship } from "../../src/mentorships/mentorships.service.ts";
import { makeMove } from "../../src/mentorships/move.service.ts";
import { readThanks, thank } from "../../src/mentorships/thanks.service.ts";
import { type Office, openOffice } from "../support/office.ts";
import { newPair } from "./new-pair.ts";

let office: Office;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());

const now = new Date("2026-03-20T12:00:00Z");

const stateOf = async (mentorshipId: string) =>
	(await office.run((trx) => readMentorship(trx, mentorshipId)))?.state;

const answerOf = (mentorshipId: string, personId: string) =>
	office.run((trx) => readOwnAnswer(trx, { mentorshipId }, personId));

const says = (mentorshipId: string, personId: string, goesOn: boolean) =>
	answerExploring(office.deps, office.visit(personId), {
		mentorshipId,
		goesOn,
	});

/** How often a person is owed each kind of message about a mentorship. */
async function owedTo(mentorshipId: string, personId: string) {
	const { rows } = await office.run((trx) =>
		sql<{ kind: string }>`select kind from owed
			where subject_id = ${mentorshipId} and person_id = ${personId}
			order by kind`.execute(trx),
	);
	return rows.map(({ kind }) => kind);
}

async function moves(mentorshipId: string, move: Move) {
	await office.run(async (trx) => {
		const mentorship = await readMentorship(trx, mentorshipId);
		if (mentorship) await makeMove(trx, mentorship, { move, now, by: null });
	});
}

describe("going on", () => {
	test("one's last tap counts, and a repetition of an earlier one does not", async () => {
		const { mentorshipId, mentee } = await newPair(office);
		const { deps } = office;
		const early = office.visit(mentee);
		const no = { mentorshipId, goesOn: false };
		await answerExploring(deps, early, no);
		expect(await answerOf(mentorshipId, mentee)).toBe(false);
		await says(mentorshipId, mentee, true);
		await answerExploring(deps, early, no);
		expect(await answerOf(mentorshipId, mentee)).toBe(true);
	});

	test("nothing is owed to anyone, until all have said so: then once", async () => {
		const { mentorshipId, mentor, mentee } = await newPair(office);
		await says(mentorshipId, mentor, true);
		await says(mentorshipId, mentee, false);
		for (const one of [mentor, mentee])
			expect(await owedTo(mentorshipId, one)).toEqual([]);
		const all = await Promise.all(
			Array.from({ length: 10 }, (_, at) =>
				says(mentorshipId, at % 2 ? mentor : mentee, true),
			),
		);
		const went = all.filter((it) => it?.is === "done" && it.did === "all");
		expect(went).toHaveLength(1);
		for (const one of [mentor, mentee])
			expect(await owedTo(mentorshipId, one)).toEqual(["mentorships:agree"]);
	});

	test("what was said outlives a pause, and nothing outlives the end", async () => {
		const { mentorshipId, mentor, mentee } = await newPair(office);
		await says(mentorshipId, mentor, true);
		await moves(mentorshipId, "pause");
		expect((await says(mentorshipId, mentee, true))?.is).toBe("before");
		await moves(mentorshipId, "resume");
		expect(await answerOf(mentorshipId, mentor)).toBe(true);
		await moves(mentorshipId, "end");
		expect(await answerOf(mentorshipId, mentor)).toBe(null);
	});
});

describe("a flash", () => {
	async function newFlash() {
		const pair = await newPair(office);
		await office.run((trx) =>
			sql`update mentorship set kind = 'flash'
				where mentorship_id = ${pair.mentorshipId}`.execute(trx),
		);
		return pair;
	}
	const met = (mentorshipId: string, by: string) =>
		office.run((trx) => flashMet(trx, mentorshipId, { by, now }));

	test("is had once; another kind only goes on exploring", async () => {
		const flash = await newFlash();
		const first = await met(flash.mentorshipId, flash.mentee);
		expect(first.map(({ kind }) => kind)).toEqual([
			"mentorships:thank",
			"mentorships:thank",
		]);
		expect(await met(flash.mentorshipId, flash.mentor)).toEqual([]);
		expect(await stateOf(flash.mentorshipId)).toBe("closing");
		const pair = await newPair(office);
		expect(await met(pair.mentorshipId, pair.mentee)).toEqual([]);
		expect(await stateOf(pair.mentorshipId)).toBe("exploring");
	});

	test("is not asked whether it goes on", async () => {
		const { mentorshipId, mentee } = await newFlash();
		const asked = await says(mentorshipId, mentee, true);
		expect(asked).toMatchObject({ is: "done", did: "not asked" });
		expect(await answerOf(mentorshipId, mentee)).toBe(null);
	});

	test("is thanked for once by each, however often they tap", async () => {
		const { mentorshipId, mentor, mentee } = await newFlash();
		const { deps } = office;
		const thanks = (by: string, words: string | null) =>
			thank(deps, office.visit(by), { mentorshipId, words });
		expect((await thanks(mentee, "Too early"))?.is).toBe("before");
		await met(mentorshipId, mentee);
		const all = await Promise.all(
			Array.from({ length: 6 }, () => thanks(mentee, "It helped")),
		);
		const said = all.filter((it) => it?.is === "done" && it.did === "thanked");
		expect(said).toHaveLength(1);
		expect(await stateOf(mentorshipId)).toBe("completed");
		expect(await owedTo(mentorshipId, mentor)).toEqual(["mentorships:thanked"]);
		expect(await owedTo(mentorshipId, mentee)).toEqual([]);
		await thanks(mentor, null);
		expect(await owedTo(mentorshipId, mentee)).toEqual(["mentorships:thanked"]);
		const read = (reader: string) =>
			office.run((trx) => readThanks(deps, trx, { mentorshipId }, reader));
		expect(await read(mentor)).toEqual({
			mine: true,
			theirs: { words: "It helped" },
		});
		expect(await read(mentee)).toEqual({ mine: true, theirs: { words: null } });
	});
});

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "kysely";
import { features } from "../../src/features.ts";
import { report } from "../../src/mentorships/concerns.service.ts";
import { isStopped } from "../../src/mentorships/mentorship.ts";
import { updateStopped } from "../../src/mentorships/mentorships.queries.ts";
import { readMentorship } from "../../src/mentorships/mentorships.service.ts";
import { goOn, stop } from "../../src/mentorships/wrong.service.ts";
import { textFor } from "../../src/slack/text.ts";
import { type Office, openOffice } from "../support/office.ts";
import { newPair } from "./new-pair.ts";

let office: Office;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());

const at = new Date("2026-03-02T12:00:00Z");

describe("repeated requests", () => {
	const stopped = async (mentorshipId: string) => {
		const found = await office.run((trx) => readMentorship(trx, mentorshipId));
		return found && isStopped(found);
	};

	test("an old tap does not stop what goes on again", async () => {
		const { mentorshipId, mentee } = await newPair(office);
		const [tap, undo] = [office.visit(mentee), office.visit(mentee)];
		const { deps } = office;
		await stop(deps, tap, mentorshipId);
		await stop(deps, tap, mentorshipId);
		expect(await stopped(mentorshipId)).toBe(true);
		await goOn(deps, undo, mentorshipId);
		await stop(deps, tap, mentorshipId);
		expect(await stopped(mentorshipId)).toBe(false);
		await stop(deps, office.visit(mentee), mentorshipId);
		await goOn(deps, undo, mentorshipId);
		expect(await stopped(mentorshipId)).toBe(true);
	});

	test("what is sent twice reaches the contact once", async () => {
		const { mentorshipId, mentee } = await newPair(office);
		const { deps, programId } = office;
		const contactId = await office.person("Contact");
		await office.run((trx) =>
			sql`update program
				set settings = ${{ safeguarding: [contactId] }}::jsonb
				where program_id = ${programId}`.execute(trx),
		);
		const visit = office.visit(mentee);
		const words = { contactId, text: "He shouts" };
		const sending = () => report(deps, visit, mentorshipId, words);
		const sent = await Promise.all([sending(), sending(), sending()]);
		expect(sent.map(({ is }) => is)).toEqual(["sent", "sent", "sent"]);
		const { rows } = await office.run((trx) =>
			sql`select kind, program_id, action from owed
				join audit on audit.subject_id = owed.subject_id
				where owed.person_id = ${contactId}`.execute(trx),
		);
		// In no program's history, which its managers read.
		expect(rows).toEqual([
			{
				kind: "mentorships:concern",
				program_id: null,
				action: "concern report",
			},
		]);
	});
});

describe("once something is wrong", () => {
	const kinds = features
		.flatMap(({ messages }) => Object.entries(messages ?? {}))
		.filter(([kind]) => kind.startsWith("mentorships:"))
		// What the contact reads is about a concern, and must arrive.
		.filter(([kind]) => kind !== "mentorships:concern");
	/**
	 * About rows of their own, which this pair has not: a version, a review, a
	 * thank-you, a story. `toMember` writes them all, like those below.
	 */
	const ofOthers = [
		"mentorships:agreement-changed",
		"mentorships:agreement-holds",
		"mentorships:halfway",
		"mentorships:halfway-shared",
		"mentorships:thank-you",
		"mentorships:story",
		"mentorships:story-file",
	];
	/** What the others wait for comes whatever is wrong. */
	const awaited = [
		"mentorships:parted",
		"mentorships:completed",
		"mentorships:resumed",
	];
	const ofPair = kinds.filter(
		([kind]) => ![...ofOthers, ...awaited].includes(kind),
	);
	/** How a mentorship must stand for a message to be written of it. */
	const standing: Record<string, string> = {
		"mentorships:agree": "state = 'agreeing'",
		"mentorships:remind-agreeing": "state = 'agreeing'",
		"mentorships:begun": "state = 'active', active_since = now()",
		"mentorships:thank": "kind = 'flash', state = 'closing'",
		"mentorships:thanked": "kind = 'flash', state = 'completed'",
		"mentorships:all-reached": "state = 'active'",
		"mentorships:look-back": "state = 'closing'",
		"mentorships:remind-closing": "state = 'closing'",
		"mentorships:hello": "state = 'completed'",
		"mentorships:paused": `state = 'paused', paused_from = 'active',
			paused_by = (select person_id from mentorship_member m
				where m.mentorship_id = mentorship.mentorship_id
					and m.role = 'mentee')`,
		"mentorships:ask-paused": "state = 'paused', paused_from = 'active'",
		"mentorships:ended": "state = 'ended', ended_as = 'early'",
	};

	test.each(ofPair)("%s is not written any more", async (kind, { render }) => {
		const { mentorshipId, mentor, mentee } = await newPair(office);
		const { deps } = office;
		await office.run((trx) =>
			sql`update mentorship
				set ${sql.raw(standing[kind] ?? "state = 'exploring'")}
				where mentorship_id = ${mentorshipId}`.execute(trx),
		);
		const written = () =>
			office.run((trx) =>
				render({
					trx,
					deps,
					subjectId: mentorshipId,
					personId: mentor,
					text: textFor("en"),
					now: at,
				}),
			);
		expect(await written()).not.toBeNull();
		const part = { mentorshipId, personId: mentee };
		await office.run((trx) => updateStopped(trx, part, at));
		expect(await written()).toBeNull();
		await office.run((trx) => updateStopped(trx, part, null));
		expect(await written()).not.toBeNull();
	});

	test.each([
		["mentorships:ended", "ended", "unanswered"],
		["mentorships:ended", "ended", "gone"],
		["mentorships:parted", "ended", "explored"],
		["mentorships:completed", "completed", "finished"],
		["mentorships:completed", "completed", "informal"],
		["mentorships:resumed", "active", null],
	])(
		"%s, %s, %s: is told to the others, who wait for it, as a silence would tell of the stop",
		async (kind, state, endedAs) => {
			const { mentorshipId, mentor, mentee } = await newPair(office);
			const { deps } = office;
			const { render } = kinds.find(([it]) => it === kind)?.[1] ?? never();
			await office.run(async (trx) => {
				const part = { mentorshipId, personId: mentee };
				await updateStopped(trx, part, at);
				await sql`update mentorship set state = ${state}, ended_as = ${endedAs}
					where mentorship_id = ${mentorshipId}`.execute(trx);
			});
			const toldTo = (personId: string) =>
				office.run((trx) =>
					render({
						...{ trx, deps, personId, subjectId: mentorshipId },
						text: textFor("en"),
						now: at,
					}),
				);
			expect(await toldTo(mentor)).toHaveProperty("text");
			expect(await toldTo(mentee)).toBeNull();
		},
	);
});

function never(): never {
	throw new Error("There is no message of this kind.");
}

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "kysely";
import { newId } from "../../src/db/database.ts";
import {
	type Concern,
	isShown,
	openReport,
	sealReport,
	stateOf,
} from "../../src/mentorships/concern.ts";
import {
	findConcern,
	insertConcern,
} from "../../src/mentorships/concerns.queries.ts";
import { listHelpers } from "../../src/mentorships/safeguarding.queries.ts";
import { saveDirectory } from "../../src/workspaces/people.service.ts";
import { type Office, openOffice } from "../support/office.ts";
import { newPair } from "./new-pair.ts";

let office: Office;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());

const at = new Date("2026-03-02T12:00:00Z");

const manages = (managerId: string, personId: string) =>
	office.run((trx) =>
		saveDirectory(trx, personId, {
			department: null,
			level: null,
			location: null,
			managerId,
		}),
	);

describe("who can be turned to", () => {
	const helpersOf = async (mentorshipId: string, contacts: string[]) => {
		const { programId } = office;
		const where = { mentorshipId, programId, contacts };
		const helpers = await office.run((trx) => listHelpers(trx, where));
		return helpers.map(({ personId }) => personId);
	};

	test("the contacts in the program's order", async () => {
		const { mentorshipId } = await newPair(office);
		const [one, other] = [await office.person(), await office.person()];
		expect(await helpersOf(mentorshipId, [other, one])).toEqual([other, one]);
	});

	test("nobody in it, and nobody above or below, however far", async () => {
		const { mentorshipId, mentor, mentee } = await newPair(office);
		const [chief, boss, peer, report, trainee] = [
			await office.person(),
			await office.person(),
			await office.person(),
			await office.person(),
			await office.person(),
		];
		await manages(chief, boss);
		await manages(boss, mentor);
		await manages(boss, peer);
		await manages(mentee, report);
		await manages(report, trainee);
		const all = [mentor, mentee, chief, boss, report, trainee, peer];
		expect(await helpersOf(mentorshipId, all)).toEqual([peer]);
	});

	test("nobody who cannot be written to", async () => {
		const { mentorshipId } = await newPair(office);
		const [gone, quiet, there] = [
			await office.person(),
			await office.person(),
			await office.person(),
		];
		await office.run(async (trx) => {
			await sql`update person set standing = 'deactivated'
				where person_id = ${gone}`.execute(trx);
			await sql`update person set no_contact_at = now()
				where person_id = ${quiet}`.execute(trx);
		});
		const all = [gone, quiet, there];
		expect(await helpersOf(mentorshipId, all)).toEqual([there]);
	});
});

describe("a concern", () => {
	const words = { text: "He shouts", about: ["Ben"] };

	async function reported() {
		const pair = await newPair(office);
		const { workspaceId, deps } = office;
		const concernId = newId();
		const contact = await office.person("Contact");
		const owner = { workspaceId, concernId };
		await office.run((trx) =>
			insertConcern(trx, {
				concernId,
				mentorshipId: pair.mentorshipId,
				reporterId: pair.mentee,
				contactId: contact,
				body: sealReport(deps.cipher, owner, words),
				at,
			}),
		);
		return { ...pair, contact, concernId };
	}
	const find = (concernId: string) =>
		office.run((trx) => findConcern(trx, concernId));
	const erase = (table: string, column: string, id: string) =>
		office.run((trx) =>
			sql`delete from ${sql.table(table)}
				where ${sql.ref(column)} = ${id}`.execute(trx),
		);

	test("cannot be erased by whom it is about, nor with the mentorship", async () => {
		const { mentor, mentorshipId, contact, concernId } = await reported();
		await erase("person", "person_id", mentor);
		await erase("mentorship", "mentorship_id", mentorshipId);
		const found = await find(concernId);
		expect(found).toMatchObject({ mentorshipId: null, contact: {} });
		expect(found?.contact?.personId).toBe(contact);
		const { workspaceId, deps } = office;
		const owner = { workspaceId, concernId };
		const body = found?.body ?? Buffer.alloc(0);
		expect(openReport(deps.cipher, owner, body)).toEqual(words);
	});

	test("goes with its reporter, and stays without a contact", async () => {
		const { mentee, contact, concernId } = await reported();
		await erase("person", "person_id", contact);
		expect((await find(concernId))?.contact).toBeNull();
		await erase("person", "person_id", mentee);
		expect(await find(concernId)).toBeUndefined();
	});

	test("is sent, read, closed, and shown for 30 days more", () => {
		const [readAt, closedAt] = [at, at];
		expect(stateOf({ readAt: null, closedAt: null })).toBe("sent");
		expect(stateOf({ readAt, closedAt: null })).toBe("read");
		expect(stateOf({ readAt, closedAt })).toBe("closed");
		const after = (days: number) => new Date(at.getTime() + days * 86_400_000);
		const shown = (closed: Date | null, days: number) =>
			isShown({ closedAt: closed } as Concern, after(days));
		expect(shown(null, 900)).toBe(true);
		expect(shown(at, 29)).toBe(true);
		expect(shown(at, 30)).toBe(false);
	});
});

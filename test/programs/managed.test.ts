import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { enroll } from "../../src/enrollment/enrollment.service.ts";
import { emptyJoinForm } from "../../src/enrollment/join-form.ts";
import { managedFeature } from "../../src/programs/managed.feature.ts";
import { inFives } from "../../src/programs/managed.ts";
import { saveDirectory } from "../../src/workspaces/people.service.ts";
import { type Office, openOffice } from "../support/office.ts";
import { type OwnProgram, ownProgram } from "./own-program.ts";

let office: Office;
let own: OwnProgram;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());
beforeEach(async () => {
	own = await ownProgram(office);
});

/** What Home tells the founder of the program. */
async function home(): Promise<string> {
	const visit = own.visit(own.founder);
	const actor = { ...visit.actor, manages: [own.programId] };
	const [section] = managedFeature.home ?? [];
	const shown = await section?.(office.deps, { ...visit, actor });
	return JSON.stringify(shown);
}

async function joins(person: string): Promise<string> {
	const key = { programId: own.programId, personId: person };
	await office.run((trx) => enroll(office.deps, trx, key, emptyJoinForm));
	return person;
}

async function reports(person: string, managerId: string): Promise<void> {
	const nothing = { department: null, level: null, location: null };
	await office.run((trx) =>
		saveDirectory(trx, person, { ...nothing, managerId }),
	);
}

test("a manager's own line is in none of the numbers", async () => {
	const boss = await joins(await office.person("Boss"));
	const report = await joins(await office.person("Report"));
	const theirs = await joins(await office.person("Report of a report"));
	const peer = await joins(await office.person("Peer"));
	await joins(await office.person("Somebody"));
	await joins(own.founder);
	expect(await home()).toContain("5 people take part");
	await reports(own.founder, boss);
	expect(await home()).toContain("4 people take part");
	await reports(report, own.founder);
	await reports(theirs, report);
	await reports(peer, boss);
	expect(await home()).toContain("2 people take part");
});

test("requests and waiting are told in steps of five people", async () => {
	const mentor = await joins(await office.person("Mentor"));
	async function asks(kind: string) {
		const mentee = await joins(await office.person("Mentee"));
		await office.run(async (trx) => {
			const shared = {
				workspace_id: office.workspaceId,
				program_id: own.programId,
			};
			await trx
				.insertInto("request")
				.values({
					...shared,
					request_id: mentee,
					mentee_id: mentee,
					mentor_id: mentor,
					kind,
					state: "open",
					ask: Buffer.from(""),
				})
				.execute();
			await trx
				.insertInto("waiting")
				.values({
					...shared,
					waiting_id: mentee,
					person_id: mentee,
					sought_key: kind,
				})
				.execute();
		});
	}
	for (const told of ["fewer than 5", "5 or more"]) {
		const before = await home();
		if (told === "fewer than 5") for (let n = 0; n < 4; n += 1) await asks("a");
		else for (let n = 0; n < 5; n += 1) await asks("a");
		expect(await home()).toContain(`People with an open request: ${told}`);
		expect(await home()).toContain(`People on the waiting list: ${told}`);
		expect(before).not.toEqual(await home());
	}
});

test("whole fives, and fewer than five never", () => {
	expect([0, 1, 4].map(inFives)).toEqual([null, null, null]);
	expect([5, 9, 10, 14, 123].map(inFives)).toEqual([5, 5, 10, 10, 120]);
});

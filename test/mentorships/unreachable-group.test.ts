import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { newId } from "../../src/db/database.ts";
import { stopGate } from "../../src/delivery/ledger.queries.ts";
import { insertOwed } from "../../src/delivery/owe.queries.ts";
import { gateKeyOf } from "../../src/delivery/owe.ts";
import { gatheringNews, goOut } from "../../src/mentorships/members.service.ts";
import {
	insertMentorship,
	updateStopped,
} from "../../src/mentorships/mentorships.queries.ts";
import { tendMentorshipsOf } from "../../src/mentorships/presence.service.ts";
import { lockMentorship } from "../../src/mentorships/read-mentorships.queries.ts";
import { type Office, openOffice } from "../support/office.ts";

let office: Office;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());

/** Three peers, to whose group DM something is owed that cannot be posted. */
async function unreachable() {
	const people = [
		await office.joined(),
		await office.joined(),
		await office.joined(),
	] as const;
	const mentorshipId = newId();
	const to = { personId: null, mentorshipId };
	const stops = () =>
		office.run((trx) => stopGate(trx, trx.workspaceId, to, "users_not_found"));
	await office.run(async (trx) => {
		await insertMentorship(trx, {
			mentorshipId,
			programId: office.programId,
			requestId: null,
			kind: "peer",
			exploringUntil: new Date("2027-04-01T00:00:00Z"),
			members: people.map((personId) => ({ personId, role: "peer" })),
		});
		await insertOwed(trx, [gatheringNews({ mentorshipId, lineup: 0 })]);
	});
	await stops();
	return {
		...{ mentorshipId, people, stops },
		isStopped: () =>
			office.run(async (trx) => {
				const { stopped } = await trx
					.selectFrom("gate")
					.select("stopped")
					.where("gate_key", "=", gateKeyOf(to))
					.executeTakeFirstOrThrow();
				return stopped !== null;
			}),
	};
}

const isBack = (personId: string) =>
	office.run((trx) => {
		const { deps } = office;
		const now = deps.now();
		return tendMentorshipsOf({ deps, trx, personId, is: "back", now });
	});

test("a group that could not be written to is tried again when someone is back", async () => {
	const { people, isStopped } = await unreachable();
	expect(await isStopped()).toBe(true);
	await isBack(people[0]);
	expect(await isStopped()).toBe(false);
});

test("and when someone has left it, but not where something is wrong", async () => {
	const { mentorshipId, people, isStopped, stops } = await unreachable();
	await office.run(async (trx) => {
		const before = await lockMentorship(trx, mentorshipId);
		if (before) await goOut(trx, before, people[0]);
	});
	expect(await isStopped()).toBe(false);
	await stops();
	const part = { mentorshipId, personId: people[1] };
	await office.run((trx) => updateStopped(trx, part, office.deps.now()));
	await isBack(people[2]);
	expect(await isStopped()).toBe(true);
});

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { sql } from "kysely";
import {
	publish,
	publishBy,
	readLatest,
} from "../../src/reports/publish.service.ts";
import type { Release } from "../../src/reports/published.ts";
import { type Office, openOffice } from "../support/office.ts";

let office: Office;
const people: string[] = [];
beforeAll(async () => {
	office = await openOffice();
	for (let count = 0; count < 11; count += 1)
		people.push(await office.joined({ role: "mentee" }));
});
afterAll(() => office.close());

const start = new Date("2026-03-02T09:00:00Z");
const at = (days: number) => new Date(+start + days * 24 * 3_600_000);

async function publishes(days: number): Promise<Release> {
	const { programId } = office;
	const made = await office.run((trx) =>
		publish(trx, { programId, askedBy: null, now: at(days) }),
	);
	if (made === "few") throw new Error("There are too few people.");
	return made;
}

const enrolledIn = ({ figures }: Release) =>
	figures.find(({ id }) => id === "enrolled");

test("the numbers of a day are one release, and it is what is read", async () => {
	const first = await publishes(0);
	expect(enrolledIn(first)).toEqual({
		id: "enrolled",
		kind: "count",
		people: { is: "number", value: 11 },
		asOf: start.toISOString(),
	});
	people.push(await office.joined({ role: "mentee" }));
	expect(await publishes(0.5)).toEqual(first);
	const latest = await office.run((trx) => readLatest(trx, office.programId));
	expect(latest).toEqual({ release: first, before: null });
});

test("two that ask at once get the same one", async () => {
	const [one, other] = await Promise.all([publishes(7), publishes(7)]);
	expect(one).toEqual(other);
	// Twelve after eleven would tell of one person.
	expect(enrolledIn(one)).toMatchObject({
		people: { value: 11 },
		asOf: start.toISOString(),
	});
});

test("a release cannot be changed, not even by the app", async () => {
	const change = office.run(async (trx) => {
		await sql`update release set figures = '[]'`.execute(trx);
	});
	await expect(change).rejects.toThrow(/permission denied/);
});

test("whoever is erased is in no set; numbers and distances stay", async () => {
	const [gone = ""] = people;
	const numbers = () =>
		office.run(async (trx) => {
			const { rows } = await sql<{ id: string }>`
				select person_id as id from release_person`.execute(trx);
			return rows.map(({ id }) => id);
		});
	expect(await numbers()).toContain(gone);
	await office.run(async (trx) => {
		await sql`delete from person where person_id = ${gone}`.execute(trx);
	});
	expect(await numbers()).not.toContain(gone);
	// Eleven again, of whom one is another: still none is told of.
	const next = await publishes(14);
	expect(enrolledIn(next)).toMatchObject({ asOf: start.toISOString() });
});

/** Makes a release, while which something else happens: before it is stored. */
async function publishWhile(days: number, meanwhile: () => Promise<unknown>) {
	let turns = 0;
	const { programId } = office;
	const asked = { programId, askedBy: null, now: at(days) };
	const made = await publishBy(async (work) => {
		turns += 1;
		if (turns === 2) await meanwhile();
		return office.run(work);
	}, asked);
	return { made, turns };
}

test("what was published while it was computed is what it is held against", async () => {
	const { made, turns } = await publishWhile(21, () => publishes(20.9));
	expect(made).toMatchObject({ madeAt: at(20.9) });
	expect(turns).toBe(3);

	// Not of the same day: then there are two, and the second knows the first.
	const later = await publishWhile(28, () => publishes(22));
	expect(later.made).toMatchObject({ madeAt: at(28) });
	expect(later.turns).toBe(4);
});

test("whoever is erased while it is computed is in no set of it", async () => {
	const others: string[] = [];
	for (let count = 0; count < 8; count += 1)
		others.push(await office.joined({ role: "mentee" }));
	const [gone = ""] = others;
	const { made, turns } = await publishWhile(35, () =>
		office.run((trx) =>
			sql`delete from person where person_id = ${gone}`.execute(trx),
		),
	);
	// Nobody could give them a number any more: it began anew.
	expect(turns).toBe(4);
	expect(made === "few" ? made : enrolledIn(made)).toMatchObject({
		people: { value: 18 },
		asOf: at(35).toISOString(),
	});
});

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { sql } from "kysely";
import { saveDirectory } from "../../src/workspaces/people.service.ts";
import { readHiddenFrom } from "../../src/workspaces/reporting-line.service.ts";
import { type Office, openOffice } from "../support/office.ts";

// Nobody manages a program for their own boss, or for those whose boss they are.

const count = 9;
let office: Office;
let people: string[];

beforeAll(async () => {
	office = await openOffice();
	people = [];
	for (let made = 0; made < count; made += 1)
		people.push(await office.person());
});
afterAll(() => office?.close());

const at = (index: number) => people[index] ?? "";

/** `managers[i]` manages person i; null: the directory does not say. */
async function directory(managers: (number | null)[]) {
	await office.run(async (trx) => {
		for (const [index, manager] of managers.entries())
			await saveDirectory(trx, at(index), {
				department: null,
				level: null,
				location: null,
				managerId: manager === null ? null : at(manager),
			});
	});
}

/** The indexes of who is hidden from person `viewer`, in order. */
async function hidden(viewer: number): Promise<number[]> {
	const ids = await office.run((trx) => readHiddenFrom(trx, at(viewer)));
	return people.flatMap((id, index) => (ids.has(id) ? [index] : []));
}

const nobody = Array<null>(count).fill(null);

test("with no directory, nobody but oneself", async () => {
	await directory(nobody);
	expect(await hidden(4)).toEqual([4]);
});

test("all above and all below, and nobody beside", async () => {
	// 0 over 1 and 2; 1 over 3 and 4; 3 over 5; 2 over 6.
	await directory([null, 0, 0, 1, 1, 3, 2, null, null]);
	expect(await hidden(1)).toEqual([0, 1, 3, 4, 5]);
	expect(await hidden(5)).toEqual([0, 1, 3, 5]);
	expect(await hidden(2)).toEqual([0, 2, 6]);
	expect(await hidden(0)).toEqual([0, 1, 2, 3, 4, 5, 6]);
	expect(await hidden(7)).toEqual([7]);
});

test("where a link is not known, what is beyond it is seen", async () => {
	await directory([null, 0, null, 2, null, null, null, null, null]);
	expect(await hidden(3)).toEqual([2, 3]);
	expect(await hidden(0)).toEqual([0, 1]);
});

test("a circle in the data comes to its end", async () => {
	await directory([2, 0, 1, 1, 4, null, null, null, null]);
	expect(await hidden(0)).toEqual([0, 1, 2, 3]);
	expect(await hidden(3)).toEqual([0, 1, 2, 3]);
	expect(await hidden(4)).toEqual([4]);
});

/** Said in another way: a chain of managers leads from one to the other. */
function leads(managers: (number | null)[], from: number, to: number) {
	let now: number | null = from;
	for (let steps = 0; steps <= count && now !== null; steps += 1) {
		if (now === to) return true;
		now = managers[now] ?? null;
	}
	return false;
}

test("whoever is hidden from me has me hidden from them", async () => {
	const person = fc.nat({ max: count - 1 });
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.option(person, { freq: 3 }), {
				minLength: count,
				maxLength: count,
			}),
			person,
			async (managers, viewer) => {
				await directory(managers);
				const seen = await hidden(viewer);
				const line = people.flatMap((_, other) =>
					leads(managers, viewer, other) || leads(managers, other, viewer)
						? [other]
						: [],
				);
				expect(seen).toEqual(line);
				for (const other of seen) expect(await hidden(other)).toContain(viewer);
			},
		),
		{ numRuns: 25 },
	);
});

test("a line of 10,000 people is found in one request's time", async () => {
	const chief = await office.person("Chief");
	const [all, atOnce] = [10_000, 1_000];
	for (let from = 1; from <= all; from += atOnce)
		// Ten reports each, four levels deep.
		await office.run((trx) =>
			sql`insert into person
				(workspace_id, person_id, slack_user_id, name, standing, zone, manager_id)
			select ${trx.workspaceId}::uuid,
				('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid,
				'UMANY' || n, 'Report ' || n, 'member', 'UTC',
				case when n <= 10 then ${chief}::uuid else
					('00000000-0000-0000-0000-' || lpad((n / 10)::text, 12, '0'))::uuid
				end
			from generate_series(${from}::int, ${from + atOnce - 1}::int) n
			order by n`.execute(trx),
		);
	const hiding = await office.run((trx) => readHiddenFrom(trx, chief));
	expect(hiding.size).toBe(all + 1);
});

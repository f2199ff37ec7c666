import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { withWorkspace } from "../../src/db/database.ts";
import { insertOwed, listOwed } from "../../src/delivery/owe.queries.ts";
import type { OwedMessage, Urgency } from "../../src/delivery/owe.ts";
import { type Ledger, openLedger, type Place } from "../support/ledger.ts";

let ledger: Ledger;
beforeAll(async () => {
	ledger = await openLedger();
});
afterAll(() => ledger.drop());

const note = (
	place: Place,
	who: number,
	key: string,
	urgency: Urgency = "now",
): OwedMessage => ({
	kind: "test:note",
	to: { personId: place.people[who] ?? "" },
	subjectId: place.workspaceId,
	key,
	urgency,
	staleAfterHours: 24,
});

const owe = ({ workspaceId }: Place, messages: OwedMessage[]) =>
	withWorkspace(ledger.db, workspaceId, (trx) => insertOwed(trx, messages));

async function count(table: string, { workspaceId }: Place): Promise<number> {
	const [row] = await ledger.query<{ count: string }>(
		`select count(*) from ${table} where workspace_id = $1`,
		[workspaceId],
	);
	return Number(row?.count);
}

test("the same key is owed once, for ever", async () => {
	const place = await ledger.addWorkspace(2);
	await owe(place, [note(place, 0, "a"), note(place, 1, "a")]);
	await owe(place, [note(place, 1, "a"), note(place, 1, "b")]);
	await ledger.query("update delivery set state = 'sent'");
	await owe(place, [note(place, 0, "a"), note(place, 0, "b", "today")]);
	expect(await count("owed", place)).toBe(2);
	expect(await count("delivery", place)).toBe(2);

	const other = await ledger.addWorkspace(1);
	await owe(other, [note(other, 0, "a")]);
	expect(await count("delivery", other)).toBe(1);
});

test("only what is urgent is a delivery at once", async () => {
	const place = await ledger.addWorkspace(1);
	await owe(place, [
		note(place, 0, "now"),
		note(place, 0, "today", "today"),
		note(place, 0, "this week", "this_week"),
	]);
	expect(await count("owed", place)).toBe(3);
	expect(await count("delivery", place)).toBe(1);
});

test("nothing is owed by a transaction that fails", async () => {
	const place = await ledger.addWorkspace(1);
	const failing = withWorkspace(ledger.db, place.workspaceId, async (trx) => {
		await insertOwed(trx, [note(place, 0, "never")]);
		throw new Error("after all");
	});
	await expect(failing).rejects.toThrow("after all");
	expect(await count("owed", place)).toBe(0);
	expect(await count("gate", place)).toBe(0);
});

test("10,000 at once, and nothing at all", async () => {
	const place = await ledger.addWorkspace(500);
	const messages = Array.from({ length: 10_000 }, (_, index) =>
		note(place, index % 500, `bulk:${index}`),
	);
	await owe(place, messages);
	await owe(place, []);
	expect(await count("delivery", place)).toBe(10_000);
	expect(await count("gate", place)).toBe(500);
});

test("a delivery says what is owed in the order it was owed", async () => {
	const place = await ledger.addWorkspace(1);
	const messages = ["c", "a", "b"].map((key) => ({
		...note(place, 0, key, "today"),
		kind: `test:${key}`,
	}));
	await owe(place, messages);
	const kinds = await withWorkspace(
		ledger.db,
		place.workspaceId,
		async (trx) => {
			const deliveryId = crypto.randomUUID();
			await ledger.query(
				`insert into delivery (workspace_id, delivery_id, person_id, gate_key,
					rank) values ($1, $2, $3, 'person', 1)`,
				[place.workspaceId, deliveryId, place.people[0]],
			);
			await ledger.query(
				"update owed set delivery_id = $2 where workspace_id = $1",
				[place.workspaceId, deliveryId],
			);
			return (await listOwed(trx, deliveryId)).map(({ kind }) => kind);
		},
	);
	expect(kinds).toEqual(["test:c", "test:a", "test:b"]);
});

test("transactions with the same keys and crossing people do not deadlock", async () => {
	const place = await ledger.addWorkspace(60);
	await ledger.query(
		`insert into home_tab (workspace_id, person_id, opened_at)
		select workspace_id, person_id, now() from person
		where workspace_id = $1`,
		[place.workspaceId],
	);
	// Each owes to the same people about the same, and something of its own.
	const transactions = Array.from({ length: 8 }, (_, index) => {
		const messages = Array.from({ length: 4_200 }, (_, n) =>
			note(place, n % 60, n % 7 === 0 ? `own:${index}:${n}` : `shared:${n}`),
		);
		const turned = messages.slice(index * 500);
		turned.push(...messages.slice(0, index * 500));
		return owe(place, index % 2 ? turned.reverse() : turned);
	});
	await Promise.all(transactions);
	expect(await count("owed", place)).toBe(3_600 + 8 * 600);
	expect(await count("delivery", place)).toBe(3_600 + 8 * 600);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { claiming, receivers } from "../support/claiming.ts";
import { type Ledger, openLedger } from "../support/ledger.ts";
import { owe } from "../support/post-office.ts";

let ledger: Ledger;
let moves: ReturnType<typeof claiming>;
beforeAll(async () => {
	ledger = await openLedger();
	moves = claiming(ledger);
});
afterAll(() => ledger.drop());
// Each test has the ledger for itself.
beforeEach(() => ledger.query("truncate owed, delivery, gate, lane"));

const noteTo = (who: number, key = `to ${who}`) => ({ who, key });
const notesTo = (count: number) =>
	Array.from({ length: count }, (_, who) => noteTo(who));

test("what is urgent goes first, within a conversation and among them", async () => {
	const place = await ledger.addWorkspace(3);
	await owe(ledger, place, [
		noteTo(0, "later a"),
		noteTo(0, "a"),
		noteTo(1, "later b"),
		noteTo(2, "c"),
	]);
	await ledger.query(
		`update delivery set rank = 2 from owed where dedupe_key like 'later%'
			and owed.delivery_id = delivery.delivery_id`,
	);
	await ledger.query(
		`update gate set rank = (select min(rank) from delivery
			where delivery.gate_key = gate.gate_key)`,
	);
	const order: string[] = [];
	for (let turn = 0; turn < 4; turn++) {
		const claimed = await moves.claimOne();
		const [row] = await ledger.query<{ dedupe_key: string }>(
			"select dedupe_key from owed where delivery_id = $1",
			[claimed.deliveryId],
		);
		order.push(row?.dedupe_key ?? "");
		await moves.settle(claimed);
		await moves.timePasses();
	}
	expect(order.slice(0, 2).sort()).toEqual(["a", "c"]);
	expect(order.slice(2).sort()).toEqual(["later a", "later b"]);
});

test("one at a time in a conversation, and with a gap", async () => {
	const place = await ledger.addWorkspace(1);
	await owe(ledger, place, [noteTo(0, "a"), noteTo(0, "b")]);
	const first = await moves.claimOne();
	expect(await moves.claim()).toEqual([]);
	await moves.settle(first, 60);
	expect(await moves.claim()).toEqual([]);
	const [gate] = await ledger.query<{ seconds: string }>(
		"select extract(epoch from due_at - now()) as seconds from gate",
	);
	expect(Number(gate?.seconds)).toBeGreaterThan(50);
	await moves.timePasses();
	expect(await moves.claim()).toHaveLength(1);
});

test("a queue of 5,000 to one person hides nobody else", async () => {
	const place = await ledger.addWorkspace(9);
	const queue = Array.from({ length: 5_000 }, (_, n) => noteTo(0, `q${n}`));
	await owe(ledger, place, queue);
	await owe(ledger, place, notesTo(9).slice(1));
	const claims = await moves.claim();
	expect(receivers(claims, place)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test("workspaces take turns, whoever came first", async () => {
	const loud = await ledger.addWorkspace(200);
	const quiet = await ledger.addWorkspace(2);
	await owe(ledger, loud, notesTo(200));
	await owe(ledger, quiet, notesTo(2));
	const turns = [
		await moves.claimOne({ perSecond: 0.1 }),
		await moves.claimOne({ perSecond: 0.1 }),
	];
	expect(turns.map(({ workspaceId }) => workspaceId).sort()).toEqual(
		[loud, quiet].map(({ workspaceId }) => workspaceId).sort(),
	);
	expect(await moves.claim({ perSecond: 0.1 })).toEqual([]);
});

test("a workspace's rate holds over two who claim at once", async () => {
	const place = await ledger.addWorkspace(40);
	await owe(ledger, place, notesTo(40));
	const perSecond = 20;
	const began = performance.now();
	const claimed: string[] = [];
	async function claimer() {
		while (claimed.length < 30)
			for (const { deliveryId } of await moves.claim({ perSecond }))
				claimed.push(deliveryId);
	}
	await Promise.all([claimer(), claimer()]);
	const seconds = (performance.now() - began) / 1_000;
	const burst = perSecond / 10;
	expect(claimed.length - burst).toBeLessThanOrEqual(perSecond * seconds);
});

test("two who claim at once never get the same", async () => {
	const place = await ledger.addWorkspace(300);
	await owe(ledger, place, notesTo(300));
	const seen: string[] = [];
	async function claimer() {
		while (seen.length < 300)
			for (const { deliveryId } of await moves.claim({ perSecond: 100_000 }))
				seen.push(deliveryId);
	}
	await Promise.all([claimer(), claimer(), claimer()]);
	expect(seen).toHaveLength(300);
	expect(new Set(seen).size).toBe(300);
});

test("a workspace that is busy here is left to others", async () => {
	const one = await ledger.addWorkspace(1);
	const other = await ledger.addWorkspace(1);
	await owe(ledger, one, [noteTo(0)]);
	await owe(ledger, other, [noteTo(0)]);
	const claims = await moves.claim({ busy: [one.workspaceId] });
	expect(claims.map(({ workspaceId }) => workspaceId)).toEqual([
		other.workspaceId,
	]);
});

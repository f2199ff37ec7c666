import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { withWorkspace } from "../../src/db/database.ts";
import {
	insertDeliveries,
	resumeGate,
	resumeLane,
	stopGate,
	stopLane,
} from "../../src/delivery/ledger.queries.ts";
import { gateKeyOf } from "../../src/delivery/owe.ts";
import { openIdleGates } from "../../src/delivery/settle.queries.ts";
import { claiming, receivers } from "../support/claiming.ts";
import { type Ledger, openLedger, type Place } from "../support/ledger.ts";
import { owe } from "../support/post-office.ts";
import { until } from "../support/until.ts";

let ledger: Ledger;
let moves: ReturnType<typeof claiming>;
let place: Place;
beforeAll(async () => {
	ledger = await openLedger();
	moves = claiming(ledger);
	place = await ledger.addWorkspace(2);
});
afterAll(() => ledger.drop());
// Each test has the ledger for itself.
beforeEach(() => ledger.query("truncate owed, delivery, gate, lane"));

const first = () => ({ personId: place.people[0] ?? "", mentorshipId: null });

test("a stopped lane and a stopped gate keep what they have", async () => {
	const { workspaceId } = place;
	await owe(ledger, place, [
		{ who: 0, key: "a" },
		{ who: 1, key: "b" },
	]);
	await stopLane(ledger.senderDb, workspaceId, "token_revoked");
	expect(await moves.claim()).toEqual([]);
	await stopGate(ledger.senderDb, workspaceId, first(), "user_disabled");
	await withWorkspace(ledger.db, workspaceId, resumeLane);
	expect(receivers(await moves.claim(), place)).toEqual([1]);
	expect(await moves.claim()).toEqual([]);
	await withWorkspace(ledger.db, workspaceId, (trx) =>
		resumeGate(trx, first()),
	);
	expect(receivers(await moves.claim(), place)).toEqual([0]);
});

test("a gate whose messages went away is shut, and opens for the next", async () => {
	await owe(ledger, place, [{ key: "a" }]);
	await ledger.query("update delivery set state = 'dropped'");
	expect(await moves.claim()).toEqual([]);
	expect(await ledger.query("select due_at from gate")).toEqual([
		{ due_at: null },
	]);
	await owe(ledger, place, [{ key: "b" }]);
	await moves.claimOne();
});

test("a message for later opens its gate then, and holds up none before", async () => {
	const { workspaceId } = place;
	const at = new Date(Date.now() + 3_600_000);
	await withWorkspace(ledger.db, workspaceId, (trx) =>
		insertDeliveries(trx, [
			{
				deliveryId: crypto.randomUUID(),
				to: first(),
				gateKey: gateKeyOf(first()),
				rank: 1,
				at,
			},
		]),
	);
	expect(await moves.claim()).toEqual([]);
	await owe(ledger, place, [{ key: "now" }]);
	await moves.settle(await moves.claimOne());
	expect(await ledger.query("select due_at from gate")).toEqual([
		{ due_at: at },
	]);
});

/**
 * Owes another message to the first person, and `meanwhile` runs while that is
 * not committed yet; it waits for the gate.
 */
async function whileOwing(meanwhile: () => Promise<unknown>): Promise<void> {
	let waiting: Promise<unknown> = Promise.resolve();
	await withWorkspace(ledger.db, place.workspaceId, async (trx) => {
		await insertDeliveries(trx, [
			{
				deliveryId: crypto.randomUUID(),
				to: first(),
				gateKey: gateKeyOf(first()),
				rank: 0,
				at: null,
			},
		]);
		// Its statements have been sent; here they have been carried out.
		await trx.heardOf();
		waiting = meanwhile();
		await until("one that waits for a lock", async () => {
			const rows = await ledger.query(
				`select from pg_stat_activity
				where datname = current_database() and wait_event_type = 'Lock'`,
			);
			return rows.length > 0;
		});
	});
	await waiting;
}

test("what is owed while another is settled does not get stuck", async () => {
	await owe(ledger, place, [{ key: "a" }]);
	const claimed = await moves.claimOne();
	await whileOwing(() => moves.settle(claimed));
	await moves.claimOne();
});

test("nor what is owed while its gate is found idle", async () => {
	await owe(ledger, place, [{ key: "a" }]);
	await ledger.query("update delivery set state = 'dropped'");
	const gate = {
		workspaceId: place.workspaceId,
		gateKey: gateKeyOf(first()),
	};
	await whileOwing(() => openIdleGates(ledger.senderDb, [gate]));
	await moves.claimOne();
});

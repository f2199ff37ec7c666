import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { expireLeases } from "../../src/delivery/settle.queries.ts";
import { claiming } from "../support/claiming.ts";
import { type Ledger, openLedger, type Place } from "../support/ledger.ts";
import { owe } from "../support/post-office.ts";

let ledger: Ledger;
let moves: ReturnType<typeof claiming>;
let place: Place;
beforeAll(async () => {
	ledger = await openLedger();
	moves = claiming(ledger);
	place = await ledger.addWorkspace(1);
});
afterAll(() => ledger.drop());
// Each test has the ledger for itself.
beforeEach(() => ledger.query("truncate owed, delivery, gate, lane"));

const oweNotes = (...keys: string[]) =>
	owe(
		ledger,
		place,
		keys.map((key) => ({ key })),
	);

test("a lease that holds is left alone", async () => {
	await oweNotes("a");
	const claimed = await moves.claimOne();
	await expireLeases(ledger.senderDb, { graceSeconds: 0 });
	expect(await moves.stateOf(claimed)).toBe("sending");
	expect(await moves.settle(claimed)).toBe(true);
	expect(await moves.stateOf(claimed)).toBe("sent");
});

test("one that ran out makes it unknown, and whoever lost it changes nothing", async () => {
	await oweNotes("a");
	const lost = await moves.lose();
	expect(await moves.stateOf(lost)).toBe("unknown");
	expect(await moves.settle(lost)).toBe(false);
	expect(await moves.stateOf(lost)).toBe("unknown");

	const lookedUp = await moves.lookUpOne();
	expect(lookedUp.deliveryId).toBe(lost.deliveryId);
	expect(await moves.settle(lost)).toBe(false);
	expect(await moves.settle(lookedUp, null)).toBe(true);
	expect(await moves.settle(lookedUp, null)).toBe(false);
	expect(await moves.stateOf(lost)).toBe("sent");
});

test("it waits out the grace before it is looked up", async () => {
	await oweNotes("a");
	await moves.claimOne({ leaseSeconds: -1 });
	await expireLeases(ledger.senderDb, { graceSeconds: 60 });
	await expect(moves.lookUpOne()).rejects.toThrow("Nothing is unknown.");
	await ledger.query("update delivery set next_at = now()");
	await moves.lookUpOne();
});

test("it is looked up by one at a time, at the workspace's own pace", async () => {
	await oweNotes("a", "b");
	await moves.lose();
	await moves.lose();
	await moves.lookUpOne();
	await ledger.query("update lane set lookup_at = now() + interval '1 minute'");
	await expect(moves.lookUpOne()).rejects.toThrow("Nothing is unknown.");
	await moves.timePasses();
	await moves.lookUpOne();
	await moves.timePasses();
	await expect(moves.lookUpOne()).rejects.toThrow("Nothing is unknown.");
});

test("the messages behind a lost one go on when its lease is over", async () => {
	await oweNotes("a", "b");
	const lost = await moves.lose();
	const next = await moves.claimOne();
	expect(next.deliveryId).not.toBe(lost.deliveryId);
});

test("a look-up leaves the gate to the message in flight", async () => {
	await oweNotes("a", "b", "c");
	await moves.lose();
	const inFlight = await moves.claimOne();
	await moves.settle(await moves.lookUpOne(), null);
	expect(await moves.claim()).toEqual([]);
	await moves.settle(inFlight);
	await moves.claimOne();
});

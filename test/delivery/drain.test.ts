import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { expireLeases } from "../../src/delivery/settle.queries.ts";
import {
	entry,
	heard,
	openPostOffice,
	owe,
	type PostOffice,
	pausing,
	sendAll,
	senderOf,
} from "../support/post-office.ts";
import { until } from "../support/until.ts";

let office: PostOffice;
beforeAll(async () => {
	office = await openPostOffice(4);
});
afterAll(() => office.close());
afterEach(async () => {
	office.slack.faults.clear();
	await office.ledger.query("truncate owed, delivery, gate");
});

const givenBack = { state: "pending", attempts: 0, error: "too late" };

test("what has not begun is given back, and another sends it", async () => {
	const { ledger, acme } = office;
	await owe(ledger, acme, [{ key: "a" }, { who: 1, key: "b" }]);
	const { promise, resolve } = Promise.withResolvers<void>();
	let inHand = 0;
	const slow = pausing(office, () => {
		inHand += 1;
		return promise;
	});
	const sender = senderOf(slow);
	await sender.round();
	await until("both in hand", () => inHand === 2);
	const drained = sender.drain();
	resolve();
	await drained;
	expect(await entry(office, "a")).toEqual(givenBack);
	expect(await entry(office, "b")).toEqual(givenBack);
	expect(await sender.round()).toBe(0);
	await sendAll(office);
	expect(heard(office, acme)).toContain("a");
	expect(heard(office, acme, 1)).toContain("b");
});

test("a claim that is under way is given back, too", async () => {
	const { ledger, acme } = office;
	await owe(ledger, acme, [{ key: "c" }]);
	const sender = senderOf(office);
	const round = sender.round();
	await sender.drain();
	expect(await round).toBe(1);
	expect(await entry(office, "c")).toEqual(givenBack);
});

test("what has begun is finished", async () => {
	const { ledger, acme, slack } = office;
	slack.faults.add({ kind: "hang after", method: "chat.postMessage" });
	await owe(ledger, acme, [{ key: "d" }]);
	const sender = senderOf(office, { httpMs: 500 });
	await sender.round();
	await until("the post", () => heard(office, acme).includes("d"));
	await sender.drain();
	expect(await entry(office, "d")).toMatchObject({
		state: "unknown",
		error: "TIMEOUT",
	});
});

test("a start while another is mid-send leaves that one its message", async () => {
	const { ledger, acme, slack } = office;
	slack.faults.add({ kind: "hang after", method: "chat.postMessage" });
	await owe(ledger, acme, [{ key: "e" }]);
	const sender = senderOf(office, { httpMs: 1_000 });
	await sender.round();
	await until("the post", () => heard(office, acme).includes("e"));

	await expireLeases(ledger.senderDb, { graceSeconds: 0 });
	await owe(ledger, acme, [{ key: "behind e" }, { who: 1, key: "to another" }]);
	const second = senderOf(office);
	expect(await second.round()).toBe(1);
	await until("the other message", () =>
		heard(office, acme, 1).includes("to another"),
	);
	expect(await entry(office, "e")).toMatchObject({ state: "sending" });
	expect(await entry(office, "behind e")).toMatchObject({ state: "pending" });
	await Promise.all([sender.drain(), second.drain()]);
	expect(heard(office, acme).filter((text) => text === "e")).toHaveLength(1);
});

test("whoever comes to it too late gives it back", async () => {
	const { ledger, acme } = office;
	await owe(ledger, acme, [{ key: "f" }]);
	const late = senderOf(office, { beginMs: -1 });
	await late.round();
	await until("it given back", async () => {
		const row = await entry(office, "f");
		return row?.state === "pending";
	});
	expect(await entry(office, "f")).toEqual(givenBack);
	await late.drain();
});

test("and so does who has slept, with a clock that stood still", async () => {
	const { ledger, acme, deps } = office;
	await owe(ledger, acme, [{ key: "g" }]);
	let asleepMs = 0;
	const now = () => new Date(Date.now() + asleepMs);
	const sleepy = pausing(office, () => {
		asleepMs = 3_600_000;
	});
	const sleeper = senderOf({
		...sleepy,
		options: { ...sleepy.options, deps: { ...deps, now } },
	});
	await sleeper.round();
	await until("it given back", async () => {
		const row = await entry(office, "g");
		return row?.state === "pending";
	});
	expect(await entry(office, "g")).toEqual(givenBack);
	expect(heard(office, acme)).not.toContain("g");
	await sleeper.drain();
});

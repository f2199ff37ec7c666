import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import type { FaultKind } from "../../simulator/faults.ts";
import { openDatabase } from "../../src/db/database.ts";
import { expireLeases } from "../../src/delivery/settle.queries.ts";
import { claiming } from "../support/claiming.ts";
import { addPairs, colleagueId } from "../support/ledger.ts";
import {
	entry,
	heard,
	lookUpAll,
	openPostOffice,
	owe,
	type PostOffice,
	sendAll,
	senderOf,
	timePasses,
} from "../support/post-office.ts";
import { until } from "../support/until.ts";

let office: PostOffice;
beforeAll(async () => {
	office = await openPostOffice(6);
});
afterAll(() => office.close());
afterEach(() => office.slack.faults.clear());

const fails = (kind: FaultKind, method = "chat.postMessage") =>
	office.slack.faults.add({ kind, method });

const lookups = () =>
	office.slack
		.exchanges()
		.filter(({ what }) => what === "conversations.history").length;

const said = (key: string, who = 0) =>
	heard(office, office.acme, who).filter((text) => text === key).length;

async function looksUp() {
	await timePasses(office);
	await lookUpAll(office);
	await timePasses(office);
	await sendAll(office);
}

test.each<FaultKind>(["500 after", "drop after", "internal_error"])(
	"found: %s, and it had been posted",
	async (kind) => {
		const { ledger, acme } = office;
		fails(kind);
		await owe(ledger, acme, [{ key: kind }]);
		await sendAll(office);
		expect(await entry(office, kind)).toMatchObject({ state: "unknown" });
		await looksUp();
		expect(await entry(office, kind)).toMatchObject({
			state: "sent",
			attempts: 1,
		});
		expect(said(kind)).toBe(1);
	},
);

test("not found: it had not been posted, and is now", async () => {
	const { ledger, acme } = office;
	fails("500");
	await owe(ledger, acme, [{ key: "not posted" }]);
	await sendAll(office);
	expect(await entry(office, "not posted")).toMatchObject({ state: "unknown" });
	await looksUp();
	expect(await entry(office, "not posted")).toMatchObject({
		state: "sent",
		attempts: 2,
	});
	expect(said("not posted")).toBe(1);
});

test("found on a later page", async () => {
	const { ledger, acme } = office;
	fails("drop after");
	await owe(ledger, acme, [{ who: 1, key: "deep down" }]);
	await sendAll(office);
	const others = Array.from({ length: 35 }, (_, n) => ({
		who: 1,
		key: `on top ${n}`,
	}));
	await owe(ledger, acme, others);
	await timePasses(office);
	await sendAll(office);
	const before = lookups();
	await looksUp();
	expect(lookups() - before).toBe(3);
	expect(await entry(office, "deep down")).toMatchObject({ state: "sent" });
	expect(said("deep down", 1)).toBe(1);
});

test("found, though its sender could not write down that it was sent", async () => {
	const { ledger, acme } = office;
	fails("hang after");
	await owe(ledger, acme, [{ key: "unwritten" }]);
	const senderDb = openDatabase(ledger.url, "mentor_sender");
	const cutOff = { ...office, options: { ...office.options, senderDb } };
	const sender = senderOf(cutOff, { httpMs: 500 });
	await sender.round();
	await until("the post", () => said("unwritten") === 1);
	await senderDb.destroy();
	await sender.drain();
	expect(await entry(office, "unwritten")).toMatchObject({ state: "sending" });

	await ledger.query(
		"update delivery set lease_until = now() where state = 'sending'",
	);
	await expireLeases(ledger.senderDb, { graceSeconds: 0 });
	await looksUp();
	expect(await entry(office, "unwritten")).toMatchObject({ state: "sent" });
	expect(said("unwritten")).toBe(1);
});

test("a conversation that was never opened is not read", async () => {
	const { ledger, acme } = office;
	await owe(ledger, acme, [{ who: 2, key: "unopened" }]);
	await claiming(ledger).claimOne({ leaseSeconds: -1 });
	await expireLeases(ledger.senderDb, { graceSeconds: 0 });
	const before = lookups();
	await looksUp();
	expect(lookups()).toBe(before);
	expect(said("unopened", 2)).toBe(1);
});

test.each([
	["test:note", "sent", 2],
	["test:once", "dropped", 1],
])(
	"a group's messages are never read: %s is %s",
	async (kind, state, times) => {
		const { ledger, acme, slack } = office;
		const pair = acme.people.slice(3, 5);
		const [mentorshipId = ""] = await addPairs(
			ledger.query,
			acme.workspaceId,
			pair,
		);
		fails("500 after");
		await owe(ledger, acme, [
			{ kind, key: `to both ${kind}`, to: { mentorshipId } },
		]);
		await sendAll(office);
		const before = lookups();
		await looksUp();
		expect(lookups()).toBe(before);
		expect(await entry(office, `to both ${kind}`)).toMatchObject({ state });
		const heardTimes = slack
			.surface(acme.team, colleagueId(3))
			.conversations.flatMap(({ messages }) => messages)
			.filter(({ text }) => text === `to both ${kind}`);
		expect(heardTimes).toHaveLength(times);
	},
);

test.each(["test:note", "test:once"])(
	"while Slack does not tell, %s waits until it is stale",
	async (kind) => {
		const { ledger, acme, slack } = office;
		const key = `not told ${kind}`;
		fails("500");
		slack.faults.add({
			kind: "error",
			error: "missing_scope",
			method: "conversations.history",
			times: 2,
		});
		await owe(ledger, acme, [{ kind, key }]);
		await sendAll(office);
		await looksUp();
		expect(await entry(office, key)).toMatchObject({
			state: "unknown",
			error: "could not be looked up",
		});
		await ledger.query(
			"update owed set stale_after = now() where dedupe_key = $1",
			[key],
		);
		await looksUp();
		expect(await entry(office, key)).toMatchObject({ state: "dropped" });
		expect(said(key)).toBe(0);
	},
);

test("who cannot be reached is asked about until it is stale", async () => {
	const { ledger, acme } = office;
	fails("500");
	await owe(ledger, acme, [{ who: 5, kind: "test:once", key: "who left" }]);
	await sendAll(office);
	await ledger.query(
		"update person set standing = 'deactivated' where person_id = $1",
		[acme.people[5]],
	);
	await looksUp();
	expect(await entry(office, "who left")).toMatchObject({ state: "unknown" });
	await ledger.query(
		"update owed set stale_after = now() where dedupe_key = 'who left'",
	);
	await looksUp();
	expect(await entry(office, "who left")).toMatchObject({
		state: "dropped",
		error: "may have been posted",
	});
});

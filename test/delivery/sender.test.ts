import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import type { Fault } from "../../simulator/faults.ts";
import { addPairs } from "../support/ledger.ts";
import {
	entry,
	heard,
	openPostOffice,
	owe,
	type PostOffice,
	sendAll,
	timePasses,
} from "../support/post-office.ts";

let office: PostOffice;
beforeAll(async () => {
	office = await openPostOffice(4);
});
afterAll(() => office.close());
afterEach(() => office.slack.faults.clear());

const fails = (fault: Omit<Fault, "method">) =>
	office.slack.faults.add({ method: "chat.postMessage", ...fault });

async function laneOf(workspaceId: string) {
	const [lane] = await office.ledger.query<{ wait: string }>(
		`select extract(epoch from next_at - now()) as wait from lane
		where workspace_id = $1`,
		[workspaceId],
	);
	return Number(lane?.wait);
}

test("each is said once, in a conversation that is opened once", async () => {
	const { ledger, acme, globex, slack } = office;
	await owe(ledger, acme, [{ key: "one" }, { key: "two" }]);
	await owe(ledger, globex, [{ key: "other" }]);
	await sendAll(office);
	expect(heard(office, acme).sort()).toEqual(["one", "two"]);
	expect(heard(office, globex)).toEqual(["other"]);
	const opened = slack
		.exchanges()
		.filter(({ what }) => what === "conversations.open");
	expect(opened).toHaveLength(2);
	expect(await entry(office, "one")).toEqual({
		state: "sent",
		attempts: 1,
		error: null,
	});
});

test("several things owed to one person are one message", async () => {
	const { ledger, acme } = office;
	await owe(ledger, acme, [
		{ who: 3, key: "first" },
		{ who: 3, key: "second", urgency: "today" },
		{ who: 3, key: "too late", urgency: "today" },
		{ who: 3, key: "past", urgency: "today", kind: "test:past" },
	]);
	await ledger.query(
		`update owed set delivery_id =
			(select delivery_id from owed where dedupe_key = 'first')
		where dedupe_key in ('second', 'too late', 'past')`,
	);
	await ledger.query(
		"update owed set stale_after = now() where dedupe_key = 'too late'",
	);
	await sendAll(office);
	const messages = heard(office, acme, 3);
	expect(messages).toHaveLength(1);
	expect(messages[0]).toMatch(/first.*second/s);
	expect(messages[0]).not.toMatch(/too late|past/);
});

test.each([
	["stale", "test:note", "stale"],
	["past", "test:past", "nothing left to say"],
])("what is %s is dropped", async (key, kind, error) => {
	const { ledger, acme } = office;
	await owe(ledger, acme, [{ key: `${key} alone`, kind }]);
	if (key === "stale")
		await ledger.query(
			"update owed set stale_after = now() where dedupe_key = 'stale alone'",
		);
	await sendAll(office);
	expect(await entry(office, `${key} alone`)).toMatchObject({
		state: "dropped",
		error,
	});
});

test("429 holds the workspace's lane up, costs no attempt, hinders no other", async () => {
	const { ledger, acme, globex } = office;
	fails({ kind: "429", team: acme.team, retryAfter: 40 });
	await owe(ledger, acme, [{ key: "limited" }]);
	await sendAll(office);
	const waits = { state: "pending", attempts: 0, error: "ratelimited" };
	expect(await entry(office, "limited")).toEqual(waits);
	expect(await laneOf(acme.workspaceId)).toBeGreaterThan(30);
	await owe(ledger, acme, [{ who: 1, key: "behind it" }]);
	await owe(ledger, globex, [{ who: 1, key: "elsewhere" }]);
	await sendAll(office);
	expect(await entry(office, "behind it")).toMatchObject({ state: "pending" });
	expect(await entry(office, "elsewhere")).toMatchObject({ state: "sent" });
	await timePasses(office);
	await sendAll(office);
	expect(await entry(office, "limited")).toMatchObject({ state: "sent" });
	expect(await entry(office, "behind it")).toMatchObject({ state: "sent" });
});

test("what Slack refuses is tried a few times, and then failed", async () => {
	const { ledger, acme } = office;
	fails({ kind: "error", error: "invalid_blocks", times: 2 });
	await owe(ledger, acme, [{ key: "refused" }]);
	const error = "invalid_blocks";
	await sendAll(office, { mostAttempts: 2 });
	expect(await entry(office, "refused")).toEqual({
		state: "pending",
		attempts: 1,
		error,
	});
	await sendAll(office, { mostAttempts: 2 });
	expect(await entry(office, "refused")).toMatchObject({ attempts: 1 });
	await timePasses(office);
	await sendAll(office, { mostAttempts: 2 });
	expect(await entry(office, "refused")).toEqual({
		state: "failed",
		attempts: 2,
		error,
	});
});

test("a kind that only a newer version knows is kept for it", async () => {
	const { ledger, acme } = office;
	await owe(ledger, acme, [{ key: "future", kind: "test:future" }]);
	await sendAll(office);
	expect(await entry(office, "future")).toMatchObject({
		state: "pending",
		error: "no kind test:future",
	});
});

test("trouble before the post costs no attempt, and leaves no doubt", async () => {
	const { ledger, acme, slack } = office;
	slack.faults.add({ kind: "500 after", method: "conversations.open" });
	await owe(ledger, acme, [{ who: 2, key: "unopened" }]);
	await sendAll(office);
	expect(await entry(office, "unopened")).toMatchObject({
		state: "pending",
		attempts: 0,
	});
	await timePasses(office);
	await sendAll(office);
	expect(heard(office, acme, 2)).toEqual(["unopened"]);
});

test("an archived conversation is shut, and nothing else", async () => {
	const { ledger, acme } = office;
	const { query } = ledger;
	const [mentorshipId = ""] = await addPairs(
		query,
		acme.workspaceId,
		acme.people.slice(0, 2),
	);
	fails({ kind: "error", error: "is_archived" });
	await owe(ledger, acme, [{ key: "to both", to: { mentorshipId } }]);
	await sendAll(office);
	await owe(ledger, acme, [{ key: "to one" }]);
	await timePasses(office);
	await sendAll(office);
	expect(await entry(office, "to both")).toEqual({
		state: "pending",
		attempts: 0,
		error: "is_archived",
	});
	expect(
		await query("select gate_key from gate where stopped = 'is_archived'"),
	).toEqual([{ gate_key: `mentorship:${mentorshipId}` }]);
	expect(heard(office, acme)).toContain("to one");
});

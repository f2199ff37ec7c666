import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { expireLeases } from "../../src/delivery/settle.queries.ts";
import { clockKind } from "../../src/workspaces/clock.service.ts";
import { syncPerson } from "../../src/workspaces/people.service.ts";
import { slackUser } from "../../src/workspaces/slack-person.ts";
import {
	installToken,
	uninstall,
} from "../../src/workspaces/workspaces.service.ts";
import { colleagueId } from "../support/ledger.ts";
import {
	entry,
	heard,
	openPostOffice,
	owe,
	type PostOffice,
	pausing,
	sendAll,
	timePasses,
} from "../support/post-office.ts";

let office: PostOffice;
beforeAll(async () => {
	office = await openPostOffice(3);
});
afterAll(() => office.close());
afterEach(() => office.slack.faults.clear());

const stopped = (table: "lane" | "gate") =>
	office.ledger.query(`select stopped from ${table} where stopped is not null`);

const goneStale = (key: string) =>
	office.ledger.query(
		"update owed set stale_after = now() where dedupe_key = $1",
		[key],
	);

async function sendLater() {
	await timePasses(office);
	await sendAll(office);
}

test("a revoked token stops its workspace; a reinstall resumes what is timely", async () => {
	const { ledger, slack, deps, acme, globex } = office;
	slack.faults.add({
		kind: "error",
		error: "token_revoked",
		method: "chat.postMessage",
		team: acme.team,
	});
	await owe(ledger, acme, [{ key: "timely" }, { key: "stale" }]);
	await owe(ledger, globex, [{ key: "elsewhere" }]);
	await sendAll(office);
	await sendLater();
	expect(await stopped("lane")).toEqual([{ stopped: "token_revoked" }]);
	expect(await entry(office, "timely")).toMatchObject({
		state: "pending",
		attempts: 0,
	});
	expect(heard(office, acme)).toEqual([]);
	expect(heard(office, globex)).toEqual(["elsewhere"]);

	await goneStale("stale");
	await installToken(deps, acme.botToken);
	await sendLater();
	expect(heard(office, acme)).toEqual(["timely"]);
	expect(await entry(office, "stale")).toMatchObject({ state: "dropped" });
});

test("so does an uninstall", async () => {
	const { ledger, deps, acme } = office;
	await uninstall(deps, acme.workspaceId);
	await owe(ledger, acme, [{ who: 1, key: "while away" }]);
	await sendLater();
	expect(await stopped("lane")).toEqual([{ stopped: "uninstalled" }]);
	expect(await entry(office, "while away")).toEqual({
		state: "pending",
		attempts: 0,
		error: null,
	});
	await installToken(deps, acme.botToken);
	await sendLater();
	expect(heard(office, acme, 1)).toEqual(["while away"]);
});

test("whoever lost the lease does not stop a workspace that was installed again", async () => {
	const { ledger, slack, acme } = office;
	slack.faults.add({ kind: "error", error: "token_revoked" });
	await owe(ledger, acme, [{ who: 1, key: "an old answer" }]);
	const slow = pausing(office, () =>
		expireLeases(ledger.senderDb, { graceSeconds: 0 }),
	);
	await sendAll(slow, { leaseSeconds: -1 });
	expect(await entry(office, "an old answer")).toMatchObject({
		state: "unknown",
	});
	expect(await stopped("lane")).toEqual([]);
});

test("whoever left keeps their messages, and gets them when they are back", async () => {
	const { ledger, slack, deps, acme } = office;
	const id = colleagueId(2);
	const user = slackUser.parse({ id, team_id: acme.team });
	await owe(ledger, acme, [{ who: 2, key: "opens the DM" }]);
	await sendLater();

	await slack.updateUser(acme.team, id, { deleted: true });
	await owe(ledger, acme, [
		{ who: 2, key: "waits" },
		{ who: 0, key: "goes on" },
	]);
	await sendLater();
	expect(await stopped("gate")).toEqual([{ stopped: "user_disabled" }]);
	expect(await entry(office, "waits")).toEqual({
		state: "pending",
		attempts: 0,
		error: "user_disabled",
	});
	expect(heard(office, acme)).toContain("goes on");

	await syncPerson(deps, acme.workspaceId, { ...user, deleted: true });
	expect(await stopped("gate")).toHaveLength(1);
	await slack.updateUser(acme.team, id, { deleted: false });
	await syncPerson(deps, acme.workspaceId, user);
	await sendLater();
	expect(heard(office, acme, 2)).toEqual(["opens the DM", "waits"]);
});

test("a DM that is not where it was is opened anew, in the same attempt", async () => {
	const { ledger, acme } = office;
	const channels = () =>
		ledger.query<{ channel: string }>(
			`select dm_channel as channel from person
				where slack_user_id = $1 and workspace_id = $2`,
			[colleagueId(2), acme.workspaceId],
		);
	await owe(ledger, acme, [{ who: 2, key: "before a new installation" }]);
	await sendLater();
	const before = await channels();
	await ledger.query(
		`update person set dm_channel = 'D0GONE'
			where slack_user_id = $1 and workspace_id = $2`,
		[colleagueId(2), acme.workspaceId],
	);
	await owe(ledger, acme, [{ who: 2, key: "after it" }]);
	await sendLater();
	expect(heard(office, acme, 2).slice(-2)).toEqual([
		"before a new installation",
		"after it",
	]);
	expect(await channels()).toEqual(before);
	expect(await stopped("gate")).toEqual([]);
	expect(await entry(office, "after it")).toMatchObject({ state: "sent" });
});

test("whoever Slack says lives in another zone now has their clock looked at", async () => {
	const { ledger, deps, acme } = office;
	const clocks = () =>
		ledger.query("select from schedule where kind = $1", [clockKind]);
	const user = slackUser.parse({
		...{ id: colleagueId(2), team_id: acme.team, tz: "Asia/Tokyo" },
	});
	await syncPerson(deps, acme.workspaceId, user);
	await ledger.query("delete from schedule where kind = $1", [clockKind]);
	await syncPerson(deps, acme.workspaceId, { ...user, real_name: "Kim" });
	expect(await clocks()).toHaveLength(0);
	await syncPerson(deps, acme.workspaceId, { ...user, tz: "Asia/Kolkata" });
	expect(await clocks()).toHaveLength(1);
});

test("who is known to have left is not even tried", async () => {
	const { ledger, deps, slack, acme } = office;
	const user = slackUser.parse({ id: colleagueId(2), team_id: acme.team });
	await syncPerson(deps, acme.workspaceId, { ...user, deleted: true });
	const before = slack.exchanges().length;
	await owe(ledger, acme, [{ who: 2, key: "not tried" }]);
	await sendLater();
	expect(slack.exchanges()).toHaveLength(before);
	expect(await stopped("gate")).toEqual([{ stopped: "unreachable" }]);
});

import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import type { Fault, FaultKind } from "../../simulator/faults.ts";
import { requiredScopes } from "../../simulator/world.ts";
import { tagged } from "../../src/delivery/post-file.ts";
import { colleagueId } from "../support/ledger.ts";
import {
	entry,
	heard,
	lookUpAll,
	openPostOffice,
	owe,
	type PostOffice,
	sendAll,
	timePasses,
} from "../support/post-office.ts";
import { until } from "../support/until.ts";

let office: PostOffice;
beforeAll(async () => {
	office = await openPostOffice(3);
});
afterAll(() => office.close());
afterEach(() => office.slack.faults.clear());

const complete = "files.completeUploadExternal";
const fails = (fault: Fault) => office.slack.faults.add(fault);
const oweList = (key: string) =>
	owe(office.ledger, office.acme, [{ key, kind: "test:list" }]);

const said = (key: string) =>
	heard(office, office.acme).filter(
		(text) => text === `${key}\n[file list.csv]`,
	).length;
const arrives = (key: string) =>
	until("the file", () => (said(key) > 0 ? true : undefined));

async function looksUp() {
	await timePasses(office);
	await lookUpAll(office);
	await timePasses(office);
	await sendAll(office);
}

test("a file goes out with its words, under a name of its own", async () => {
	await oweList("a list");
	await sendAll(office);
	expect(await entry(office, "a list")).toMatchObject({ state: "sent" });
	await arrives("a list");
	const ana = office.slack.person(office.acme.team, colleagueId(0));
	expect(String(await ana.file("list.csv"))).toBe("a list");
	const [dm] = office.slack.surface(
		office.acme.team,
		colleagueId(0),
	).conversations;
	const [file] = dm?.messages.at(-1)?.files ?? [];
	expect(file?.name).toMatch(/^list-[0-9a-f]{8}\.csv$/);
});

test.each<FaultKind>([
	"500 after",
	"drop after",
	"hang after",
	"internal_error",
])("found: %s, and it had been shared", async (kind) => {
	fails({ kind, method: complete });
	await oweList(kind);
	await sendAll(office, { httpMs: 500 });
	expect(await entry(office, kind)).toMatchObject({ state: "unknown" });
	await arrives(kind);
	await looksUp();
	expect(await entry(office, kind)).toMatchObject({
		state: "sent",
		attempts: 1,
	});
	expect(said(kind)).toBe(1);
});

test("not found: it had not been shared, and is now", async () => {
	fails({ kind: "500", method: complete });
	await oweList("not shared");
	await sendAll(office);
	expect(await entry(office, "not shared")).toMatchObject({ state: "unknown" });
	await looksUp();
	await arrives("not shared");
	expect(await entry(office, "not shared")).toMatchObject({
		state: "sent",
		attempts: 2,
	});
	expect(said("not shared")).toBe(1);
});

test.each<[FaultKind, string]>([
	["500", "files.getUploadURLExternal"],
	["500 after", "files.getUploadURLExternal"],
	["429", "files.getUploadURLExternal"],
	["500", "upload"],
	["500 after", "upload"],
	["drop after", "upload"],
	["429", complete],
])("certain: %s of %s, and it is tried again", async (kind, method) => {
	const key = `${kind} ${method}`;
	fails({ kind, method });
	await oweList(key);
	await sendAll(office);
	expect(await entry(office, key)).toMatchObject({ state: "pending" });
	await timePasses(office);
	await sendAll(office);
	expect(await entry(office, key)).toMatchObject({ state: "sent" });
	await arrives(key);
	await looksUp();
	expect(said(key)).toBe(1);
});

test("without the scope it is refused, and goes once there is one", async () => {
	const [team] = office.slack.world.teams;
	if (team) team.scopes = ["chat:write", "im:write"];
	await oweList("no scope");
	await sendAll(office);
	expect(await entry(office, "no scope")).toMatchObject({
		state: "pending",
		error: "missing_scope",
	});
	if (team) team.scopes = [...requiredScopes];
	await timePasses(office);
	await sendAll(office);
	await arrives("no scope");
});

test("a file does not share its message with anything else", async () => {
	const { ledger, acme } = office;
	await owe(ledger, acme, [
		{ key: "words", who: 1 },
		{ key: "words and a file", kind: "test:list", who: 1 },
	]);
	await ledger.query(
		`with kept as (select min(delivery_id::text)::uuid as id from delivery
			join owed using (workspace_id, delivery_id)
			where dedupe_key like 'words%')
		update owed set delivery_id = kept.id from kept
			where dedupe_key like 'words%'`,
	);
	await sendAll(office);
	expect(await entry(office, "words and a file")).toMatchObject({
		state: "pending",
		error: "a file goes by itself",
	});
	expect(heard(office, acme, 1)).toEqual([]);
});

test.each([
	["list.csv", "list-0123abcd.csv"],
	["a.b.json", "a.b-0123abcd.json"],
	["plain", "plain-0123abcd"],
])("%s is sent as %s", (name, sent) => {
	const id = "01900000-0000-7000-8000-00000123abcd";
	expect(tagged(name, id)).toBe(sent);
});

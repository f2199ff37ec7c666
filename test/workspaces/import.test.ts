import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { listDirectory } from "../../src/workspaces/directory.queries.ts";
import { beginImport } from "../../src/workspaces/import.service.ts";
import { renderImport } from "../../src/workspaces/import-news.service.ts";
import { updateDirectories } from "../../src/workspaces/people.queries.ts";
import { savePerson } from "../../src/workspaces/people.service.ts";
import { importsOf } from "../support/imports.ts";
import { type Office, openOffice } from "../support/office.ts";

let office: Office;
let manager: string;
let imports: ReturnType<typeof importsOf>;

beforeAll(async () => {
	office = await openOffice();
	manager = await office.person();
	for (let count = 0; count < 5; count += 1) await office.person();
	imports = importsOf(office, manager);
});
afterAll(() => office?.close());
beforeEach(() =>
	office.run((trx) =>
		updateDirectories(
			trx,
			["U0002", "U0003", "U0004", "U0005", "U0006"].map((slackUserId) => ({
				slackUserId,
				department: "Sales",
				level: 1,
				location: null,
				manager: null,
			})),
		),
	),
);

async function directory() {
	const people = await office.run((trx) => listDirectory(trx));
	return new Map(people.map((person) => [person.slackUserId, person]));
}

test("all rows are written, absent columns stay, managers point at people", async () => {
	const { importId, checked } = await imports.checks(
		"slack_id,level,manager\nU0002,5,U0003\nU0003,,\nU0004,1,",
	);
	expect(checked).toMatchObject({
		is: "checked",
		plan: { bad: [], counts: { changed: 2, unchanged: 1, cleared: 1 } },
	});
	expect((await directory()).get("U0002")?.level).toBe(1);
	expect(await imports.applies(importId)).toEqual({ is: "applied", total: 3 });
	const after = await directory();
	expect(after.get("U0002")).toMatchObject({
		department: "Sales",
		level: 5,
		manager: "U0003",
	});
	expect(after.get("U0003")).toMatchObject({
		department: "Sales",
		level: null,
	});
	expect(await imports.record(importId)).toMatchObject({
		state: "applied",
		rows: null,
		source: null,
	});
	expect(await imports.rendered(renderImport, importId)).toMatchObject({
		text: { mrkdwn: "Your import is done: all 3 rows are in the directory." },
	});
});

test("what fails on the way leaves everybody as they were, and says so", async () => {
	const before = await directory();
	const { importId } = await imports.checks("slack_id,level\nU0002,7\nU0003,7");
	const failing = imports.applies(importId, () =>
		Promise.reject(new Error("no")),
	);
	await expect(failing).rejects.toThrow("no");
	expect(await directory()).toEqual(before);
	expect((await imports.record(importId))?.state).toBe("failed");
	expect(await imports.owed(importId)).toEqual(["workspaces:import"]);
	expect(await imports.rendered(renderImport, importId)).toMatchObject({
		text: { mrkdwn: expect.stringContaining("nothing was changed") },
	});
});

test("what became wrong after the check is found again, and nothing is written", async () => {
	const text = "slack_id,level\nU0002,8\nU0006,8";
	const { importId } = await imports.checks(text);
	const facts = {
		slackUserId: "U0006",
		name: "Someone who left",
		title: "",
		zone: "UTC",
		locale: "en-US",
		slackRole: "member",
	} as const;
	const is = (standing: "member" | "deactivated") =>
		office.run((trx) => savePerson(trx, { ...facts, standing }));
	await is("deactivated");
	try {
		const problem = { is: "notAMember", standing: "deactivated" };
		expect(await imports.applies(importId)).toMatchObject({
			is: "checked",
			plan: { bad: [{ line: 3, problems: [problem] }] },
			pasted: text,
		});
		expect((await directory()).get("U0002")?.level).toBe(1);
	} finally {
		await is("member");
	}
});

test("twenty taps on confirm import once", async () => {
	const { importId } = await imports.checks("slack_id,level\nU0002,9");
	const said = await Promise.all(
		Array.from({ length: 20 }, () => imports.applies(importId)),
	);
	expect(said.filter((one) => typeof one === "object")).toEqual([
		{ is: "applied", total: 1 },
	]);
	expect(await imports.applies(importId)).toBe("gone");
	const lines = await office.run((trx) =>
		trx
			.selectFrom("audit")
			.select("detail")
			.where("actor_id", "=", manager)
			.orderBy("audit_id", "desc")
			.execute(),
	);
	expect(lines[0]?.detail).toMatchObject({ rows: 1, changed: 1 });
});

test("two imports at once cannot close a circle of managers", async () => {
	const [one, other] = [
		await imports.checks("slack_id,manager\nU0002,U0003"),
		await imports.checks("slack_id,manager\nU0003,U0002"),
	];
	const said = await Promise.all([
		imports.applies(one.importId),
		imports.applies(other.importId),
	]);
	const kinds = said.map((it) => (typeof it === "string" ? it : it.is));
	expect(kinds.sort()).toEqual(["applied", "checked"]);
});

test("the same submission begins one import", async () => {
	const visit = office.visit(manager);
	const source = { pasted: "x", text: "x" };
	expect(await beginImport(office.deps, visit, source)).not.toBeNull();
	expect(await beginImport(office.deps, visit, source)).toBeNull();
});

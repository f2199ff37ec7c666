import { afterAll, beforeAll, expect, test } from "@jest/globals";
import {
	beginImport,
	checkImport,
	readImport,
} from "../../src/workspaces/import.service.ts";
import { renderBadRows } from "../../src/workspaces/import-news.service.ts";
import { importsOf } from "../support/imports.ts";
import { type Office, openOffice } from "../support/office.ts";

let office: Office;
let manager: string;
let imports: ReturnType<typeof importsOf>;
beforeAll(async () => {
	office = await openOffice();
	manager = await office.person();
	await office.person();
	imports = importsOf(office, manager);
});
afterAll(() => office?.close());

const news = "workspaces:import";

test("many bad rows come as a file, with every one of them", async () => {
	const rows = Array.from({ length: 45 }, (_, index) => `U0002,=${index}`);
	const { importId, checked } = await imports.checks(
		["slack_id,level", ...rows].join("\n"),
	);
	expect(checked).toMatchObject({ plan: { bad: { length: 45 } } });
	expect(await imports.owed(importId)).toEqual(["workspaces:badRows"]);
	const message = await imports.rendered(renderBadRows, importId);
	const lines = String(message?.file.content).trim().split("\n");
	expect(lines).toHaveLength(46);
	expect(lines[1]).toMatch(/^2,U0002,"the level is no whole number/);
});

test("an import whose process died is given up, and its rows are forgotten", async () => {
	const visit = office.visit(manager);
	const text = "slack_id,level\nU0002,3";
	const source = { pasted: text, text };
	const importId = (await beginImport(office.deps, visit, source)) ?? "";
	const early = await imports.tended(importId, 4);
	expect(early.owed).toEqual([]);
	expect(early.next[0]?.nextAt).not.toBeNull();
	expect(await imports.tended(importId, 6)).toMatchObject({
		owed: [{ kind: news, to: { personId: manager } }],
		next: [{ nextAt: null }],
	});
	expect(await imports.record(importId)).toMatchObject({
		state: "abandoned",
		source: null,
	});
	// Should the process live after all, it writes nothing.
	const { deps } = office;
	const late = await checkImport(deps, visit, importId, source, () => {});
	expect(late).toEqual({ is: "gone" });
});

test("what was checked is forgotten after an hour", async () => {
	const { importId } = await imports.checks("slack_id,level\nU0002,3");
	const read = () => readImport(office.deps, office.visit(manager), importId);
	expect((await imports.tended(importId, 59)).next[0]?.nextAt).not.toBeNull();
	expect(await read()).toMatchObject({ is: "checked" });
	expect((await imports.tended(importId, 61)).next).toEqual([
		{ subjectId: importId, nextAt: null },
	]);
	expect(await read()).toEqual({ is: "gone" });
	expect(await imports.applies(importId)).toBe("gone");
	expect(await imports.record(importId)).toMatchObject({
		rows: null,
		source: null,
	});
});

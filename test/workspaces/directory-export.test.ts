import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { announceAct } from "../../src/programs/acts.service.ts";
import { textFor } from "../../src/slack/text.ts";
import {
	exportDirectory,
	renderExport,
} from "../../src/workspaces/directory-export.service.ts";
import { updateDirectories } from "../../src/workspaces/people.queries.ts";
import { type Office, openOffice } from "../support/office.ts";

let office: Office;
/** U0001, who reports to U0002 and is the manager of U0003. */
let manager: string;
let other: string;
beforeAll(async () => {
	office = await openOffice();
	manager = await office.person();
	for (let count = 0; count < 3; count += 1) await office.person();
	other = await office.person();
	const { programId } = office;
	const at = (
		slackUserId: string,
		department: string,
		boss: string | null = null,
	) => ({ slackUserId, department, level: 1, location: null, manager: boss });
	await office.run(async (trx) => {
		const managers = [manager, other].map((person_id) => ({
			workspace_id: trx.workspaceId,
			program_id: programId,
			person_id,
		}));
		await trx.insertInto("program_manager").values(managers).execute();
		await updateDirectories(trx, [
			at("U0001", "HR", "U0002"),
			at("U0002", "Board"),
			at("U0003", "HR", "U0001"),
			at("U0004", "=Sales", "U0005"),
		]);
	});
});
afterAll(() => office?.close());

const rendered = (personId: string) =>
	office.run((trx) =>
		renderExport({
			trx,
			deps: office.deps,
			subjectId: office.programId,
			personId,
			text: textFor("en"),
			now: new Date("2026-03-01T23:30:00Z"),
		}),
	);

test("it is owed once, and the other managers hear of it", async () => {
	const visit = office.visit(manager);
	await exportDirectory(office.deps, visit, announceAct);
	await exportDirectory(office.deps, visit, announceAct);
	const owed = await office.run((trx) =>
		trx.selectFrom("owed").select(["kind", "person_id"]).execute(),
	);
	expect(owed).toHaveLength(2);
	expect(owed).toEqual(
		expect.arrayContaining([
			{ kind: "workspaces:export", person_id: manager },
			{ kind: "programs:news", person_id: other },
		]),
	);
	const audit = await office.run((trx) =>
		trx.selectFrom("audit").select(["action", "detail"]).execute(),
	);
	expect(audit).toEqual([
		{ action: "workspaces:exportDirectory", detail: { people: 2 } },
	]);
});

test("the manager and their own reporting line are not in it", async () => {
	const message = await rendered(manager);
	expect(message?.file.name).toBe("directory-2026-03-01.csv");
	expect(String(message?.file.content)).toBe(
		`\ufeffslack_id,name,department,level,location,manager
U0004,"Someone 4",'=Sales,1,,U0005
U0005,"Someone 5",,,,
`,
	);
});

test("who manages the program no longer gets nothing", async () => {
	await office.run((trx) =>
		trx
			.deleteFrom("program_manager")
			.where("person_id", "=", manager)
			.execute(),
	);
	expect(await rendered(manager)).toBeNull();
});

import { describe, expect, test } from "@jest/globals";
import { checkView } from "../../simulator/rules/check.ts";
import { textFor } from "../../src/slack/text.ts";
import { limits } from "../../src/workspaces/directory.ts";
import { directoryModal } from "../../src/workspaces/directory.views.ts";
import type { Applied } from "../../src/workspaces/directory-import.ts";
import type {
	Change,
	ImportPlan,
} from "../../src/workspaces/directory-plan.ts";
import {
	outcomeModal,
	progressModal,
} from "../../src/workspaces/import.views.ts";

const text = textFor("en");
const programId = "01890a5d-ac96-774b-bcce-b302099a8057";
const granted = { files: true, emails: true };
const refused = { files: false, emails: false };
const nothing = {
	fresh: 0,
	changed: 0,
	unchanged: 0,
	hidden: 0,
	cleared: 0,
};
const long = "<&>\n".repeat(limits.longest / 3);

const show = (outcome: Applied, permissions = granted) =>
	outcomeModal({ programId, importId: programId, outcome, permissions }, text);
const checked = (plan: Partial<ImportPlan>): Applied => ({
	is: "checked",
	plan: { bad: [], changes: [], meets: [], counts: nothing, ...plan },
	total: limits.rows,
	unused: Array.from({ length: 200 }, () => long),
	pasted: "x".repeat(limits.pasted),
});

const data = { department: long, level: 99, location: long, manager: "U0123" };
const change: Change = {
	slackUserId: "U0",
	name: long,
	before: { ...data, manager: null },
	after: data,
	columns: ["department", "level", "location", "manager"],
	isHidden: false,
};
const bad = Array.from({ length: 5_000 }, (_, line) => ({
	line,
	who: long,
	problems: [
		{ is: "tooLong", column: "department" } as const,
		{ is: "circle", lines: Array.from({ length: 99 }, (_, it) => it) } as const,
	],
}));

describe("Slack takes", () => {
	test.each([
		["the form", directoryModal({ programId, permissions: granted }, text)],
		[
			"the form without optional scopes",
			directoryModal({ programId, permissions: refused }, text),
		],
		["the progress", progressModal({ step: "lookingUp", done: 1e9 }, text)],
		["5,000 bad rows", show(checked({ bad }))],
		[
			"as many changes as there are",
			show(
				checked({
					changes: Array.from({ length: limits.rows }, () => change),
					counts: { ...nothing, changed: limits.rows, cleared: 1 },
				}),
			),
		],
		["nothing to change", show(checked({}))],
		[
			"what cannot be read",
			show({
				is: "unreadable",
				problem: { why: "columnTwice", column: "level" },
				pasted: "x".repeat(limits.pasted),
			}),
		],
		["the end", show({ is: "applied", total: limits.rows })],
		["an end that was", show({ is: "gone" })],
	])("%s", (_what, view) => {
		expect(checkView(view)).toEqual([]);
	});
});

test("a person's own line is counted, and not shown", () => {
	const hidden = { ...change, name: "The boss", isHidden: true };
	const view = JSON.stringify(
		show(checked({ changes: [hidden], counts: { ...nothing, hidden: 1 } })),
	);
	expect(view).toContain("1 row is about you or your reporting line");
	expect(view).not.toContain("The boss");
	expect(view).toContain("Import 50000 rows");
});

test("a bad row cannot be confirmed, and what was pasted is kept", () => {
	const view = show(checked({ bad: bad.slice(0, 1) }));
	expect(view.callback_id).toBe("workspaces:checkImport");
	expect(JSON.stringify(view)).toContain("x".repeat(limits.pasted));
});

test("nothing in the rows mentions or links anyone", () => {
	const odd = "<!channel> <https://evil.example|here>";
	const oddChange = {
		...change,
		name: odd,
		after: { ...data, department: odd },
	};
	const oddRow = { line: 2, who: odd, problems: [{ is: "unknown" } as const] };
	const outcome = checked({ changes: [oddChange] });
	const views = [
		show(outcome.is === "checked" ? { ...outcome, unused: [odd] } : outcome),
		show(checked({ bad: [oddRow] })),
	].map((view) => JSON.stringify(view));
	for (const view of views) {
		expect(view).toContain("&lt;!channel&gt;");
		expect(view).not.toMatch(/<!|<https/);
	}
});

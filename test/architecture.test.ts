import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { features } from "../src/features.ts";
import { findBreaches } from "./support/architecture.ts";
import { rules } from "./support/architecture-rules.ts";
import { readSource, readSources } from "./support/source-files.ts";

test("the code keeps the rules of its layout", () => {
	const files = readSources(path.join(import.meta.dirname, ".."));
	expect(files.length).toBeGreaterThan(200);
	expect(findBreaches(files)).toEqual([]);
});

test("what others can name begins with the slice that has it", () => {
	const named = features.flatMap(({ name, entries, messages = {} }) => [
		...entries
			.filter(({ type }) => type !== "command" && type !== "event")
			.map(({ id }) => ({ name, id })),
		...Object.keys(messages).map((id) => ({ name, id })),
	]);
	expect(named.length).toBeGreaterThan(20);
	const wrong = named.filter(
		({ name, id }) => !new RegExp(`^${name}:[a-z][A-Za-z-]*$`).test(id),
	);
	expect(wrong).toEqual([]);
});

const value = "import { x } from";
const type = "import type { X } from";

/** The smallest breach of each rule: in which file, and its text. */
const breaches: [rule: string, file: string, text: string][] = [
	["every folder of src has its place", "src/extras/it.ts", "export {};"],
	["src stands alone", "src/app.ts", `${value} "../simulator/slack.ts";`],
	[
		"the base knows no slice",
		"src/slack/home.ts",
		`${type} "../matching/find.ts";`,
	],
	[
		"a slice reaches only those before it",
		"src/enrollment/leave.service.ts",
		`${value} "../matching/answer.service.ts";`,
	],
	[
		"the doors of a slice are its pure files, views and services",
		"src/matching/find.service.ts",
		`${type} "../enrollment/enrollment.queries.ts";`,
	],
	[
		"pure files and views do no I/O",
		"src/matching/find.views.ts",
		'import { type A, b } from "./find.service.ts";',
	],
	[
		"pure files have no await, clock, chance or log",
		"src/matching/engine/rank.ts",
		"export const now = () => new Date();",
	],
	[
		"only features and slack/ see Bolt",
		"src/matching/find.service.ts",
		`${type} "@slack/bolt";`,
	],
	[
		"only queries, db/ and migrations/ build queries",
		"src/matching/find.service.ts",
		'export const all = (trx) => trx.selectFrom("person");',
	],
	[
		"only config.ts reads the environment",
		"src/log.ts",
		"export const level = process.env.LOG_LEVEL;",
	],
	["only scheduler/ imports node-cron", "src/app.ts", `${value} "node-cron";`],
	[
		"what runs in a thread is begun, not imported",
		"src/reports/publish.service.ts",
		`${value} "./publish.thread.ts";`,
	],
	[
		"migrations import only Kysely",
		"migrations/0009-more.ts",
		`${value} "../src/db/roles.ts";`,
	],
	["no barrels", "src/slack/all.ts", 'export { a, b } from "./blocks.ts";'],
	["no default exports", "simulator/it.ts", "export default 1;"],
	["no any", "test/it.test.ts", "export const it = (x: any) => x;"],
	["file names are kebab-case", "src/slack/myFile.ts", "export const a = 1;"],
	["suffixes are those of the table", "src/slack/a.utils.ts", "const a = 1;"],
	["no file over 250 lines", "src/slack/long.ts", "const a = 1;\n".repeat(251)],
];

describe("each rule notices its breach", () => {
	test.each(breaches)("%s", (rule, file, text) => {
		const found = findBreaches([readSource(file, text)]);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(`${file}: ${rule} (`);
	});

	test("and no rule is without one", () => {
		expect(breaches.map(([rule]) => rule)).toEqual(
			rules.map(({ name }) => name),
		);
	});

	test("a circle of imports, by types too", () => {
		const found = findBreaches([
			readSource("src/slack/a.ts", `${type} "./b.ts";\nexport const a = 1;`),
			readSource("src/slack/b.ts", `${value} "./a.ts";\nexport const b = 1;`),
		]);
		expect(found).toEqual([
			expect.stringMatching("no cycles .src/slack/a.ts -> src/slack/b.ts -> "),
		]);
	});

	test("a table with two writers", () => {
		const found = findBreaches([
			readSource("src/goals/a.queries.ts", 'trx.updateTable("goal");'),
			readSource("src/goals/b.queries.ts", "sql`delete from goal`;"),
		]);
		expect(found).toEqual([
			expect.stringMatching("one file writes a table .goal."),
		]);
	});

	test("but not what only a comment or a sentence says", () => {
		const text = `// await new Date() export default
export const words = "as any: process.env";`;
		expect(findBreaches([readSource("src/matching/a.ts", text)])).toEqual([]);
	});
});

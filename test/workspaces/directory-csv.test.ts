import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
	guard,
	restoreEnd,
	separatorOf,
	unguard,
	writeCsv,
} from "../../src/workspaces/directory-csv.ts";
import {
	decode,
	readTable,
} from "../../src/workspaces/directory-reading.service.ts";

const anyText = fc.oneof(
	fc.string({ unit: "binary", maxLength: 30 }),
	fc.string({ unit: "grapheme", maxLength: 30 }),
	fc.stringMatching(/^['=+\-@\t\r\n",; a-z0]{0,12}$/),
);

describe("formulas", () => {
	test.each([
		["=1+1", "'=1+1"],
		["+49 30", "'+49 30"],
		["-2", "'-2"],
		["@ana", "'@ana"],
		["\tx", "'\tx"],
		["\rx", "'\rx"],
		["'=1", "''=1"],
		["it's", "it's"],
		["'tis", "'tis"],
		["", ""],
	])("%j becomes %j and comes back", (cell, guarded) => {
		expect(guard(cell)).toBe(guarded);
		expect(unguard(guarded)).toBe(cell);
	});

	test("any text comes back, and none begins like a formula", () => {
		fc.assert(
			fc.property(anyText, (cell) => {
				expect(guard(cell)).not.toMatch(/^[=+\-@\t\r]/);
				expect(unguard(guard(cell))).toBe(cell);
			}),
			{ numRuns: 2_000 },
		);
	});
});

test("what is written is read as it was, for any text", async () => {
	const head = ["slack_id", "department", "location"];
	const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });
	// What stands in the directory has been cleaned on its way in.
	const kept = fc
		.oneof(word, fc.stringMatching(/^['=+\-@\n",;\t a-z0]{1,12}$/))
		.map((text) =>
			text
				.normalize("NFC")
				.replace(/[\p{Cc}]/gu, " ")
				.trim(),
		)
		.filter(
			(text) => text !== "" && !/[\u202a-\u202e\u2066-\u2069]/.test(text),
		);
	await fc.assert(
		fc.asyncProperty(fc.array(kept, { minLength: 1 }), async (words) => {
			const rows = words.map((text, index) => [`U${index}`, text, null]);
			const read = await readTable(writeCsv([head, ...rows]), {
				emails: false,
			});
			if (!read.ok) throw new Error(read.why);
			expect(read.rows.map(({ who, wanted }) => [who, wanted])).toEqual(
				words.map((department, index) => [
					`U${index}`,
					{ department, location: null },
				]),
			);
		}),
		{ numRuns: 300 },
	);
});

describe("what stands between the cells", () => {
	test.each([
		["slack_id,level\nU1,3", ","],
		["slack_id;level\nU1;3", ";"],
		["\ufeffslack_id\tlevel\nU1\t3", "\t"],
		['\n"slack_id";"level"\nU1;"a,b,c,d"', ";"],
		["slack_id", ","],
	])("%j", (text, separator) => {
		expect(separatorOf(text)).toBe(separator);
	});

	test("empty cells at the end of pasted rows are not lost", async () => {
		const pasted = "slack_id\tdepartment\tlevel\nU1\tSales\t3\nU2";
		const read = await readTable(restoreEnd(pasted), { emails: false });
		expect(read).toMatchObject({
			ok: true,
			rows: [
				{ wanted: { department: "Sales", level: 3 }, problems: [] },
				{ wanted: { department: null, level: null }, problems: [] },
			],
		});
		expect(restoreEnd("slack_id,level\nU1")).toBe("slack_id,level\nU1");
	});
});

describe("a file's bytes", () => {
	const text = "slack_id,department\nU1,Vertrieb Köln\n";
	test("UTF-8, with or without a BOM", () => {
		expect(decode(Buffer.from(text))).toBe(text);
		expect(decode(Buffer.from(`\ufeff${text}`))).toBe(text);
	});
	test("UTF-16, as a spreadsheet's Unicode text", () => {
		expect(decode(Buffer.from(`\ufeff${text}`, "utf16le"))).toBe(text);
	});
	test("anything else is refused rather than garbled", () => {
		expect(decode(Buffer.from(text, "latin1"))).toBeNull();
	});
});

describe("a table", () => {
	const read = (text: string, emails = false) => readTable(text, { emails });

	test("columns in any order; others and empty lines are passed over", async () => {
		const text = `\ufeffLevel;Full name;Slack ID;MANAGER
3;"Lopes; Ana";u1;u2

;;;
;"Two
lines";u2;
9;x;u3;u1`;
		expect(await read(text)).toEqual({
			ok: true,
			unused: ["Full name"],
			rows: [
				{ line: 2, who: "U1", wanted: { level: 3, manager: "U2" } },
				{ line: 5, who: "U2", wanted: { level: null, manager: null } },
				{ line: 7, who: "U3", wanted: { level: 9, manager: "U1" } },
			].map((row) => ({ ...row, problems: [] })),
		});
	});

	test.each([
		["", { why: "empty" }],
		["slack_id,level\n\n", { why: "empty" }],
		["name,level\nAna,3", { why: "noPerson" }],
		["slack_id,name\nU1,Ana", { why: "noData" }],
		["email,level\nana@example.com,3", { why: "emailScope" }],
		[
			"slack_id,userid,level\nU1,U1,3",
			{ why: "columnTwice", column: "slack_id" },
		],
		['slack_id,level\nU1,3\nU2,"4\nU3,5\n', { why: "quote", line: 3 }],
	])("%j cannot be read", async (text, why) => {
		expect(await read(text)).toEqual({ ok: false, ...why });
	});

	test.each([
		["U1,3,x", { is: "columns", has: 3, wants: 2 }],
		[",3", { is: "nobody" }],
		["U1,high", { is: "level" }],
		["U1,3.5", { is: "level" }],
		["U1,100", { is: "level" }],
		["U1,-1", { is: "level" }],
		["ana@example.com,3", { is: "emailScope" }],
	])("the row %j is marked", async (row, problem) => {
		const table = await read(`slack_id,level\n${row}`);
		expect(table).toMatchObject({ rows: [{ line: 2, problems: [problem] }] });
	});

	test("a department that is too long is marked", async () => {
		const table = await read(`slack_id,department\nU1,${"x".repeat(76)}`);
		expect(table).toMatchObject({
			rows: [{ problems: [{ is: "tooLong", column: "department" }] }],
		});
	});

	test("emails count where Mentor may read them", async () => {
		const text = "email,manager\nAna@Example.com,Ben@example.com";
		expect(await read(text, true)).toMatchObject({
			rows: [
				{ who: "ana@example.com", wanted: { manager: "ben@example.com" } },
			],
		});
	});
});

test("no text is too odd to be read, or to be refused", async () => {
	await fc.assert(
		fc.asyncProperty(
			anyText,
			fc.constantFrom("slack_id,level\n", "slack_id\tlevel\n", ""),
			async (text, head) => {
				const read = await readTable(head + text, { emails: true });
				expect(typeof read.ok).toBe("boolean");
			},
		),
		{ numRuns: 1_000 },
	);
});

test("others get their turn while 10,000 rows are read", async () => {
	let turns = 0;
	let isReading = true;
	const count = () => {
		turns += 1;
		if (isReading) setImmediate(count);
	};
	setImmediate(count);
	const rows = Array.from({ length: 10_000 }, (_, index) => `U${index},3`);
	const seen: number[] = [];
	const read = await readTable(`slack_id,level\n${rows.join("\n")}`, {
		emails: false,
		onRows: (so) => seen.push(so),
	});
	isReading = false;
	expect(read).toMatchObject({ ok: true, rows: { length: 10_000 } });
	expect(seen).toHaveLength(20);
	expect(turns).toBeGreaterThanOrEqual(20);
});

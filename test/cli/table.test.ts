import { expect, test } from "@jest/globals";
import { formatSeconds, formatTable, formatTime } from "../../src/cli/table.ts";

test("columns are as wide as what is in them, numbers to the right", () => {
	const rows = [
		["sent", 1200, "a:b"],
		["pending", 7, ""],
	];
	expect(formatTable(["state", "count", "kind"], rows)).toBe(
		`  state    count  kind
  sent      1200  a:b
  pending      7
`,
	);
});

test("what could move a terminal's cursor is not printed", () => {
	const text = formatTable(["reason"], [["\u001b[2Jgone\r\n\u202eback"]]);
	expect(text).toBe("  reason\n  ?[2Jgone???back\n");
});

test.each([
	[-2, "0 s"],
	[0.4, "0 s"],
	[59.9, "59 s"],
	[60, "1 min"],
	[3_599, "59 min"],
	[7_200, "2 h"],
	[200_000, "2 d"],
])("%s seconds are %s", (seconds, text) => {
	expect(formatSeconds(seconds)).toBe(text);
});

test("times are UTC, to the minute", () => {
	expect(formatTime(new Date("2026-03-29T01:59:31Z"))).toBe("2026-03-29 01:59");
});

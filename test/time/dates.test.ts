import { expect, test } from "@jest/globals";
import { plainDate, slackDate } from "../../src/time/dates.ts";

const at = new Date("2026-12-31T23:30:00.900Z");
const kathmandu = { zone: "Asia/Kathmandu", locale: "en-GB" };

test("a token carries whole seconds and a fallback in the reader's zone", () => {
	expect(slackDate(at, "day", kathmandu)).toBe(
		"<!date^1798759800^{date_pretty}|1 January 2027>",
	);
	expect(slackDate(at, "moment", kathmandu)).toMatch(
		/^<!date\^1798759800\^\{date_pretty\}, \{time\}\|1 January 2027.*05:15.*5:45>$/,
	);
});

test("the date differs by zone and language", () => {
	const stJohns = { zone: "America/St_Johns", locale: "es" };
	expect(plainDate(at, "day", stJohns)).toBe("31 de diciembre de 2026");
	expect(plainDate(at, "day", { zone: "Pacific/Apia", locale: "en-US" })).toBe(
		"January 1, 2027",
	);
});

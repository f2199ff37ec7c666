import { expect, test } from "@jest/globals";
import { checkMessage, checkView } from "../../simulator/rules/check.ts";
import { messageRules, viewRules } from "../../simulator/rules/payload.ts";
import { ofMessages, ofViews } from "./rules/payload.cases.ts";

test("every rule over a payload has a case", () => {
	const names = (rules: typeof viewRules) => rules.map(({ rule }) => rule);
	expect(Object.keys(ofMessages)).toEqual(names(messageRules));
	expect(Object.keys(ofViews)).toEqual(names(viewRules));
});

test.each(Object.entries(ofMessages))("message: %s", (_rule, { good, bad }) => {
	for (const payload of good) expect(checkMessage(payload)).toEqual([]);
	const [payload, ...problems] = bad;
	expect(checkMessage(payload)).toEqual(problems);
});

test.each(Object.entries(ofViews))("view: %s", (_rule, { good, bad }) => {
	for (const payload of good) expect(checkView(payload)).toEqual([]);
	const [payload, ...problems] = bad;
	expect(checkView(payload)).toEqual(problems);
});

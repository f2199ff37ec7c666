import { expect, test } from "@jest/globals";
import { whyEmpty } from "../../../src/matching/engine/why-empty.ts";

test("the two things that kept most people off", () => {
	expect(whyEmpty({ hours: 2, full: 4, paused: 1, language: 1 })).toEqual([
		{ because: "not_available", people: 5, change: "waiting_list" },
		{ because: "hours", people: 2, change: "longer_hours" },
	]);
});

test("those who offer the topic come before all who do not", () => {
	expect(whyEmpty({ topic: 200, kind: 1 })).toEqual([
		{ because: "kind", people: 1, change: "other_kind" },
		{ because: "topic", people: 200, change: "other_topic" },
	]);
});

test("at equal counts the easier change comes first", () => {
	const said = whyEmpty({ reporting_line: 1, full: 1, format: 1 });
	expect(said.map(({ change }) => change)).toEqual([
		"other_format",
		"waiting_list",
	]);
});

test("nobody but oneself", () => {
	const nobody = [
		{ because: "nobody", people: 0, change: "suggest_colleague" },
	];
	expect(whyEmpty({ self: 1 })).toEqual(nobody);
	expect(whyEmpty({})).toEqual(nobody);
});

test("an exclusion says what a full mentor says", () => {
	expect(whyEmpty({ excluded: 1, topic: 3 })).toEqual(
		whyEmpty({ full: 1, topic: 3 }),
	);
});

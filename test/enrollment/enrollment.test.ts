import { expect, test } from "@jest/globals";
import {
	firstLevel,
	offers,
	ownTopicValue,
	readTopicValue,
	roles,
	topicValue,
	wants,
} from "../../src/enrollment/enrollment.ts";
import { joinDraft, joinForm } from "../../src/enrollment/join-form.ts";
import { readMoves, topicsPage } from "../../src/enrollment/profile-pages.ts";

const topicId = "0190c0de-0000-7000-8000-000000000001";

test("who looks for mentoring, and who gives it", () => {
	expect(roles.filter(wants)).toEqual(["mentee", "both", "peer"]);
	expect(roles.filter(offers)).toEqual(["mentor", "both", "peer"]);
});

test("learners begin as learning, mentors as working with it", () => {
	expect([firstLevel("wanted"), firstLevel("offered")]).toEqual([1, 2]);
});

test("a topic of a form is the program's, one's own, or nothing", () => {
	expect(readTopicValue(topicId)).toEqual({ topicId });
	expect(readTopicValue("own: bread baking ")).toEqual({
		ownName: "bread baking",
	});
	for (const odd of ["", "own:", "own:   ", "bread", topicId.slice(1)])
		expect(readTopicValue(odd)).toBeNull();
});

test("a topic of one's own fits into Slack's 75 characters, and stays whole", () => {
	for (const name of ["x".repeat(3000), "🙂".repeat(100), "é".repeat(80)]) {
		const value = ownTopicValue(name);
		expect(value.length).toBeLessThanOrEqual(75);
		expect(value.isWellFormed()).toBe(true);
		const chosen = readTopicValue(value);
		expect(chosen && "ownName" in chosen && name).toContain(
			chosen && "ownName" in chosen ? chosen.ownName : "nothing",
		);
	}
	expect(topicValue(topicId, "Testing")).toBe(topicId);
	expect(topicValue(null, "bread")).toBe("own:bread");
});

test("the page of joining: what is left out is empty, what is long is cut", () => {
	expect(joinForm.parse({ role: "both" })).toEqual({
		role: "both",
		wanted: [],
		offered: [],
		goal: null,
		offer: null,
	});
	const full = joinForm.parse({
		role: "mentor",
		wanted: ["a", "b", "c", "d"],
		goal: "x".repeat(3000),
		offer: "",
	});
	expect(full.wanted).toEqual(["a", "b", "c"]);
	expect(full.goal).toHaveLength(300);
	expect(full.offer).toBeNull();
	expect(joinForm.safeParse({ role: "boss" }).success).toBe(false);
	expect(joinForm.safeParse({}).success).toBe(false);
	expect(joinDraft.parse({ role: null }).role).toBe("mentee");
});

test("moves: one a line, five at the most, empty lines aside", () => {
	expect(readMoves("first team lead\n\n  support to engineering \n")).toEqual([
		"first team lead",
		"support to engineering",
	]);
	expect(readMoves("1\n2\n3\n4\n5\n6")).toHaveLength(5);
	expect(readMoves(null)).toEqual([]);
	expect(readMoves(" \n ")).toEqual([]);
});

test("at most eight topics a side", () => {
	const many = Array.from({ length: 9 }, (_, index) => `own:${index}`);
	expect(topicsPage.parse({ wanted: many }).wanted).toHaveLength(8);
});

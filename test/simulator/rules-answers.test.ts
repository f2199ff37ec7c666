import { describe, expect, test } from "@jest/globals";
import { submissionAnswers } from "../../simulator/rules/answers.ts";
import {
	checkOptions,
	checkSubmissionResponse,
	checkView,
	type Problem,
} from "../../simulator/rules/check.ts";
import { option, plainly } from "./rules/subject.ts";

const problem = (says: string, at: string): Problem => ({
	error: "invalid_arguments",
	message: `${says} [json-pointer:${at}]`,
});

const modal = {
	type: "modal",
	title: plainly("Ask"),
	blocks: [{ type: "divider" }],
};

const home = { type: "home", blocks: [{ type: "divider" }] };

const check = (response: unknown) =>
	checkSubmissionResponse(response, ["goal", "why"]);

describe("the answer to a submission", () => {
	test.each([
		undefined,
		"",
		{},
		{ response_action: "clear" },
		{ response_action: "update", view: modal },
		{ response_action: "push", view: modal },
		{ response_action: "errors", errors: { goal: "Say a little more." } },
		{
			response_action: "errors",
			errors: { goal: "x".repeat(3000), why: "Say why." },
		},
	])("may be %j", (response) => expect(check(response)).toEqual([]));

	test("every kind of answer is among these", () =>
		expect(Object.keys(submissionAnswers).sort()).toEqual([
			"clear",
			"errors",
			"push",
			"update",
		]));

	const unknown = problem("must be a valid enum value", "/response_action");
	const errors = (errors: unknown) => ({ response_action: "errors", errors });
	const view = (response_action: string, view: unknown) => ({
		response_action,
		view,
	});

	test.each<[unknown, Problem]>([
		[null, unknown],
		["ok", unknown],
		[[], unknown],
		[{ view: modal }, unknown],
		[{ response_action: "close" }, unknown],
		[{ response_action: "constructor" }, unknown],
		[{ response_action: ["clear"] }, unknown],
		[
			{ response_action: "clear", view: modal },
			problem("invalid additional property: view", ""),
		],
		[
			{ response_action: "update" },
			problem("missing required field: view", ""),
		],
		[{ response_action: "push" }, problem("missing required field: view", "")],
		[
			{ response_action: "errors" },
			problem("missing required field: errors", ""),
		],
		[view("update", home), problem("unsupported type: home", "/view/type")],
		[view("push", home), problem("unsupported type: home", "/view/type")],
		[
			view("push", { ...modal, title: plainly("x".repeat(25)) }),
			problem("must be less than 25 characters", "/view/title/text"),
		],
		[errors([]), problem("must provide an object", "/errors")],
		[errors({}), problem("no fewer than 1 items allowed", "/errors")],
		[
			errors({ goal: "" }),
			problem("must be more than 0 characters", "/errors/goal"),
		],
		[errors({ goal: ["x"] }), problem("must provide a string", "/errors/goal")],
		[
			errors({ goal: "x".repeat(3001) }),
			problem("must be less than 3001 characters", "/errors/goal"),
		],
		[
			errors({ goal: "Say more.", intro: "No input." }),
			problem('no input block has block_id "intro"', "/errors/intro"),
		],
	])("may not be %j", (response, only) =>
		expect(check(response)).toEqual([only]),
	);

	test("a view keeps the rules over the whole of it", () => {
		const input = {
			type: "input",
			label: plainly("Goal"),
			element: { type: "plain_text_input" },
		};
		const unsubmittable = { ...modal, blocks: [input] };
		expect(check(view("update", unsubmittable))).toEqual(
			checkView(unsubmittable),
		);
		expect(checkView(unsubmittable)).toHaveLength(1);
	});
});

test.each([undefined, null, "", []])("%j is no answer with options", (none) =>
	expect(checkOptions(none)).toEqual([problem("must provide an object", "")]),
);

test("no option found is an answer", () =>
	expect(checkOptions({ options: [] })).toEqual([]));

test("an answer with options names each bad one", () =>
	expect(
		checkOptions({ options: [option("a"), { text: plainly("b") }] }),
	).toEqual([problem("missing required field: value", "/options/1")]));

test.each([null, "modal", [modal]])("%j is no view", (none) =>
	expect(checkView(none)).toEqual([problem("must provide an object", "/view")]),
);

test.each([{}, { type: "workflow_step", blocks: [] }])(
	"a view is a modal or a home tab: %j is neither",
	(none) => expect(checkView(none)).toHaveLength(1),
);

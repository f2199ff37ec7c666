import { expect, test } from "@jest/globals";
import { fieldErrors } from "../../simulator/acts/fields.ts";
import type { StoredView } from "../../simulator/state.ts";
import type { Block } from "../../simulator/surface.ts";
import { valuesOf } from "../../simulator/values.ts";

const required = "Please complete this required field.";

/** What Slack's client says of one input that holds `value`. */
function errorOf(element: object, value: object | null, optional = false) {
	const block: Block = {
		type: "input",
		block_id: "b",
		optional,
		element: { action_id: "x", ...element },
	};
	const type = "type" in element ? String(element.type) : "";
	const values = value
		? { b: { x: { type, ...value } } }
		: valuesOf([block], {});
	const view: StoredView = {
		id: "V1",
		type: "modal",
		owner: "U1",
		sent: {},
		blocks: [block],
		hash: "",
		root: "V1",
		previous: null,
		values,
		offered: {},
		errors: {},
	};
	return fieldErrors(view).b;
}

const text = { type: "plain_text_input", min_length: 3, max_length: 5 };
const whole = {
	type: "number_input",
	is_decimal_allowed: false,
	min_value: "2",
	max_value: "4",
};

test.each([
	[text, null, required],
	[text, { value: "" }, required],
	[text, { value: "ab" }, "Please enter at least 3 characters."],
	[text, { value: "abcdef" }, "Please enter no more than 5 characters."],
	[text, { value: "abc" }, undefined],
	[whole, { value: "1" }, "Please enter a number of at least 2."],
	[whole, { value: "5" }, "Please enter a number of at most 4."],
	[whole, { value: "2.5" }, "Please enter a valid number."],
	[whole, { value: "two" }, "Please enter a valid number."],
	[whole, { value: "4" }, undefined],
	[{ ...whole, is_decimal_allowed: true }, { value: "2.5" }, undefined],
	[
		{ type: "email_text_input" },
		{ value: "nobody" },
		"Please enter a valid email address.",
	],
	[
		{ type: "url_text_input" },
		{ value: "nowhere" },
		"Please enter a valid URL.",
	],
	[{ type: "checkboxes" }, { selected_options: [] }, required],
	[{ type: "users_select" }, { selected_user: null }, required],
	[{ type: "users_select" }, { selected_user: "U1" }, undefined],
])("%j holding %j", (element, value, error) => {
	expect(errorOf(element, value)).toBe(error);
});

test("an optional input may be empty, and an initial value counts", () => {
	expect(errorOf(text, null, true)).toBeUndefined();
	expect(errorOf({ ...text, initial_value: "abcd" }, null)).toBeUndefined();
});

import * as bond from "./bonds.ts";
import { isFields } from "./breaches.ts";
import { menuOption, optionGroup } from "./composition.ts";
import { sentences as say } from "./sentences.ts";
import { modalView } from "./surfaces.ts";
import {
	list,
	map,
	required,
	type Shape,
	shape,
	text,
	word,
} from "./vocabulary.ts";

/** What an app may answer within three seconds. */

/** To `block_suggestion`; an empty list is "no result". */
export const suggestions = shape(
	"suggestions",
	{
		options: list(menuOption, 0, 100),
		option_groups: list(optionGroup, 0, 100),
	},
	bond.exactlyOne("options", "option_groups"),
	bond.uniqueValues,
);

/** To `view_submission`, told apart by `response_action`. */
export const submissionAnswers: Record<string, Shape> = {
	errors: shape(
		"errors answer",
		{ response_action: required(word("errors")), errors: required(map) },
		{
			rule: "names at least one field",
			holds: ({ errors }) => isFields(errors) && Object.keys(errors).length > 0,
			at: "errors",
			says: say.tooFew(1),
		},
	),
	update: shape("update answer", {
		response_action: required(word("update")),
		view: required(modalView),
	}),
	push: shape("push answer", {
		response_action: required(word("push")),
		view: required(modalView),
	}),
	clear: shape("clear answer", { response_action: required(word("clear")) }),
};

/** One sentence under one input. */
export const fieldError = text(3000);

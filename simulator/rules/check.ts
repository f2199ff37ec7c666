import { fieldError, submissionAnswers, suggestions } from "./answers.ts";
import { type Breach, breaches, isFields } from "./breaches.ts";
import { messageRules, type PayloadRule, viewRules } from "./payload.ts";
import { sentences as say } from "./sentences.ts";
import {
	anyView,
	messageBlocks,
	messageMetadata,
	messageText,
} from "./surfaces.ts";
import type { Fields, Schema } from "./vocabulary.ts";

/**
 * `error` is Slack's code, such as "invalid_blocks"; `message` its sentence,
 * which Slack sends as `[ERROR] ${message}` in `response_metadata.messages`.
 */
export type Problem = { error: string; message: string };

const problem = (error: string, { says, at }: Breach): Problem => ({
	error,
	message: `${says} [json-pointer:${at}]`,
});

const problems = (error: string, schema: Schema, value: unknown, at: string) =>
	breaches(schema, value, at).map((breach) => problem(error, breach));

const ofRules = (
	rules: PayloadRule[],
	error: string,
	payload: Fields,
	at: string,
): Problem[] =>
	rules.flatMap((rule) =>
		rule.find(payload, at).map((found) => problem(rule.error ?? error, found)),
	);

/** A message as given to chat.postMessage and its kin, JSON already parsed. */
export function checkMessage(payload: {
	text?: unknown;
	blocks?: unknown;
	metadata?: unknown;
}): Problem[] {
	const { blocks, metadata } = payload;
	return [
		...checkText(payload.text),
		...(blocks === undefined ? [] : checkBlocks(blocks)),
		...(metadata === undefined
			? []
			: problems(
					"invalid_metadata_format",
					messageMetadata,
					metadata,
					"/metadata",
				)),
	];
}

/**
 * Slack only warns when blocks come without a text. Here it is refused: the
 * text is the notification, and what screen readers read.
 */
function checkText(text: unknown): Problem[] {
	if (text === undefined || (typeof text === "string" && text.trim() === ""))
		return [problem("no_text", { says: say.missing("text"), at: "/text" })];
	const error = typeof text === "string" ? "msg_too_long" : "invalid_arguments";
	return problems(error, messageText, text, "/text");
}

function checkBlocks(blocks: unknown): Problem[] {
	if (!Array.isArray(blocks) || !blocks.every(isFields))
		return [
			problem("invalid_blocks_format", {
				says: say.notA("an array of objects"),
				at: "/blocks",
			}),
		];
	const found = problems("invalid_blocks", messageBlocks, blocks, "/blocks");
	return found.length > 0
		? found
		: ofRules(messageRules, "invalid_blocks", { blocks }, "");
}

/** A modal or a home tab, as given to views.open and its kin. */
export function checkView(view: unknown): Problem[] {
	const found = problems("invalid_arguments", anyView, view, "/view");
	return found.length > 0 || !isFields(view)
		? found
		: ofRules(viewRules, "invalid_arguments", view, "/view");
}

/** The answer to `block_suggestion`. Slack names no code for a bad one. */
export function checkOptions(response: unknown): Problem[] {
	return problems("invalid_arguments", suggestions, response, "");
}

/**
 * The answer to `view_submission`. An empty one closes the modal; keys of
 * `errors` must be block ids of the input blocks of the view submitted. Slack
 * names no code for a bad one: it says that it had trouble connecting.
 */
export function checkSubmissionResponse(
	response: unknown,
	inputBlockIds: string[],
): Problem[] {
	if (response === undefined || response === "") return [];
	if (isFields(response) && Object.keys(response).length === 0) return [];
	const action = isFields(response) ? response.response_action : undefined;
	const shape =
		typeof action === "string" && Object.hasOwn(submissionAnswers, action)
			? submissionAnswers[action]
			: undefined;
	if (shape === undefined || !isFields(response))
		return [
			problem("invalid_arguments", {
				says: say.notAWord,
				at: "/response_action",
			}),
		];
	const found = problems("invalid_arguments", shape, response, "");
	if (found.length > 0) return found;
	if (isFields(response.view)) return checkView(response.view);
	return checkFieldErrors(response.errors, inputBlockIds);
}

function checkFieldErrors(errors: unknown, inputBlockIds: string[]): Problem[] {
	return Object.entries(isFields(errors) ? errors : {}).flatMap(
		([blockId, sentence]) => {
			const at = `/errors/${blockId}`;
			if (!inputBlockIds.includes(blockId))
				return [
					problem("invalid_arguments", { says: say.noInput(blockId), at }),
				];
			return problems("invalid_arguments", fieldError, sentence, at);
		},
	);
}

import type { PlainTextElement, PlainTextOption } from "@slack/types";
import type { Block } from "../../../simulator/surface.ts";

/** Block Kit in few words, for the hand-written surfaces. */
export const plain = (text: string): PlainTextElement => ({
	type: "plain_text",
	text,
});
export const mrkdwn = (text: string) => ({ type: "mrkdwn", text });

export const option = (
	text: string,
	description?: string,
): PlainTextOption => ({
	text: plain(text),
	value: text.toLowerCase().replace(/\W+/g, "-"),
	...(description ? { description: plain(description) } : {}),
});

export const options = (...texts: string[]) =>
	texts.map((text) => option(text));

type Parts = Record<string, unknown>;

export const button = (text: string, action_id: string, more: Parts = {}) => ({
	type: "button",
	text: plain(text),
	action_id,
	value: action_id,
	...more,
});

export const section = (block_id: string, text: string, more: Parts = {}) =>
	({ type: "section", block_id, text: mrkdwn(text), ...more }) as Block;

export const context = (block_id: string, text: string): Block => ({
	type: "context",
	block_id,
	elements: [mrkdwn(text)],
});

export const header = (block_id: string, text: string): Block => ({
	type: "header",
	block_id,
	text: plain(text),
});

export const divider = (block_id: string): Block => ({
	type: "divider",
	block_id,
});

export const actions = (block_id: string, elements: object[]): Block => ({
	type: "actions",
	block_id,
	elements,
});

/** An input whose action id is its block id. */
export const input = (
	block_id: string,
	label: string,
	element: Parts,
	more: Parts = {},
): Block => ({
	type: "input",
	block_id,
	label: plain(label),
	element: { action_id: block_id, ...element },
	...more,
});

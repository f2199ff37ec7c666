import { expect } from "@jest/globals";
import type { KnownBlock } from "@slack/types";
import { checkMessage, checkView } from "../../simulator/rules/check.ts";
import { wire } from "../../src/slack/answers.ts";
import type { Message, Modal } from "../../src/slack/blocks.ts";
import { active, harmIn } from "./harm.ts";

/** Whom and what our own messages may mention in these tests. */
export const known = ["U0MENTEE", "U0MENTOR", "U0FRIEND", "C0REPORT"];

/** Slack takes it, nothing in it is active that is not ours. */
export function expectSoundModal(view: Modal, others: string[] = []): void {
	expect(checkView(view)).toEqual([]);
	expect(harmIn(view, [...known, ...others])).toEqual([]);
}

export function expectSoundHome(blocks: KnownBlock[]): void {
	expect(checkView({ type: "home", blocks })).toEqual([]);
	expect(harmIn(blocks, known)).toEqual([]);
}

/** The same, and its notification is a sentence that tells no secrets. */
export function expectSoundMessage(
	message: Message,
	secrets: (string | null)[] = [],
): void {
	const sent = wire(message);
	expect(checkMessage(sent)).toEqual([]);
	expect(harmIn(sent.blocks, known)).toEqual([]);
	expect(active(sent.text, known)).toEqual([]);
	expect(sent.text).toMatch(/\S \S[\s\S]*[.?]$/);
	for (const secret of secrets)
		if (secret) expect(sent.text).not.toContain(secret);
}

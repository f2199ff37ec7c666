import type { Kinds } from "../../src/delivery/letter.ts";
import { section } from "../../src/slack/blocks.ts";
import type { MessageKind } from "../../src/slack/feature.ts";
import { escapeText } from "../../src/slack/mrkdwn.ts";

/** Says the key it was owed under, so that it can be recognised. */
function note(
	ifUnknown: MessageKind["ifUnknown"],
	before: () => unknown,
): MessageKind {
	return {
		ifUnknown,
		async render({ trx, subjectId }) {
			await before();
			const { dedupe_key } = await trx
				.selectFrom("owed")
				.select("dedupe_key")
				.where("subject_id", "=", subjectId)
				.executeTakeFirstOrThrow();
			const words = escapeText(dedupe_key);
			return { text: words, blocks: [section(words)] };
		},
	};
}

/** `before` is done whenever one is about to be written. */
export const noteKinds = (before: () => unknown = () => {}): Kinds =>
	new Map([
		["test:note", note("resend", before)],
		["test:once", note("drop", before)],
		["test:past", { ifUnknown: "drop", render: async () => null }],
	]);

import type { Kinds } from "../../src/delivery/letter.ts";
import { section } from "../../src/slack/blocks.ts";
import type { MessageContext, MessageKind } from "../../src/slack/feature.ts";
import { escapeText } from "../../src/slack/mrkdwn.ts";

/** The key it was owed under, so that it can be recognised. */
async function wordsOf({ trx, subjectId }: MessageContext) {
	const { dedupe_key } = await trx
		.selectFrom("owed")
		.select("dedupe_key")
		.where("subject_id", "=", subjectId)
		.executeTakeFirstOrThrow();
	return escapeText(dedupe_key);
}

function note(
	ifUnknown: MessageKind["ifUnknown"],
	before: () => unknown,
): MessageKind {
	return {
		ifUnknown,
		async render(context) {
			await before();
			const words = await wordsOf(context);
			return { text: words, blocks: [section(words)] };
		},
	};
}

/** A file that holds its own key. */
const list: MessageKind = {
	ifUnknown: "resend",
	async render(context) {
		const text = await wordsOf(context);
		return { text, file: { name: "list.csv", content: text.mrkdwn } };
	},
};

/** `before` is done whenever a note is about to be written. */
export const noteKinds = (before: () => unknown = () => {}): Kinds =>
	new Map([
		["test:note", note("resend", before)],
		["test:once", note("drop", before)],
		["test:list", list],
		["test:past", { ifUnknown: "drop", render: async () => null }],
	]);

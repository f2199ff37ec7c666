import {
	actions,
	context,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { textInput } from "../slack/inputs.ts";
import type { Text } from "../slack/text.ts";
import { programButtons } from "./program-buttons.views.ts";
import { longestName } from "./settings-pages.ts";

/** Only the name is asked; all else has a default. */
export function createModal(text: Text): Modal {
	return modal({
		id: "programs:create",
		title: text.plain("programs:create.title"),
		submit: text.plain("programs:create.submit"),
		close: text.plain("programs:create.cancel"),
		blocks: [
			textInput({
				name: "name",
				label: text.plain("programs:create.name"),
				hint: text.plain("programs:create.nameSeen"),
				placeholder: text.plain("programs:create.placeholder"),
				max: longestName,
			}),
			context(text.mrkdwn("programs:create.about")),
		],
	});
}

export function createdMessage(
	{ name, programId }: { name: string; programId: string },
	text: Text,
): Message {
	const words = text.mrkdwn("programs:created.text", { name });
	return {
		text: words,
		blocks: [
			section(words),
			actions(...programButtons(programId, text)),
			context(text.mrkdwn("programs:created.next")),
		],
	};
}

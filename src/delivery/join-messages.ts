import { divider, type Message, section } from "../slack/blocks.ts";
import { cutMrkdwn, joinMrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";

/** What Slack takes in one message, with room for the last line. */
const mostBlocks = 50 - 2;
const mostLetters = 11_000;
const longestRest = 900;

/**
 * Several things owed to one person on one day as one message, the most urgent
 * first. What does not fit whole is named in a last line by its notification,
 * which is a sentence that quotes nothing, and is to be found on Home.
 */
export function joinMessages(
	[first, ...others]: readonly [Message, ...Message[]],
	text: Text,
): Message {
	const blocks = [...first.blocks];
	const rest: Message[] = [];
	for (const other of others) {
		const more = [divider(), ...other.blocks];
		// One that is left out takes those behind it along: the order stays.
		if (rest.length === 0 && fits([...blocks, ...more])) blocks.push(...more);
		else rest.push(other);
	}
	const sentences = (of: Message[]) =>
		joinMrkdwn(
			of.map((message) => message.text),
			" ",
		);
	// Where the first alone leaves no room for it, the notification says all.
	if (rest.length > 0 && fits(blocks)) {
		const what = cutMrkdwn(sentences(rest), longestRest);
		blocks.push(divider(), section(text.mrkdwn("slack:more", { what })));
	}
	return { text: sentences([first, ...others]), blocks };
}

function fits(blocks: Message["blocks"]): boolean {
	return blocks.length <= mostBlocks && lettersIn(blocks) <= mostLetters;
}

/** As Slack seems to count: every text in them. */
function lettersIn(part: unknown): number {
	if (typeof part !== "object" || part === null) return 0;
	return Object.entries(part)
		.map(([name, value]) =>
			name === "text" && typeof value === "string"
				? value.length
				: lettersIn(value),
		)
		.reduce((sum, letters) => sum + letters, 0);
}

import { actions, type Message, section } from "../slack/blocks.ts";
import { channelMention, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { seeButton } from "./home.views.ts";
import { remedyOf } from "./posting.ts";

/** A report that could not be posted, and what to do about it. */
export type Unposted = {
	programId: string;
	program: string;
	channel: string;
	/** Slack's code. */
	reason: string;
};

/** For a manager; why, as far as Slack says it. */
export function unpostedMessage(unposted: Unposted, text: Text): Message {
	const { programId, program } = unposted;
	return {
		text: text.mrkdwn("reports:unposted.notification", { program }),
		blocks: [
			section(unpostedWords(unposted, text)),
			actions(seeButton(programId, text)),
		],
	};
}

export function unpostedWords(
	{ program, channel, reason }: Omit<Unposted, "programId">,
	text: Text,
): Mrkdwn {
	return text.mrkdwn(`reports:unposted.${remedyOf(reason)}`, {
		program,
		channel: channelMention(channel),
	});
}

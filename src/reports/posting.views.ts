import {
	context,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { channelMention, dateToken } from "../slack/mrkdwn.ts";
import { sentence } from "../slack/slack.views.ts";
import type { Text } from "../slack/text.ts";
import { type Reader, slackDate } from "../time/dates.ts";
import type { Posted } from "./post.service.ts";

/** Asked before it is posted: nobody can take it back. */
export function askModal(
	{ release, channel: id }: { release: string; channel: string },
	isMoved: boolean,
	text: Text,
): Modal {
	const channel = channelMention(id);
	return modal({
		id: "reports:confirmPost",
		title: text.plain("reports:ask.title"),
		submit: text.plain("reports:ask.post"),
		close: text.plain("reports:ask.no"),
		metadata: { release, channel: id },
		blocks: [
			...(isMoved
				? [section(text.mrkdwn("reports:ask.moved", { channel }))]
				: []),
			section(text.mrkdwn("reports:ask.question", { channel })),
			context(text.mrkdwn("reports:ask.stands")),
		],
	});
}

/** What a manager reads who has posted it. */
export function postedMessage(
	posted: Exclude<Posted, { is: "moved" }>,
	reader: Reader,
	text: Text,
): Message {
	if (posted.is === "nowhere") return sentence(text, "reports:page.noChannel");
	const channel = channelMention(posted.channel);
	if (posted.is === "posted")
		return sentence(text, "reports:page.posted", { channel });
	return posted.at
		? sentence(text, "reports:page.standsSince", {
				channel,
				date: dateToken(slackDate(posted.at, "day", reader)),
			})
		: sentence(text, "reports:page.stands", { channel });
}

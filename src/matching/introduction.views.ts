import { programLine } from "../programs/program-phrase.ts";
import { context, type Message, section } from "../slack/blocks.ts";
import { mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Ask } from "./ask.ts";
import { askBlocks } from "./ask.views.ts";
import type { RequestRow } from "./requests.queries.ts";

/** The first message in the group conversation of the two. */
export function introductionMessage(
	{
		kind,
		programName,
		menteeName,
		menteeSlackId,
		mentorName,
		mentorSlackId,
	}: RequestRow,
	ask: Ask,
	text: Text,
): Message {
	const mentee = mention(menteeSlackId);
	return {
		text: text.mrkdwn("matching:introduction.text", {
			mentee: menteeName,
			mentor: mentorName,
		}),
		blocks: [
			section(
				text.mrkdwn("matching:introduction.title", {
					mentee,
					mentor: mention(mentorSlackId),
				}),
			),
			...programLine(programName, text).map((line) => context(line)),
			...askBlocks(ask, { mentee: menteeName, mentor: mentorName, kind }, text),
			section(text.mrkdwn("matching:introduction.next", { mentee })),
			context(text.mrkdwn("matching:introduction.private")),
		],
	};
}

import { context, type Modal, modal, section } from "../slack/blocks.ts";
import { textInput } from "../slack/inputs.ts";
import { dateToken } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { type Reader, slackDate } from "../time/dates.ts";
import { fixedLines } from "./fixed-lines.views.ts";
import type { ParticipationPage } from "./participation.service.ts";
import { longestOwnLine, mostOwnLines } from "./participation.ts";

/** The text people agree to, with the program's own lines to edit. */
export function participationModal(
	programId: string,
	{ ownLines, healthFrom, newest }: ParticipationPage,
	text: Text,
	reader: Reader,
): Modal {
	return modal({
		id: "programs:save-participation",
		title: text.plain("programs:participation.title"),
		submit: text.plain("programs:hub.save"),
		close: text.plain("programs:hub.cancel"),
		metadata: { program: programId },
		blocks: [
			section(text.mrkdwn("programs:participation.fixed")),
			context(fixedLines(healthFrom, text)),
			textInput({
				name: "lines",
				label: text.plain("programs:participation.lines"),
				hint: text.plain("programs:participation.linesHint"),
				placeholder: text.plain("programs:participation.linesPlaceholder"),
				initial: ownLines.join("\n"),
				max: mostOwnLines * (longestOwnLine + 1),
				lines: true,
				optional: true,
			}),
			context(
				text.mrkdwn("programs:participation.seen"),
				text.mrkdwn("programs:participation.asks"),
				...(newest
					? [
							text.mrkdwn("programs:participation.version", {
								version: newest.version,
								date: dateToken(slackDate(newest.createdAt, "day", reader)),
							}),
						]
					: []),
			),
		],
	});
}

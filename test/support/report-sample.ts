import type { Message } from "../../src/slack/blocks.ts";

/** docs/report-sample.md, of what the code makes of a made-up program. */
export const samplePage = (message: Message, csv: string): string =>
	`# A report, read aloud and as a file

A made-up program of 120 people, in its second report. The test
\`test/reports/report-views.test.ts\` keeps this page true;
\`UPDATE_DOCS=1 npm run jest -- test/reports/report-views.test.ts\` writes it.
What each number means is one tap away in Slack, under _What the numbers mean_;
[How reports protect](how-reports-protect.md) says why some are old or missing.

## What a screen reader reads

The message's \`text\`, which is its notification as well:

${quoted(spoken(message.text.mrkdwn))}

## What stands there where Slack draws no charts

${quoted(spoken(wordsOf(message.plainer ?? [])))}

## The file

\`\`\`csv
${csv.replace("\uFEFF", "").trimEnd()}
\`\`\`
`;

/** Slack's tokens of dates as somebody reads them. */
export const plainDate = (line = ""): string =>
	line.replace(/<!date\^[^|]*\|([^>]*)>/g, "$1");

const spoken = (words: string): string =>
	plainDate(words).replace(/\*([^*\n]+)\*/g, "**$1**");

const quoted = (words: string): string =>
	words
		.split("\n")
		.map((line) => (line === "" ? ">" : `> ${line}  `.trimEnd()))
		.join("\n>\n");

type Words = { text?: { text: string }; elements?: { text?: unknown }[] };

const wordsOf = (blocks: readonly object[]): string =>
	blocks
		.flatMap(({ text, elements }: Words) => [
			...(text ? [text.text] : []),
			...(elements ?? []).flatMap((one) =>
				typeof one.text === "string" ? [one.text] : [],
			),
		])
		.join("\n");

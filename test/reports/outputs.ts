import type { KnownBlock } from "@slack/types";
import type { Published } from "../../src/reports/candidate.ts";
import { csvMessage } from "../../src/reports/csv.views.ts";
import type { Release } from "../../src/reports/published.ts";
import { reportOf } from "../../src/reports/report.ts";
import { reportMessage } from "../../src/reports/report.views.ts";
import { statsMessage } from "../../src/reports/stats.views.ts";
import { textFor } from "../../src/slack/text.ts";

/** All that people get to see of a release, as it is sent to Slack. */
export type Outputs = {
	/** The file. */
	readonly csv: string;
	/** What a screen reader says: of the channel's message, and of stats. */
	readonly spoken: readonly string[];
	/** In the channel, with its charts; without them; and of stats. */
	readonly blocks: readonly KnownBlock[];
};

export type Topics = readonly { topicId: string; name: string }[];
export const english = textFor("en");
const program = "Mentoring";

export type Views = typeof outputsOf;

export function outputsOf(
	at: string,
	figures: readonly Published[],
	before: { at: string; figures: readonly Published[] } | null,
	topics: Topics,
): Outputs {
	const asRelease = (made: {
		at: string;
		figures: readonly Published[];
	}): Release => ({
		releaseId: "r",
		programId: "p",
		madeAt: new Date(made.at),
		figures: made.figures,
	});
	const release = asRelease({ at, figures });
	const report = reportOf({
		...{ release, program, topics },
		before: before && asRelease(before),
		reader: { zone: "UTC", locale: "en" },
	});
	const message = reportMessage(report, english);
	const stats = statsMessage(report, english);
	const { file } = csvMessage(release, { program, topics }, english);
	return {
		csv: String(file.content),
		spoken: [wordsOf(message.text), wordsOf(stats.text)],
		blocks: [
			...(message.blocks ?? []),
			...(message.plainer ?? []),
			...(stats.blocks ?? []),
		],
	};
}

const wordsOf = (text: string | { mrkdwn: string }): string =>
	typeof text === "string" ? text : text.mrkdwn;

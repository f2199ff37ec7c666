import type { KnownBlock } from "@slack/types";
import type { Cohort } from "../../src/programs/cohort.ts";
import type { Published } from "../../src/reports/candidate.ts";
import { summaryCsv } from "../../src/reports/cohort-csv.views.ts";
import {
	summaryMessage,
	summaryModal,
} from "../../src/reports/cohort-summary.views.ts";
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

/** What somebody reads in a release. */
export type Made = {
	readonly at: string;
	readonly figures: readonly Published[];
};
/** A summary, and of which cohort. */
export type MadeOf = Made & { readonly cohort: Cohort };

const asRelease = ({ at, figures }: Made): Release => ({
	...{ releaseId: "r", programId: "p", madeAt: new Date(at), figures },
});
const reader = { zone: "UTC", locale: "en" };

/** What is sent of the program's report. */
export function reportOutputs(
	made: Made,
	before: Made | null,
	topics: Topics,
): Outputs {
	const release = asRelease(made);
	const report = reportOf({
		...{ release, program, topics, reader },
		before: before && asRelease(before),
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

/** What is sent of a cohort's summary. */
export function summaryOutputs(made: MadeOf, last: MadeOf | null): Outputs {
	const summarized = ({ cohort, ...release }: MadeOf) => ({
		cohort,
		release: asRelease(release),
	});
	const summary = {
		...{ ...summarized(made), program, reader, quotes: [] },
		last: last && summarized(last),
	};
	const message = summaryMessage(summary, english);
	const page = summaryModal({ is: "summary", summary }, english)
		.blocks as KnownBlock[];
	return {
		csv: String(summaryCsv(summary, english).file.content),
		spoken: [wordsOf(message.text)],
		blocks: [...message.blocks, ...(message.plainer ?? []), ...page],
	};
}

export const honest = { report: reportOutputs, summary: summaryOutputs };
export type Views = typeof honest;

const wordsOf = (text: string | { mrkdwn: string }): string =>
	typeof text === "string" ? text : text.mrkdwn;

import type { Button, KnownBlock } from "@slack/types";
import { actions, button, section } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import type { Report } from "./report.ts";
import { datedHeadline } from "./report-parts.views.ts";

/** A program that somebody runs, and its latest report. */
export type ManagedReport = {
	programId: string;
	program: string;
	/** null: there is none yet. */
	report: Report | null;
};

/** The way to a program's report for who manages it. */
export const seeButton = (programId: string, text: Text): Button =>
	button({
		id: "reports:open",
		value: programId,
		label: text.plain("reports:home.see"),
	});

const statsButton = (programId: string, text: Text): Button =>
	button({
		id: "reports:stats",
		value: programId,
		label: text.plain("reports:home.stats"),
	});

/** Home's part for a manager: the latest report in a sentence, and the way to it. */
export const reportsSection = (
	managed: ManagedReport[],
	text: Text,
): KnownBlock[] =>
	managed.flatMap(({ programId, program, report }) => [
		section(
			report
				? datedHeadline(report, text)
				: text.mrkdwn("reports:home.none", { program }),
		),
		actions(
			seeButton(programId, text),
			...(report ? [statsButton(programId, text)] : []),
		),
	]);

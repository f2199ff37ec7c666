import { type Message, section } from "../slack/blocks.ts";
import { joinMrkdwn } from "../slack/mrkdwn.ts";
import { sentence } from "../slack/slack.views.ts";
import type { Text } from "../slack/text.ts";
import { listButtons } from "./lists.views.ts";
import type { Report } from "./report.ts";
import { footer, numbers, reportButtons } from "./report.views.ts";
import { dayOf, spokenFigures } from "./report-parts.views.ts";
import { departmentText } from "./report-tables.views.ts";

/** The latest numbers, for a manager alone. */
export function statsMessage(report: Report, text: Text): Message {
	const { program, release } = report;
	const opening = text.mrkdwn("reports:stats.headline", {
		program,
		date: dayOf(report, release.madeAt),
	});
	return {
		text: joinMrkdwn([opening, spokenFigures(report, text)], " "),
		blocks: [
			section(opening),
			...numbers(report, text),
			...departmentText(report, text),
			footer(text),
			reportButtons(report, text),
			listButtons(release.programId, text),
		],
	};
}

/** What managers see by name is there without a number as well. */
export function noStatsMessage(
	programId: string,
	program: string,
	text: Text,
): Message {
	const said = sentence(text, "reports:stats.none", { program });
	return { ...said, blocks: [...said.blocks, listButtons(programId, text)] };
}

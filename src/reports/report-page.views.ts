import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { channelMention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { unpostedWords } from "./arrival.views.ts";
import { reportButtons, reportText } from "./report.views.ts";
import type { ReportPage } from "./report-page.ts";
import { dayOf } from "./report-parts.views.ts";
import { todoBlocks } from "./todo.views.ts";

/** The report before it is posted, as text: Slack shows charts in messages only. */
export function reportModal(page: ReportPage, text: Text): Modal {
	const { programId, latest, channel, posting } = page;
	const mayPost =
		latest !== null &&
		channel !== null &&
		page.todos === null &&
		!["stands", "going"].includes(posting?.is ?? "never");
	return modal({
		id: mayPost ? "reports:post" : "reports:page",
		title: text.plain("reports:page.title"),
		close: text.plain("reports:page.close"),
		...(mayPost && { submit: text.plain("reports:page.post") }),
		metadata: {
			program: programId,
			release: latest?.report.release.releaseId ?? null,
			channel,
		},
		blocks: page.todos
			? todoBlocks(page.program, page.todos, text)
			: [...channelLines(page, text), ...body(page, text)],
	});
}

/** Where it stands or would stand, and why it does not. */
function channelLines(page: ReportPage, text: Text): KnownBlock[] {
	const { channel: id, posting, latest, program } = page;
	if (id === null) return [section(text.mrkdwn("reports:page.noChannel"))];
	if (!latest || !posting) return [];
	const channel = channelMention(id);
	switch (posting.is) {
		case "stands":
			return [
				section(
					posting.at
						? text.mrkdwn("reports:page.standsSince", {
								channel,
								date: dayOf(latest.report, posting.at),
							})
						: text.mrkdwn("reports:page.stands", { channel }),
				),
			];
		case "going":
			return [section(text.mrkdwn("reports:page.posted", { channel }))];
		case "stopped":
		case "lost":
			return [
				section(
					unpostedWords({ program, channel: id, reason: posting.reason }, text),
				),
				context(text.mrkdwn("reports:page.preview", { channel })),
			];
		case "never":
			return [context(text.mrkdwn("reports:page.preview", { channel }))];
	}
}

function body({ latest, programId }: ReportPage, text: Text): KnownBlock[] {
	const make = actions(
		button({
			id: "reports:make",
			value: programId,
			label: text.plain("reports:page.make"),
		}),
	);
	if (!latest) return [section(text.mrkdwn("reports:page.none")), make];
	const { report, isFresh } = latest;
	const date = dayOf(report, report.release.madeAt);
	return [
		...(isFresh
			? []
			: [section(text.mrkdwn("reports:page.old", { date })), make]),
		...reportText(report, text),
		reportButtons(report, text),
	];
}

/** While it is made. */
export const workingModal = (text: Text): Modal =>
	modal({
		id: "reports:page",
		title: text.plain("reports:page.title"),
		close: text.plain("reports:page.close"),
		blocks: [section(text.mrkdwn("reports:page.working"))],
	});

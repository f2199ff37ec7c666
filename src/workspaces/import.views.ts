import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type FileMessage,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { cut, joinMrkdwn, type Mrkdwn, mention } from "../slack/mrkdwn.ts";
import { noticeModal, sentence } from "../slack/slack.views.ts";
import type { Text } from "../slack/text.ts";
import type { DataColumn } from "./directory.ts";
import { directoryModal } from "./directory.views.ts";
import type { Applied, Permissions, Progress } from "./directory-import.ts";
import type { Change, ImportPlan } from "./directory-plan.ts";
import { badSection, unreadableSection } from "./directory-problems.views.ts";

/** Changes shown before the import; the file itself has them all. */
const mostChanges = 10;
const longestName = 40;
const longestValue = 30;

/** What stands there while it goes on. */
export function progressModal({ step, done }: Progress, text: Text): Modal {
	return modal({
		id: "workspaces:progress",
		title: text.plain("workspaces:directory.title"),
		close: text.plain("workspaces:progress.close"),
		blocks: [
			section(text.mrkdwn(`workspaces:progress.${step}`, { count: done })),
			context(text.mrkdwn("workspaces:progress.wait")),
		],
	});
}

export type OutcomePage = {
	programId: string;
	importId: string;
	outcome: Applied;
	permissions: Permissions;
};

/** Where an import stands: done, to be confirmed, or to be corrected. */
export function outcomeModal(page: OutcomePage, text: Text): Modal {
	const { programId, importId, outcome, permissions } = page;
	switch (outcome.is) {
		case "gone":
			return noticeModal(sentence(text, "workspaces:done.gone"), text);
		case "applied": {
			const { total } = outcome;
			const said = sentence(text, "workspaces:done.applied", { count: total });
			return noticeModal(said, text);
		}
		case "unreadable": {
			const { pasted } = outcome;
			const problems = unreadableSection(outcome.problem, text);
			return directoryModal({ programId, permissions, problems, pasted }, text);
		}
		case "checked": {
			const { plan, total, pasted } = outcome;
			if (plan.bad.length === 0)
				return checkedModal({ importId, ...outcome }, text);
			const problems = badSection(plan.bad, total, text);
			return directoryModal({ programId, permissions, problems, pasted }, text);
		}
	}
}

type CheckedPage = {
	importId: string;
	plan: ImportPlan;
	total: number;
	unused: string[];
};

/** What an import without a bad row would do, and the button that does it. */
function checkedModal(page: CheckedPage, text: Text): Modal {
	const { importId, plan, total, unused } = page;
	const isIdle = plan.changes.length === 0;
	return modal({
		id: "workspaces:confirmImport",
		title: text.plain("workspaces:checked.title"),
		...(!isIdle && {
			submit: text.plain("workspaces:checked.import", { count: total }),
		}),
		close: text.plain("workspaces:checked.cancel"),
		metadata: { import: importId },
		blocks: [
			section(joinMrkdwn(countLines(plan, total, text), "\n")),
			...firstChanges(plan, text),
			...(isIdle ? [section(text.mrkdwn("workspaces:checked.nothing"))] : []),
			...(unused.length > 0
				? [
						context(
							text.mrkdwn("workspaces:checked.unused", {
								names: cut(text.list(unused), 500),
							}),
						),
					]
				: []),
		],
	});
}

function countLines({ counts }: ImportPlan, total: number, text: Text) {
	const lines = (
		["changed", "fresh", "unchanged", "cleared", "hidden"] as const
	)
		.filter((what) => counts[what] > 0)
		.map((what) =>
			text.mrkdwn(`workspaces:checked.${what}`, { count: counts[what] }),
		);
	return [text.mrkdwn("workspaces:checked.intro", { count: total }), ...lines];
}

function firstChanges({ changes }: ImportPlan, text: Text): KnownBlock[] {
	const shown = changes
		.filter(({ isHidden, columns }) => !isHidden && columns.length > 0)
		.slice(0, mostChanges)
		.map((change) => changeLine(change, text));
	if (shown.length === 0) return [];
	const title = text.mrkdwn("workspaces:checked.first");
	return [section(joinMrkdwn([title, ...shown], "\n"))];
}

function changeLine(change: Change, text: Text): Mrkdwn {
	const { name, before, after, columns } = change;
	const parts = columns.map((column) =>
		text.mrkdwn(`workspaces:checked.${column}`, {
			before: wordsFor(column, before?.[column] ?? null, text),
			after: wordsFor(column, after[column], text),
		}),
	);
	return text.mrkdwn("workspaces:checked.change", {
		person: cut(name, longestName),
		changes: joinMrkdwn(parts, ", "),
	});
}

function wordsFor(
	column: DataColumn,
	value: string | number | null,
	text: Text,
): string | Mrkdwn {
	if (value === null) return text.plain("workspaces:checked.none");
	if (column === "manager") return mention(String(value));
	return cut(String(value).replace(/\s+/g, " "), longestValue);
}

export type ImportNews = {
	importId: string;
	state: "checked" | "applied" | "stopped";
	total: number;
};

/** To the manager who had closed the modal. */
export function importMessage(news: ImportNews, text: Text): Message {
	const { importId, state, total } = news;
	if (state === "applied")
		return sentence(text, "workspaces:message.applied", { count: total });
	if (state === "stopped") return sentence(text, "workspaces:message.stopped");
	const message = sentence(text, "workspaces:message.checked");
	const see = button({
		label: text.plain("workspaces:message.see"),
		id: "workspaces:openImport",
		value: importId,
		style: "primary",
	});
	return { ...message, blocks: [...message.blocks, actions(see)] };
}

/** Brings the rows that are in the way. */
export function badRowsMessage(csv: string, text: Text): FileMessage {
	return {
		text: text.mrkdwn("workspaces:bad.fileText"),
		file: { name: text.plain("workspaces:bad.fileName"), content: csv },
	};
}

/** Brings the whole directory that its reader may see. */
export function exportMessage(
	{ csv, date }: { csv: string; date: string },
	text: Text,
): FileMessage {
	return {
		text: text.mrkdwn("workspaces:export.fileText"),
		file: {
			name: text.plain("workspaces:export.fileName", { date }),
			content: csv,
		},
	};
}

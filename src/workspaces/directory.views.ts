import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { textInput } from "../slack/inputs.ts";
import { fileInput } from "../slack/pickers.ts";
import type { Text } from "../slack/text.ts";
import { limits } from "./directory.ts";
import type { Permissions } from "./directory-import.ts";

export type FormPage = {
	programId: string;
	permissions: Permissions;
	/** What was wrong with it the last time; none at first. */
	problems?: KnownBlock[];
	/** As it was pasted. */
	pasted?: string | null;
};

/** Where rows are pasted or a file is chosen; with the way out as a file. */
export function directoryModal(page: FormPage, text: Text): Modal {
	const { programId, permissions, problems, pasted = null } = page;
	return modal({
		id: "workspaces:checkImport",
		title: text.plain("workspaces:directory.title"),
		submit: text.plain(
			problems
				? "workspaces:directory.checkAgain"
				: "workspaces:directory.check",
		),
		close: text.plain("workspaces:directory.close"),
		metadata: { program: programId },
		blocks: [
			...(problems ?? [section(text.mrkdwn("workspaces:directory.about"))]),
			...inputs(permissions, pasted, text),
			...help(permissions, text),
			actions(
				button({
					label: text.plain("workspaces:directory.export"),
					id: "workspaces:export",
				}),
			),
		],
	});
}

function inputs(
	{ files }: Permissions,
	pasted: string | null,
	text: Text,
): KnownBlock[] {
	const hint = files
		? text.plain("workspaces:directory.pastedOrFile", { most: limits.pasted })
		: text.plain("workspaces:directory.pastedHint", { most: limits.pasted });
	const rows = textInput({
		name: "pasted",
		label: text.plain("workspaces:directory.pasted"),
		hint,
		lines: true,
		max: limits.pasted,
		initial: pasted,
		optional: files,
	});
	if (!files) return [rows];
	const file = fileInput({
		name: "file",
		label: text.plain("workspaces:directory.file"),
		hint: text.plain("workspaces:directory.fileHint", { rows: limits.rows }),
		types: ["csv", "tsv", "txt"],
		most: 1,
		optional: true,
	});
	return [rows, file];
}

function help({ files, emails }: Permissions, text: Text): KnownBlock[] {
	const columns = text.mrkdwn("workspaces:directory.columns", {
		lowest: limits.lowestLevel,
		highest: limits.highestLevel,
	});
	const notes = [
		text.mrkdwn(
			emails ? "workspaces:directory.emails" : "workspaces:directory.noEmails",
		),
		...(files ? [] : [text.mrkdwn("workspaces:directory.noFile")]),
		text.mrkdwn("workspaces:directory.privacy"),
	];
	return [section(columns), ...notes.map((note) => context(note))];
}

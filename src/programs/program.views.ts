import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	divider,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { escapeText, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import { channelInput } from "../slack/pickers.ts";
import type { Text } from "../slack/text.ts";
import type { ProgramPage } from "./settings.service.ts";
import { fieldsOf, nameField } from "./settings-fields.views.ts";
import { type SettingsPage, settingsPages } from "./settings-pages.ts";
import { type SettingsReader, summaryOf } from "./settings-summary.views.ts";

/** Further pages of a program; each button's value is the program's id. */
const doors = [
	{ id: "programs:topics", words: "topics" },
	{ id: "programs:participation", words: "participation" },
	{ id: "programs:healthByName", words: "health" },
	{ id: "programs:managers", words: "managers" },
	{ id: "programs:history", words: "history" },
	{ id: "programs:newProgram", words: "newProgram" },
	{ id: "workspaces:directory", words: "directory" },
] as const;

/** The contents: what is set, in plain words, and a button to each page. */
export function hubModal(
	program: ProgramPage,
	text: Text,
	reader: SettingsReader,
	notice: Mrkdwn | null = null,
): Modal {
	const { name, programId } = program;
	return modal({
		id: "programs:hub",
		title: text.plain("programs:hub.title"),
		close: text.plain("programs:hub.close"),
		metadata: { program: programId },
		blocks: [
			...(notice ? [section(notice)] : []),
			section(text.mrkdwn("programs:hub.name", { name })),
			actions(
				...doors.map(({ id, words }) =>
					button({
						id,
						value: programId,
						label: text.plain(`programs:door.${words}`),
					}),
				),
			),
			divider(),
			cohortsSection(program, text),
			...settingsPages.map((page) =>
				section(
					joinMrkdwn(
						[
							text.mrkdwn(`programs:page.${page}.heading`),
							summaryOf(page, program, text, reader),
						],
						"\n",
					),
					button({
						id: "programs:openPage",
						value: page,
						label: text.plain("programs:hub.edit"),
						spoken: text.plain("programs:hub.editPage", {
							page: text.plain(`programs:page.${page}.title`),
						}),
					}),
				),
			),
		],
	});
}

const mostCohorts = 3;

/** A program is open at all times, or runs in cohorts. */
function cohortsSection(
	{ programId, cohorts }: ProgramPage,
	text: Text,
): KnownBlock {
	const names = cohorts.slice(0, mostCohorts);
	return section(
		joinMrkdwn(
			[
				text.mrkdwn("programs:cohorts.onHub"),
				names.length > 0
					? escapeText(names.join(", "))
					: text.mrkdwn("programs:cohorts.alwaysOpen"),
			],
			"\n",
		),
		button({
			id: "programs:cohorts",
			value: programId,
			label: text.plain("programs:cohorts.title"),
		}),
	);
}

/** One page of settings; saving leads back to the contents. */
export function settingsModal(
	page: SettingsPage,
	program: ProgramPage,
	text: Text,
): Modal {
	const { known } = program;
	const hasNoPlaces = page === "join" && !known.department && !known.location;
	return modal({
		id: `programs:save-${page}`,
		title: text.plain(`programs:page.${page}.title`),
		submit: text.plain("programs:hub.save"),
		close: text.plain("programs:hub.cancel"),
		metadata: { program: program.programId },
		blocks: [
			...fieldsOf(page, program, text),
			...(hasNoPlaces
				? [context(text.mrkdwn("programs:page.join.noPlaces"))]
				: []),
			context(text.mrkdwn(`programs:page.${page}.seen`)),
			backRow(text),
		] satisfies KnownBlock[],
	});
}

/** The way back to the contents, for every page of a program. */
export function backRow(text: Text): KnownBlock {
	return actions(
		button({ id: "programs:back", label: text.plain("programs:hub.back") }),
	);
}

/** Asked of a program nobody has touched: its name and channel. */
export function firstModal(program: ProgramPage, text: Text): Modal {
	return modal({
		id: "programs:save-first",
		title: text.plain("programs:first.title"),
		submit: text.plain("programs:first.save"),
		close: text.plain("programs:first.cancel"),
		metadata: { program: program.programId },
		blocks: [
			section(text.mrkdwn("programs:first.intro")),
			nameField(program.name, text),
			channelInput({
				name: "channel",
				label: text.plain("programs:first.channel"),
				hint: text.plain("programs:first.channelHint"),
				optional: true,
			}),
		],
	});
}

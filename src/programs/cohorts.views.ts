import type { Button, KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { textInput } from "../slack/inputs.ts";
import { dateToken, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import { dateInput } from "../slack/pickers.ts";
import type { Text } from "../slack/text.ts";
import { type Reader, slackDay } from "../time/dates.ts";
import {
	type Cohort,
	type CohortPlan,
	cohortDays,
	longestCohortName,
} from "./cohort.ts";
import type { ManagedCohort } from "./cohorts.service.ts";
import { backRow } from "./program.views.ts";

/** The latest ones; a page holds no more. */
const mostShown = 30;

export type CohortsPage = { programId: string; cohorts: ManagedCohort[] };

/** A program's cohorts, each with its days and how many take part. */
export function cohortsModal(
	{ programId, cohorts }: CohortsPage,
	text: Text,
	reader: Reader,
	notice: Mrkdwn | null = null,
): Modal {
	return modal({
		id: "programs:cohortsPage",
		title: text.plain("programs:cohorts.title"),
		close: text.plain("programs:hub.close"),
		metadata: { program: programId },
		blocks: [
			...(notice ? [section(notice)] : []),
			...(cohorts.length === 0
				? [section(text.mrkdwn("programs:cohorts.none"))]
				: cohorts
						.slice(0, mostShown)
						.flatMap((cohort) => cohortBlocks(cohort, text, reader))),
			actions(
				button({
					id: "programs:newCohort",
					label: text.plain("programs:cohorts.add"),
				}),
			),
			context(text.mrkdwn("programs:cohorts.seen")),
			backRow(text),
		],
	});
}

function cohortBlocks(
	cohort: ManagedCohort,
	text: Text,
	reader: Reader,
): KnownBlock[] {
	const { people: count, phase, isSummarized } = cohort;
	const { from, until, kickoff, end } = daysOf(cohort, reader);
	const buttons = isSummarized
		? [summaryButton(cohort, text)]
		: [editButton(cohort, text)];
	return [
		section(
			joinMrkdwn(
				[
					text.mrkdwn("programs:cohorts.heading", {
						name: cohort.name,
						phase: text.plain(`programs:cohort.phase.${phase}`),
					}),
					text.mrkdwn("programs:cohorts.days", { from, until, kickoff, end }),
					text.mrkdwn("programs:cohorts.people", { count }),
				],
				"\n",
			),
		),
		actions(...buttons),
	];
}

/** Its days for a sentence, as dates of the reader's Slack. */
export function daysOf(plan: CohortPlan, reader: Reader) {
	const day = (date: string) => dateToken(slackDay(date, reader));
	return {
		from: day(plan.signupFrom),
		until: day(plan.signupUntil),
		kickoff: day(plan.kickoffOn),
		end: day(plan.endsOn),
	};
}

function editButton({ cohortId, name }: Cohort, text: Text): Button {
	return button({
		id: "programs:editCohort",
		value: cohortId,
		label: text.plain("programs:cohorts.edit"),
		spoken: text.plain("programs:cohorts.editOne", { name }),
	});
}

function summaryButton({ cohortId, name }: Cohort, text: Text): Button {
	return button({
		id: "reports:cohort",
		value: cohortId,
		label: text.plain("programs:cohorts.summary"),
		spoken: text.plain("programs:cohorts.summaryOf", { name }),
	});
}

/** One cohort's name and days; null: a new one. */
export function cohortModal(
	programId: string,
	cohort: ManagedCohort | null,
	text: Text,
): Modal {
	return modal({
		id: "programs:save-cohort",
		title: text.plain(`programs:cohort.${cohort ? "title" : "newTitle"}`),
		submit: text.plain("programs:hub.save"),
		close: text.plain("programs:hub.cancel"),
		metadata: { program: programId, cohort: cohort?.cohortId ?? null },
		blocks: [
			textInput({
				name: "name",
				label: text.plain("programs:cohort.name"),
				hint: text.plain("programs:cohort.nameSeen"),
				placeholder: text.plain("programs:cohort.namePlaceholder"),
				initial: cohort?.name ?? null,
				max: longestCohortName,
			}),
			...cohortDays.map((name) =>
				dateInput({
					name,
					label: text.plain(`programs:cohort.${name}`),
					initial: cohort?.[name] ?? null,
				}),
			),
			context(text.mrkdwn("programs:cohort.about")),
			actions(
				...(cohort?.people === 0 ? [removeButton(cohort, text)] : []),
				button({
					id: "programs:backToCohorts",
					label: text.plain("programs:cohorts.back"),
				}),
			),
		],
	});
}

function removeButton({ cohortId, name }: Cohort, text: Text): Button {
	return button({
		id: "programs:removeCohort",
		value: cohortId,
		label: text.plain("programs:cohort.remove", { name }),
		style: "danger",
		confirm: {
			title: text.plain("programs:cohort.removeTitle"),
			text: text.plain("programs:cohort.removeConfirm", { name }),
			yes: text.plain("programs:cohort.removeYes"),
			no: text.plain("programs:cohort.removeNo"),
		},
	});
}

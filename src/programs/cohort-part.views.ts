import type { KnownBlock } from "@slack/types";
import { actions, button, section } from "../slack/blocks.ts";
import type { Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Reader } from "../time/dates.ts";
import type { Cohort } from "./cohort.ts";
import type { OwnCohorts } from "./cohort-members.service.ts";
import { daysOf } from "./cohorts.views.ts";

/** Home's part for who may take part, and for who does. */
export function ownCohortBlocks(
	{ open, joined }: OwnCohorts,
	text: Text,
	reader: Reader,
): KnownBlock[] {
	return [
		...(open
			? [
					section(cohortSentence("open", open, text, reader)),
					actions(takePartButton(open, text)),
				]
			: []),
		...joined.flatMap((cohort) => [
			section(cohortSentence("joined", cohort, text, reader)),
			actions(stepOutButton(cohort, text)),
		]),
	];
}

/** A cohort with its days, as it is said to who joins or has joined. */
export function cohortSentence(
	key: "open" | "joined" | "onJoin",
	cohort: Cohort,
	text: Text,
	reader: Reader,
): Mrkdwn {
	const { name } = cohort;
	const { until, kickoff, end } = daysOf(cohort, reader);
	return text.mrkdwn(`programs:ownCohort.${key}`, {
		name,
		until,
		kickoff,
		end,
	});
}

const takePartButton = ({ cohortId, name }: Cohort, text: Text) =>
	button({
		id: "programs:takePart",
		value: cohortId,
		label: text.plain("programs:ownCohort.takePart", { name }),
		style: "primary",
	});

const stepOutButton = ({ cohortId, name }: Cohort, text: Text) =>
	button({
		id: "programs:stepOut",
		value: cohortId,
		label: text.plain("programs:ownCohort.stepOut", { name }),
		confirm: {
			title: text.plain("programs:ownCohort.stepOutTitle"),
			text: text.plain("programs:ownCohort.stepOutConfirm"),
			yes: text.plain("programs:ownCohort.stepOutYes"),
			no: text.plain("programs:ownCohort.stepOutNo"),
		},
	});

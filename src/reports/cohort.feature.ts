import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import { readCohort } from "../programs/cohorts.service.ts";
import { managersOfForm, programMeta } from "../programs/program-policy.ts";
import type { ScheduleKind } from "../scheduler/schedule.ts";
import {
	action,
	type Feature,
	type MessageContext,
	type Policy,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { summaryCsv } from "./cohort-csv.views.ts";
import { planDueSummaries, summaryKind } from "./cohort-due.service.ts";
import {
	openSummary,
	runsProgram,
	tellSummary,
} from "./cohort-summary.service.ts";
import type { CohortSummary } from "./cohort-summary.ts";
import {
	fewMessage,
	summaryDefinitionsModal,
	summaryMessage,
	summaryModal,
	summaryWorkingModal,
} from "./cohort-summary.views.ts";
import { readTodos } from "./todo.service.ts";

const ofRelease: Extract<Policy<{ value: string }>, { who: "related" }> = {
	who: "related",
	to: "release",
	as: ["manager"],
	id: ({ value }) => value,
};
const releaseButton = z.object({ value: z.uuid() });

/** For whom it was owed; null: they manage the program no longer. */
async function toldTo({
	deps,
	trx,
	subjectId,
	personId,
}: MessageContext): Promise<CohortSummary | null> {
	const reader = personId ? await readPerson(trx, personId) : undefined;
	const summary = reader && (await tellSummary(deps, trx, subjectId, reader));
	if (!summary) return null;
	const { programId } = summary.release;
	return (await runsProgram(trx, programId, personId)) ? summary : null;
}

const summarySchedule: ScheduleKind = {
	plan: ({ trx, now, due }) =>
		planDueSummaries(
			trx,
			due.map(({ subjectId }) => subjectId),
			now,
		),
};

/** How a cohort went, for its managers, beside the last one. */
export const cohortFeature: Feature = {
	name: "reports",
	entries: [
		action({
			id: "reports:cohort",
			policy: managersOfForm,
			input: z.object({ value: z.uuid(), meta: programMeta }),
			handle: async (deps, visit, { value }) => ({
				do: "update",
				view: summaryWorkingModal(visit.text),
				later: async (show) => {
					const page = await openSummary(deps, visit, value);
					await show(summaryModal(page, visit.text));
				},
			}),
		}),
		action({
			id: "reports:summaryDefinitions",
			policy: ofRelease,
			input: releaseButton,
			async handle(deps, { workspaceId, actor, text }, { value }) {
				const summary = await withWorkspace(deps.db, workspaceId, (trx) =>
					tellSummary(deps, trx, value, actor),
				);
				const view = summary
					? summaryDefinitionsModal(summary, text)
					: summaryModal({ is: "early" }, text);
				return { do: "open", view };
			},
		}),
		action({
			id: "reports:summaryCsv",
			policy: ofRelease,
			input: releaseButton,
			async handle(deps, { workspaceId, actor, key, text }, { value }) {
				await withWorkspace(deps.db, workspaceId, (trx) =>
					insertOwed(trx, [
						{
							kind: "reports:summary-csv",
							to: { personId: actor.personId },
							subjectId: value,
							key: `summary-csv:${key}`,
							urgency: "now",
							staleAfterHours: 1,
						},
					]),
				);
				return { do: "say", message: sentence(text, "reports:csv.going") };
			},
		}),
	],
	messages: {
		"reports:summary": {
			ifUnknown: "resend",
			async render(context) {
				const summary = await toldTo(context);
				return summary && summaryMessage(summary, context.text);
			},
		},
		"reports:summary-csv": {
			ifUnknown: "drop",
			async render(context) {
				const summary = await toldTo(context);
				return summary && summaryCsv(summary, context.text);
			},
		},
		"reports:few": {
			ifUnknown: "resend",
			async render({ trx, subjectId, personId, text }) {
				const cohort = await readCohort(trx, subjectId);
				if (!cohort) return null;
				const { programId } = cohort;
				if (!(await runsProgram(trx, programId, personId))) return null;
				const found = await readTodos(trx, programId);
				return fewMessage({ is: "few", cohort, ...found }, text);
			},
		},
	},
	schedules: { [summaryKind]: summarySchedule },
};

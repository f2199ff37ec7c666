import { z } from "zod";
import type { Deps } from "../deps.ts";
import { managersOfButton, programButton } from "../programs/program-policy.ts";
import {
	action,
	command,
	type Feature,
	type Policy,
	type Reply,
	type Visit,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { renderCsv, sendCsv } from "./csv.service.ts";
import { definitionsModal } from "./definitions.views.ts";
import { readManagedReports } from "./home.service.ts";
import { reportsSection } from "./home.views.ts";
import { reportKind } from "./post.service.ts";
import { reportSchedule } from "./report.job.ts";
import { renderReport } from "./report.service.ts";
import {
	loadReportPage,
	loadStats,
	makeReport,
} from "./report-page.service.ts";
import { reportModal, workingModal } from "./report-page.views.ts";
import { noStatsMessage, statsMessage } from "./stats.views.ts";
import { renderTodos } from "./todo.service.ts";

type Related<I> = Extract<Policy<I>, { who: "related" }>;

const managersOfRelease: Related<{ value: string }> = {
	who: "related",
	to: "release",
	as: ["manager"],
	id: ({ value }) => value,
};
const releaseButton = z.object({ value: z.uuid() });

async function openReport(deps: Deps, visit: Visit): Promise<Reply> {
	const page = await loadReportPage(deps, visit);
	return { do: "open", view: reportModal(page, visit.text) };
}

async function tellStats(deps: Deps, visit: Visit): Promise<Reply> {
	const { program, report } = await loadStats(deps, visit);
	const { text } = visit;
	return {
		do: "say",
		message: report
			? statsMessage(report, text)
			: noStatsMessage(visit.programId, program, text),
	};
}

/** The program in numbers: a report for everybody, and its parts for managers. */
export const reportFeature: Feature = {
	name: "reports",
	home: [
		async (deps, visit) => {
			const { actor, text } = visit;
			if (actor.manages.length === 0) return null;
			const managed = await readManagedReports(deps, visit);
			return {
				title: text.plain("reports:home.title"),
				blocks: reportsSection(managed, text),
			};
		},
	],
	entries: [
		action({
			id: "reports:open",
			policy: managersOfButton,
			input: programButton,
			handle: openReport,
		}),
		action({
			id: "reports:stats",
			policy: managersOfButton,
			input: programButton,
			handle: tellStats,
		}),
		command({
			id: "report",
			policy: { who: "manager" },
			input: z.string(),
			help: { usage: "report", about: "reports:help.report" },
			handle: openReport,
		}),
		command({
			id: "stats",
			policy: { who: "manager" },
			input: z.string(),
			help: { usage: "stats", about: "reports:help.stats" },
			handle: tellStats,
		}),
		action({
			id: "reports:make",
			policy: managersOfButton,
			input: programButton,
			handle: async (deps, visit) => ({
				do: "update",
				view: workingModal(visit.text),
				later: async (show) => {
					await show(reportModal(await makeReport(deps, visit), visit.text));
				},
			}),
		}),
		action({
			id: "reports:definitions",
			policy: managersOfRelease,
			input: releaseButton,
			handle: async (_deps, { text }) => ({
				do: "open",
				view: definitionsModal(text),
			}),
		}),
		action({
			id: "reports:csv",
			policy: managersOfRelease,
			input: releaseButton,
			async handle(deps, visit, { value }) {
				await sendCsv(deps, visit, value);
				return {
					do: "say",
					message: sentence(visit.text, "reports:csv.going"),
				};
			},
		}),
	],
	messages: {
		// What is posted in a channel cannot be looked up: rather once than twice.
		"reports:release": { ifUnknown: "drop", render: renderReport },
		"reports:csv": { ifUnknown: "drop", render: renderCsv },
		"reports:todo": { ifUnknown: "resend", render: renderTodos },
	},
	schedules: { [reportKind]: reportSchedule },
};

import { z } from "zod";
import type { Deps } from "../deps.ts";
import {
	action,
	type Feature,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import type { Mrkdwn } from "../slack/mrkdwn.ts";
import { cohortForm } from "./cohort.ts";
import {
	loadCohorts,
	type OnCohort,
	removeCohort,
	saveCohort,
} from "./cohorts.service.ts";
import { cohortModal, cohortsModal } from "./cohorts.views.ts";
import { errorsOf } from "./problem.ts";
import {
	managersOfButton,
	managersOfForm,
	programButton,
	programMeta,
} from "./program-policy.ts";

async function showCohorts(
	deps: Deps,
	visit: Visit,
	notice: Mrkdwn | null = null,
): Promise<Reply> {
	const { programId, text, actor } = visit;
	const page = { programId, cohorts: await loadCohorts(deps, visit) };
	return { do: "update", view: cohortsModal(page, text, actor, notice) };
}

const ofCohort = z.object({ value: z.uuid(), meta: programMeta });

/** Dated runs of a program, for its managers; by default there are none. */
export function cohortsFeature(onCohort: OnCohort[]): Feature {
	return {
		name: "programs",
		entries: [
			action({
				id: "programs:cohorts",
				policy: managersOfButton,
				input: programButton,
				handle: (deps, visit) => showCohorts(deps, visit),
			}),
			action({
				id: "programs:backToCohorts",
				policy: managersOfForm,
				input: z.object({ meta: programMeta }),
				handle: (deps, visit) => showCohorts(deps, visit),
			}),
			action({
				id: "programs:newCohort",
				policy: managersOfForm,
				input: z.object({ meta: programMeta }),
				handle: async (_deps, { programId, text }) => ({
					do: "update",
					view: cohortModal(programId, null, text),
				}),
			}),
			action({
				id: "programs:editCohort",
				policy: managersOfForm,
				input: ofCohort,
				async handle(deps, visit, { value }) {
					const { programId, text } = visit;
					const cohorts = await loadCohorts(deps, visit);
					const cohort = cohorts.find((one) => one.cohortId === value);
					if (!cohort)
						return showCohorts(
							deps,
							visit,
							text.mrkdwn("programs:cohorts.gone"),
						);
					if (cohort.isSummarized)
						return showCohorts(
							deps,
							visit,
							text.mrkdwn("programs:cohorts.summarized", { name: cohort.name }),
						);
					return { do: "update", view: cohortModal(programId, cohort, text) };
				},
			}),
			view({
				id: "programs:save-cohort",
				policy: managersOfForm,
				input: z.object({
					form: cohortForm,
					meta: programMeta.extend({ cohort: z.uuid().nullable() }),
				}),
				async handle(deps, visit, { form, meta }) {
					const saved = await saveCohort(
						deps,
						visit,
						meta.cohort,
						form,
						onCohort,
					);
					const { text } = visit;
					if (saved.outcome === "refused")
						return { do: "errors", errors: errorsOf(saved.problems, text) };
					const { name } = form;
					const said = text.mrkdwn(`programs:cohorts.${saved.outcome}`, {
						name,
					});
					return showCohorts(deps, visit, said);
				},
			}),
			action({
				id: "programs:removeCohort",
				policy: managersOfForm,
				input: ofCohort,
				async handle(deps, visit, { value }) {
					const removed = await removeCohort(deps, visit, value, onCohort);
					const { outcome, name } = removed;
					const said = visit.text.mrkdwn(`programs:cohorts.${outcome}`, {
						name,
					});
					return showCohorts(deps, visit, said);
				},
			}),
		],
	};
}

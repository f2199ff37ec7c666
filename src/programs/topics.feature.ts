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
import { errorsOf } from "./problem.ts";
import {
	managersOfButton,
	managersOfForm,
	programButton,
	programMeta,
} from "./program-policy.ts";
import { topicForm } from "./topic-form.ts";
import {
	loadTopics,
	mergeTopics,
	type OnMerge,
	removeTopic,
	saveTopic,
	type UsedTopic,
} from "./topics.service.ts";
import {
	confirmMergeModal,
	mergeModal,
	topicModal,
	topicsModal,
} from "./topics.views.ts";

const topicMeta = programMeta.extend({ topic: z.uuid() });

async function showTopics(
	deps: Deps,
	visit: Visit,
	notice: Mrkdwn | null = null,
): Promise<Reply> {
	const topics = await loadTopics(deps, visit);
	const view = topicsModal(visit.programId, topics, visit.text, notice);
	return { do: "update", view };
}

function gone(deps: Deps, visit: Visit): Promise<Reply> {
	return showTopics(deps, visit, visit.text.mrkdwn("programs:topics.gone"));
}

/** Shows one topic of the list, unless it has gone from it. */
async function withTopic(
	deps: Deps,
	visit: Visit,
	topicId: string,
	show: (topic: UsedTopic, topics: UsedTopic[]) => Reply | Promise<Reply>,
): Promise<Reply> {
	const topics = await loadTopics(deps, visit);
	const topic = topics.find((one) => one.topicId === topicId);
	return topic ? show(topic, topics) : gone(deps, visit);
}

/** The program's topic list; one's own topics are never in it. */
export function topicsFeature(onMerge: OnMerge[]): Feature {
	return {
		name: "programs",
		entries: [
			action({
				id: "programs:topics",
				policy: managersOfButton,
				input: programButton,
				async handle(deps, visit) {
					const topics = await loadTopics(deps, visit);
					const view = topicsModal(visit.programId, topics, visit.text);
					return { do: "open", view };
				},
			}),
			action({
				id: "programs:backToTopics",
				policy: managersOfForm,
				input: z.object({ meta: programMeta }),
				handle: (deps, visit) => showTopics(deps, visit),
			}),
			view({
				id: "programs:findTopic",
				policy: managersOfForm,
				input: z.object({
					form: z.object({ topic: z.uuid() }),
					meta: programMeta,
				}),
				handle: (deps, visit, { form }) =>
					withTopic(deps, visit, form.topic, (topic) => ({
						do: "update",
						view: topicModal(visit.programId, topic, visit.text),
					})),
			}),
			action({
				id: "programs:addTopic",
				policy: managersOfForm,
				input: z.object({ meta: programMeta }),
				handle: async (_deps, { programId, text }) => ({
					do: "update",
					view: topicModal(programId, null, text),
				}),
			}),
			view({
				id: "programs:save-topic",
				policy: managersOfForm,
				input: z.object({
					form: topicForm,
					meta: programMeta.extend({ topic: z.uuid().nullable() }),
				}),
				async handle(deps, visit, { form, meta }) {
					const saved = await saveTopic(deps, visit, meta.topic, form);
					const { text } = visit;
					if (saved.outcome === "refused")
						return { do: "errors", errors: errorsOf(saved.problems, text) };
					if (saved.outcome === "gone") return gone(deps, visit);
					const { name } = form;
					const notice = text.mrkdwn("programs:topics.saved", { name });
					return showTopics(deps, visit, notice);
				},
			}),
			action({
				id: "programs:mergeTopic",
				policy: managersOfForm,
				input: z.object({ value: z.uuid(), meta: programMeta }),
				handle: (deps, visit, { value }) =>
					withTopic(deps, visit, value, (topic, topics) => ({
						do: "update",
						view: mergeModal(visit.programId, topic, topics, visit.text),
					})),
			}),
			view({
				id: "programs:chooseMerge",
				policy: managersOfForm,
				input: z.object({
					form: z.object({ into: z.uuid() }),
					meta: topicMeta,
				}),
				handle: (deps, visit, { form, meta }) =>
					withTopic(deps, visit, meta.topic, (from) =>
						withTopic(deps, visit, form.into, (into) => ({
							do: "update",
							view: confirmMergeModal(visit.programId, from, into, visit.text),
						})),
					),
			}),
			view({
				id: "programs:mergeTopics",
				policy: managersOfForm,
				input: z.object({ meta: topicMeta.extend({ into: z.uuid() }) }),
				handle: (deps, visit, { meta }) =>
					withTopic(deps, visit, meta.topic, (from) =>
						withTopic(deps, visit, meta.into, async (into) => {
							const ids = { from: meta.topic, into: meta.into };
							const outcome = await mergeTopics(deps, visit, ids, onMerge);
							if (outcome === "gone") return gone(deps, visit);
							const notice = visit.text.mrkdwn("programs:topics.merged", {
								from: from.name,
								into: into.name,
							});
							return showTopics(deps, visit, notice);
						}),
					),
			}),
			action({
				id: "programs:removeTopic",
				policy: managersOfForm,
				input: z.object({ value: z.uuid(), meta: programMeta }),
				handle: (deps, visit, { value }) =>
					withTopic(deps, visit, value, async ({ name }) => {
						const outcome = await removeTopic(deps, visit, value);
						const notice = visit.text.mrkdwn(`programs:topics.${outcome}`, {
							name,
						});
						return showTopics(deps, visit, notice);
					}),
			}),
		],
	};
}

import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import {
	action,
	command,
	type Feature,
	options,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import type { TextKey } from "../slack/text.ts";
import { listEnrollmentTopics } from "./enrollment.queries.ts";
import {
	join,
	keyOf,
	leave,
	type OnLeave,
	pause,
	resume,
	type StateChange,
} from "./enrollment.service.ts";
import { ownTopicValue } from "./enrollment.ts";
import { leaveQuestion, meSection, pausedMessage } from "./enrollment.views.ts";
import { joinedMessage, joinModal } from "./join.views.ts";
import { emptyJoinForm, joinDraft, joinForm } from "./join-form.ts";
import { labelTopics, searchTopics } from "./topics.service.ts";

const anything = z.unknown();
const page = z.record(z.string(), z.string());

function said(visit: Visit, key: TextKey): Reply {
	return { do: "say", message: sentence(visit.text, key) };
}

async function pauseNow(deps: Deps, visit: Visit): Promise<Reply> {
	await pause(deps, visit);
	return { do: "say", message: pausedMessage(visit.text) };
}

async function resumeNow(deps: Deps, visit: Visit): Promise<Reply> {
	const change = await resume(deps, visit);
	return said(
		visit,
		`enrollment:resumed.${change === "changed" ? "now" : "already"}`,
	);
}

const left: Record<StateChange, TextKey> = {
	changed: "enrollment:left.now",
	already: "enrollment:left.already",
	"not enrolled": "enrollment:left.already",
};

/** Join, pause, resume, leave, and the search for topics. */
export function enrollmentFeature(onLeave: OnLeave[]): Feature {
	return {
		name: "enrollment",
		entries: [
			command({
				id: "join",
				policy: { who: "member" },
				input: z.string(),
				help: { usage: "join", about: "enrollment:help.join" },
				async handle(_deps, { actor, text }) {
					const { enrollment } = actor;
					if (enrollment && enrollment.state !== "left")
						return {
							do: "say",
							message: sentence(text, "enrollment:joined.already"),
						};
					const blank = { ...emptyJoinForm, wanted: [], offered: [] };
					return {
						do: "open",
						view: joinModal(
							{
								...blank,
								id: "enrollment:join",
								submit: text.plain("enrollment:join.submit"),
								metadata: {},
							},
							text,
						),
					};
				},
			}),
			action({
				id: "enrollment:chooseRole",
				policy: { who: "member" },
				input: z.object({
					form: joinDraft,
					meta: page,
				}),
				async handle(deps, visit, { form, meta }) {
					const label = (values: string[]) =>
						withWorkspace(deps.db, visit.workspaceId, (trx) =>
							labelTopics(trx, visit.programId, values),
						);
					const [wanted, offered] = await Promise.all([
						label(form.wanted),
						label(form.offered),
					]);
					const { id = "enrollment:join", ...metadata } = meta;
					const submit = visit.text.plain("enrollment:join.submit");
					return {
						do: "update",
						view: joinModal(
							{ ...form, wanted, offered, id, submit, metadata },
							visit.text,
						),
					};
				},
			}),
			view({
				id: "enrollment:join",
				policy: { who: "member" },
				input: z.object({ form: joinForm }),
				async handle(deps, visit, { form }) {
					await join(deps, visit, form);
					return { do: "say", message: joinedMessage(form, visit.text) };
				},
			}),
			options({
				id: "enrollment:topics",
				policy: { who: "member" },
				input: z.string(),
				async handle(deps, visit, query) {
					const { found, own } = await searchTopics(deps, visit, query);
					const choices = found.map(({ topicId, name }) => ({
						value: topicId,
						label: name,
					}));
					if (own)
						choices.push({
							value: ownTopicValue(own),
							label: visit.text.plain("enrollment:join.ownTopic", { own }),
						});
					return { do: "suggest", choices };
				},
			}),
			command({
				id: "pause",
				policy: { who: "enrolled" },
				input: z.string(),
				help: { usage: "pause", about: "enrollment:help.pause" },
				handle: pauseNow,
			}),
			action({
				id: "enrollment:pause",
				policy: { who: "enrolled" },
				input: anything,
				handle: pauseNow,
			}),
			command({
				id: "resume",
				policy: { who: "enrolled" },
				input: z.string(),
				help: { usage: "resume", about: "enrollment:help.resume" },
				handle: resumeNow,
			}),
			action({
				id: "enrollment:resume",
				policy: { who: "enrolled" },
				input: anything,
				handle: resumeNow,
			}),
			command({
				id: "leave",
				policy: { who: "enrolled" },
				input: z.string(),
				help: { usage: "leave", about: "enrollment:help.leave" },
				handle: async (_deps, { text }) => ({
					do: "say",
					message: leaveQuestion(text),
				}),
			}),
			action({
				id: "enrollment:leave",
				policy: { who: "member" },
				input: anything,
				async handle(deps, visit) {
					const change = await leave(deps, visit, onLeave);
					return {
						do: "replace",
						message: sentence(visit.text, left[change]),
					};
				},
			}),
		],
		home: [
			async (deps, visit) => {
				const { enrollment } = visit.actor;
				if (!enrollment || enrollment.state === "left") return null;
				const topics = await withWorkspace(deps.db, visit.workspaceId, (trx) =>
					listEnrollmentTopics(trx, keyOf(visit)),
				);
				return {
					title: visit.text.plain("enrollment:me.title"),
					blocks: meSection(
						{ ...enrollment, topics: topics.length },
						visit.text,
					),
				};
			},
		],
	};
}

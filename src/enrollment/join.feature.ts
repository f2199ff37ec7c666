import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readProgramsFor } from "../programs/choose.service.ts";
import { programsMessage } from "../programs/choose.views.ts";
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
import { join } from "./enrollment.service.ts";
import { ownTopicValue } from "./enrollment.ts";
import { joinedMessage, joinReply } from "./join.views.ts";
import { emptyJoinForm, joinDraft, joinForm } from "./join-form.ts";
import { readJoinTerms } from "./join-terms.service.ts";
import { labelTopics, searchTopics } from "./topics.service.ts";
import { visitTo } from "./visit.service.ts";

const anything = z.unknown();
const page = z.record(z.string(), z.string());

/** With one program its page; with several, which one is asked first. */
async function beginJoin(deps: Deps, visit: Visit): Promise<Reply> {
	const programs = await readProgramsFor(deps, visit);
	if (programs.length < 2) return openJoin(deps, visit);
	return { do: "say", message: programsMessage(programs, false, visit.text) };
}

/** They may look at another program since the page was opened. */
async function joiningVisit(
	deps: Deps,
	visit: Visit,
	program: string | undefined,
): Promise<Visit> {
	const isHere = !program || program === visit.programId;
	return (!isHere && (await visitTo(deps, visit, program))) || visit;
}

async function openJoin(deps: Deps, visit: Visit): Promise<Reply> {
	const { actor, programId, text } = visit;
	const { enrollment } = actor;
	if (enrollment && enrollment.state !== "left")
		return {
			do: "say",
			message: sentence(text, "enrollment:joined.already"),
		};
	const page = {
		...emptyJoinForm,
		wanted: [],
		offered: [],
		id: "enrollment:join",
		submit: text.plain("enrollment:join.submit"),
		metadata: { program: programId },
	};
	return joinReply(page, await readJoinTerms(deps, visit), text);
}

/** Joining, and the search for topics that it and the profile need. */
export const joinFeature: Feature = {
	name: "enrollment",
	entries: [
		command({
			id: "join",
			policy: { who: "member" },
			input: z.string(),
			help: { usage: "join", about: "enrollment:help.join" },
			handle: beginJoin,
		}),
		action({
			id: "enrollment:startJoin",
			policy: { who: "member" },
			input: anything,
			handle: openJoin,
		}),
		action({
			id: "enrollment:joinProgram",
			policy: { who: "member" },
			input: z.object({ value: z.uuid() }),
			async handle(deps, visit, { value }) {
				const chosen = await visitTo(deps, visit, value);
				if (chosen) return openJoin(deps, chosen);
				const message = sentence(visit.text, "programs:chosen.gone");
				return { do: "say", message };
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
				const to = await joiningVisit(deps, visit, meta.program);
				const label = (values: string[]) =>
					withWorkspace(deps.db, to.workspaceId, (trx) =>
						labelTopics(trx, to.programId, values),
					);
				const [wanted, offered] = await Promise.all([
					label(form.wanted),
					label(form.offered),
				]);
				const { id = "enrollment:join", ...metadata } = meta;
				const submit = visit.text.plain("enrollment:join.submit");
				return joinReply(
					{ ...form, wanted, offered, id, submit, metadata },
					await readJoinTerms(deps, to),
					visit.text,
					"update",
				);
			},
		}),
		view({
			id: "enrollment:join",
			policy: { who: "member" },
			input: z.object({
				form: joinForm,
				meta: z.object({ program: z.uuid().optional() }),
			}),
			async handle(deps, visit, { form, meta: { program } }) {
				const to = await joiningVisit(deps, visit, program);
				const joined = await join(deps, to, form);
				return {
					do: "say",
					message: joined
						? joinedMessage(form, visit.text)
						: sentence(visit.text, "enrollment:join.notTaken"),
				};
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
	],
};

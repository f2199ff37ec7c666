import { z } from "zod";
import type { Deps } from "../deps.ts";
import { memberOf } from "../mentorships/mentorship.ts";
import { readPromptable } from "../mentorships/mentorships.service.ts";
import { action, type Feature, type Visit, view } from "../slack/feature.ts";
import { optionalText } from "../slack/fields.ts";
import { sentence } from "../slack/slack.views.ts";
import { readPerson } from "../workspaces/people.service.ts";
import {
	actionLengths,
	type Report,
	reportEntries,
	reports,
} from "./action-item.ts";
import {
	dueMessage,
	notedModal,
	ownActionsSection,
} from "./action-item.views.ts";
import {
	dueKind,
	readAction,
	readOwnActions,
	report,
} from "./actions.service.ts";
import { dueSchedule } from "./due.service.ts";
import { readWrapUp, saveWrapUp } from "./wrap-up.service.ts";
import { rowCount, wrapUpForm } from "./wrap-up.ts";
import { wrapUpModal } from "./wrap-up.views.ts";

const gone = (visit: Visit) => ({
	do: "say" as const,
	message: sentence(visit.text, "agenda:gone"),
});

async function note(deps: Deps, visit: Visit, id: string, state: Report) {
	const action = await report(deps, visit, id, { state, why: null });
	if (!action) return gone(visit);
	const view = notedModal({ ...action, state }, visit.text);
	return { do: "open" as const, view };
}

const ofMeeting = {
	who: "related" as const,
	to: "meeting" as const,
	as: ["mentor", "mentee", "peer"],
};

const wrapUpMeta = z.object({ meeting: z.uuid(), rows: rowCount });

/** What members take on, and report back: did it, my way, or not at all. */
export const actionsFeature: Feature = {
	name: "agenda",
	entries: [
		...reports.map((state) =>
			action({
				id: reportEntries[state],
				policy: {
					who: "related",
					to: "action",
					as: ["owner"],
					id: ({ value }) => value,
				},
				input: z.object({ value: z.uuid() }),
				handle: (deps, visit, { value }) => note(deps, visit, value, state),
			}),
		),
		view({
			id: "agenda:saveWhy",
			policy: {
				who: "related",
				to: "action",
				as: ["owner"],
				id: ({ meta }) => meta.action,
			},
			input: z.object({
				form: z.object({ why: optionalText(actionLengths.why) }),
				meta: z.object({ action: z.uuid(), state: z.enum(reports) }),
			}),
			async handle(deps, visit, { form: { why }, meta }) {
				const { action: id, state } = meta;
				const saved = await report(deps, visit, id, { state, why });
				if (!saved) return gone(visit);
				const message = sentence(visit.text, "agenda:action.noted.saved");
				return { do: "say", message };
			},
		}),
		action({
			id: "agenda:wrapUp",
			policy: { ...ofMeeting, id: ({ value }) => value },
			input: z.object({ value: z.uuid() }),
			async handle(deps, visit, { value }) {
				const page = await readWrapUp(deps, visit, value);
				if (!page) return gone(visit);
				const reader = { ...visit.actor, now: visit.now };
				return { do: "open", view: wrapUpModal(page, reader, visit.text) };
			},
		}),
		action({
			id: "agenda:oneMore",
			policy: { ...ofMeeting, id: ({ meta }) => meta.meeting },
			input: z.object({ meta: wrapUpMeta }),
			async handle(deps, visit, { meta: { meeting, rows } }) {
				const page = await readWrapUp(deps, visit, meeting);
				if (!page) return gone(visit);
				const reader = { ...visit.actor, now: visit.now };
				const view = wrapUpModal(page, reader, visit.text, rows + 1);
				return { do: "update", view };
			},
		}),
		view({
			id: "agenda:saveWrapUp",
			policy: { ...ofMeeting, id: ({ meta }) => meta.meeting },
			input: z.object({ form: wrapUpForm, meta: wrapUpMeta }),
			async handle(deps, visit, { form, meta }) {
				const { text } = visit;
				const noted = await saveWrapUp(deps, visit, meta.meeting, form);
				if (!noted) return gone(visit);
				if (noted === "noted")
					return { do: "say", message: sentence(text, "agenda:wrapUp.saved") };
				const field = noted === "notMembers" ? "who1" : "took1";
				const why = text.plain(`agenda:wrapUp.${noted}`);
				return { do: "errors", errors: { [field]: why } };
			},
		}),
	],
	home: [
		async (deps, visit) => {
			const taken = await readOwnActions(deps, visit);
			if (taken.length === 0) return null;
			return {
				title: visit.text.plain("agenda:action.home"),
				blocks: ownActionsSection(taken, visit.actor, visit.text),
			};
		},
	],
	messages: {
		[dueKind]: {
			ifUnknown: "drop",
			async render({ trx, deps, subjectId, personId, text }) {
				const action = await readAction(deps, trx, subjectId);
				if (action?.state !== "open" || !personId) return null;
				const [mentorship, reader] = await Promise.all([
					readPromptable(trx, action.mentorshipId),
					readPerson(trx, personId),
				]);
				// Whoever has left a group reports nothing back to it.
				return mentorship && reader && memberOf(mentorship, personId)
					? dueMessage(action, mentorship, reader, text)
					: null;
			},
		},
	},
	schedules: { [dueKind]: dueSchedule },
};

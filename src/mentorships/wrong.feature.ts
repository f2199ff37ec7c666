import { z } from "zod";
import type { Deps } from "../deps.ts";
import {
	action,
	type Feature,
	type Policy,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { noticeModal, sentence } from "../slack/slack.views.ts";
import { reportForm } from "./concern.ts";
import { prepareReport, report } from "./concerns.service.ts";
import { goOn, stop } from "./wrong.service.ts";
import { reportModal, wrongModal } from "./wrong.views.ts";

const mentorshipButton = z.object({ value: z.uuid() });

/** Any member of the mentorship, in whatever state it is. */
const ofMember = {
	who: "related" as const,
	to: "mentorship" as const,
	as: ["mentor", "mentee", "peer"],
};

const ofButton: Policy<{ value: string }> & { who: "related" } = {
	...ofMember,
	id: ({ value }) => value,
};

const gone = (visit: Visit): Reply => ({
	do: "say",
	message: sentence(visit.text, "mentorships:wrong.gone"),
});

async function write(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
): Promise<Reply> {
	const page = await prepareReport(deps, visit, mentorshipId);
	if (!page) return gone(visit);
	const { mentorship, turnTo } = page;
	return turnTo.to === "contact"
		? {
				do: "open",
				view: reportModal(
					{ mentorship, contact: turnTo.contact },
					visit.actor,
					visit.text,
				),
			}
		: { do: "update", view: wrongModal(page, visit.actor, visit.text) };
}

/** Something is wrong: all stops at one tap, and no reason is asked. */
export const wrongFeature: Feature = {
	name: "mentorships",
	entries: [
		action({
			id: "mentorships:stop",
			policy: ofButton,
			input: mentorshipButton,
			async handle(deps, visit, { value }) {
				const page = await stop(deps, visit, value);
				if (!page) return gone(visit);
				return { do: "open", view: wrongModal(page, visit.actor, visit.text) };
			},
		}),
		action({
			id: "mentorships:undoStop",
			policy: ofButton,
			input: mentorshipButton,
			async handle(deps, visit, { value }) {
				await goOn(deps, visit, value);
				const message = sentence(visit.text, "mentorships:wrong.wentOn");
				return { do: "update", view: noticeModal(message, visit.text) };
			},
		}),
		action({
			id: "mentorships:writeConcern",
			policy: ofButton,
			input: mentorshipButton,
			handle: (deps, visit, { value }) => write(deps, visit, value),
		}),
		view({
			id: "mentorships:sendConcern",
			policy: { ...ofMember, id: ({ meta }) => meta.mentorship },
			input: z.object({
				form: reportForm,
				meta: z.object({ mentorship: z.uuid(), contact: z.uuid() }),
			}),
			async handle(deps, visit, { form, meta }) {
				const { actor, text } = visit;
				const words = { contactId: meta.contact, text: form.report };
				const done = await report(deps, visit, meta.mentorship, words);
				switch (done.is) {
					case "sent": {
						const { name } = done.contact;
						const message = sentence(text, "mentorships:report.sent", { name });
						return { do: "say", message };
					}
					case "moved": {
						const { mentorship } = done.page;
						const page = { mentorship, contact: done.contact };
						const typed = form.report;
						return {
							do: "update",
							view: reportModal({ ...page, typed }, actor, text),
						};
					}
					case "nobody": {
						const why = text.plain("mentorships:report.nobody");
						return { do: "errors", errors: { report: why } };
					}
				}
			},
		}),
	],
};

import { z } from "zod";
import {
	comeBack,
	readAvailability,
	readOwnAvailability,
	setAway,
} from "../enrollment/availability.service.ts";
import { awayUntil, isAway } from "../enrollment/availability.ts";
import { action, type Feature, type Visit, view } from "../slack/feature.ts";
import { requiredText } from "../slack/fields.ts";
import { sentence } from "../slack/slack.views.ts";
import { answeredMessage } from "./answered.views.ts";
import {
	awayModal,
	awaySaved,
	silentMessage,
	suggestModal,
	unavailableSection,
} from "./not-now.views.ts";
import {
	requestButton,
	requestMeta,
	whoTapped,
	whoWrote,
} from "./request-policy.ts";
import { findRequest } from "./requests.queries.ts";
import { openWhole } from "./requests.service.ts";
import {
	type Suggested,
	suggestColleague,
} from "./suggest-colleague.service.ts";

const anything = z.unknown();
const localDate = z.iso.date();

/** After a not now: whom else to ask, and until when not to ask at all. */
export const notNowFeature: Feature = {
	name: "matching",
	entries: [
		action({
			id: "matching:suggest",
			policy: whoTapped("mentor"),
			input: requestButton,
			async handle(deps, visit, { value }) {
				const whole = await openWhole(deps, visit, value);
				if (!whole) return { do: "nothing" };
				const { request } = whole;
				const { text } = visit;
				if (request.state !== "declined") {
					const before = { outcome: "before", request } as const;
					const message = answeredMessage(before, "mentor", text);
					return { do: "say", message };
				}
				return { do: "open", view: suggestModal(request, text) };
			},
		}),
		view({
			id: "matching:suggestColleague",
			policy: whoWrote("mentor"),
			input: z.object({
				form: z.object({ colleague: requiredText(20) }),
				meta: requestMeta,
			}),
			async handle(deps, visit, { form, meta }) {
				const { colleague } = form;
				const { request } = meta;
				const done = await suggestColleague(deps, visit, request, colleague);
				return done ? suggestedReply(visit, done) : { do: "nothing" };
			},
		}),
		action({
			id: "matching:away",
			policy: { who: "enrolled" },
			input: anything,
			handle: async (_deps, { text }) => ({
				do: "open",
				view: awayModal(text),
			}),
		}),
		view({
			id: "matching:setAway",
			policy: { who: "enrolled" },
			input: z.object({ form: z.object({ until: localDate }) }),
			async handle(deps, visit, { form }) {
				const { actor, text, now } = visit;
				const until = awayUntil(form.until, actor.zone, now);
				if (!until)
					return {
						do: "errors",
						errors: { until: text.plain("matching:away.past") },
					};
				await setAway(deps, visit, until);
				return { do: "say", message: awaySaved(until, actor, text) };
			},
		}),
		action({
			id: "matching:available",
			policy: { who: "enrolled" },
			input: anything,
			async handle(deps, visit) {
				await comeBack(deps, visit);
				const message = sentence(visit.text, "matching:available.done");
				return { do: "replace", message };
			},
		}),
	],
	home: [
		async (deps, visit) => {
			const { actor, text, now } = visit;
			const mine = await readOwnAvailability(deps, visit);
			if (!mine || mine.state === "left") return null;
			const { unavailableUntil, silentSince } = mine;
			const title = text.plain("matching:available.title");
			if (unavailableUntil && isAway(mine, now)) {
				const away = { awayUntil: unavailableUntil };
				return { title, blocks: unavailableSection(away, actor, text) };
			}
			return silentSince
				? { title, blocks: unavailableSection("silent", actor, text) }
				: null;
		},
	],
	messages: {
		"matching:silent": {
			ifUnknown: "resend",
			async render({ trx, subjectId, text }) {
				const request = await findRequest(trx, subjectId);
				if (!request) return null;
				const { programId, mentorId: personId } = request;
				const mine = await readAvailability(trx, { programId, personId });
				return mine?.silentSince ? silentMessage(text) : null;
			},
		},
	},
};

function suggestedReply({ text }: Visit, suggested: Suggested) {
	if (suggested.done) {
		const { request, colleague } = suggested;
		const message = sentence(text, "matching:suggest.done", {
			name: request.menteeName,
			colleague: colleague.name,
		});
		return { do: "say", message } as const;
	}
	const { why } = suggested;
	if ("request" in suggested)
		return {
			do: "say",
			message: sentence(text, `matching:suggest.${suggested.why}`, {
				name: suggested.request.menteeName,
			}),
		} as const;
	return {
		do: "errors",
		errors: { colleague: text.plain(`matching:suggest.${why}`) },
	} as const;
}

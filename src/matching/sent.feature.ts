import type { Deps } from "../deps.ts";
import {
	action,
	type Entry,
	type Feature,
	type Visit,
} from "../slack/feature.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { answeredMessage } from "./answered.views.ts";
import type { Answered } from "./decide.service.ts";
import { isAsked } from "./request-moves.ts";
import { requestButton, whoTapped } from "./request-policy.ts";
import { findRequest, listRequestsIn } from "./requests.queries.ts";
import { readOwnLists } from "./requests.service.ts";
import {
	declinedMessage,
	sentSection,
	suggestedMessage,
} from "./sent.views.ts";
import { withdraw, withdrawList } from "./withdraw.service.ts";

function withdrawEntry(
	id: string,
	take: (
		deps: Deps,
		visit: Visit,
		requestId: string,
	) => Promise<Answered | null>,
): Entry {
	return action({
		id,
		policy: whoTapped("mentee"),
		input: requestButton,
		async handle(deps, visit, { value }) {
			const answered = await take(deps, visit, value);
			if (!answered) return { do: "nothing" };
			const message = answeredMessage(answered, "mentee", visit.text);
			return isAsked(answered.request.state)
				? { do: "say", message }
				: { do: "replace", message };
		},
	});
}

/** My own requests on Home, and what becomes of them. */
export const sentFeature: Feature = {
	name: "matching",
	entries: [
		withdrawEntry("matching:withdraw", withdraw),
		withdrawEntry("matching:withdrawList", withdrawList),
	],
	home: [
		async (deps, visit) => {
			const lists = await readOwnLists(deps, visit);
			if (lists.length === 0) return null;
			return {
				title: visit.text.plain("matching:waiting.sentTitle"),
				blocks: sentSection(lists, visit.text),
			};
		},
	],
	messages: {
		"matching:declined": {
			ifUnknown: "resend",
			async render({ trx, subjectId, text }) {
				const request = await findRequest(trx, subjectId);
				if (!request) return null;
				const list = await listRequestsIn(trx, [request.listId]);
				const next = list.find(
					({ position, closesAt }) => position > request.position && closesAt,
				);
				return declinedMessage(request, next, text);
			},
		},
		"matching:suggested": {
			ifUnknown: "resend",
			async render({ trx, subjectId, text }) {
				const request = await findRequest(trx, subjectId);
				if (!request?.suggestedId) return null;
				const colleague = await readPerson(trx, request.suggestedId);
				return colleague ? suggestedMessage(request, colleague, text) : null;
			},
		},
	},
};

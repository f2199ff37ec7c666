import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import {
	action,
	type Entry,
	type Feature,
	type MessageKind,
	type Visit,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import type { Text, TextKey } from "../slack/text.ts";
import { type Answered, accept, decline, withdraw } from "./answer.service.ts";
import { type Ask, openAsk } from "./ask.ts";
import { findRequest, type RequestRow } from "./requests.queries.ts";
import { readOpenRequests } from "./requests.service.ts";
import {
	answerSection,
	declinedMessage,
	introductionMessage,
	openRequestsSection,
	requestMessage,
} from "./requests.views.ts";

const requestButton = z.object({ value: z.uuid() });

/** A tap on a request: what it did, or what has happened since. */
function answerEntry(
	id: string,
	as: "mentor" | "mentee",
	answer: (
		deps: Deps,
		visit: Visit,
		requestId: string,
	) => Promise<Answered | null>,
): Entry {
	return action({
		id,
		policy: {
			who: "related",
			to: "request",
			as: [as],
			id: ({ value }) => value,
		},
		input: requestButton,
		async handle(deps, visit, { value }) {
			const answered = await answer(deps, visit, value);
			if (!answered) return { do: "nothing" };
			const message = answeredMessage(answered, as, visit.text);
			// While it is open, its buttons must stay.
			return answered.request.state === "open"
				? { do: "say", message }
				: { do: "replace", message };
		},
	});
}

function answeredMessage(
	{ outcome, request }: Answered,
	as: "mentor" | "mentee",
	text: Text,
) {
	const name = as === "mentor" ? request.menteeName : request.mentorName;
	// A mentee never reads more of a no than this.
	if (outcome === "before" && as === "mentee" && request.state === "declined")
		return sentence(text, "matching:declined.text", { name });
	const key: TextKey =
		outcome === "before"
			? `matching:before.${request.state}`
			: `matching:answered.${outcome}`;
	return sentence(text, key, { name });
}

/** What waits for an answer stands first on Home. */
export const answerFeature: Feature = {
	name: "matching",
	entries: [
		answerEntry("matching:accept", "mentor", accept),
		answerEntry("matching:decline", "mentor", decline),
		answerEntry("matching:withdraw", "mentee", withdraw),
		action({
			id: "matching:read",
			policy: {
				who: "related",
				to: "request",
				as: ["mentor"],
				id: ({ value }) => value,
			},
			input: requestButton,
			async handle(deps, visit, { value }) {
				const request = await withWorkspace(deps.db, visit.workspaceId, (trx) =>
					findRequest(trx, value),
				);
				if (!request) return { do: "nothing" };
				const ask = openAskOf(deps, visit.workspaceId, request);
				return {
					do: "say",
					message: requestMessage(request, ask, visit.text),
				};
			},
		}),
	],
	home: [
		async (deps, visit) => {
			const received = (await readOpenRequests(deps, visit)).filter(
				({ mentorId }) => mentorId === visit.actor.personId,
			);
			if (received.length === 0) return null;
			return {
				title: visit.text.plain("matching:waiting.title"),
				blocks: answerSection(received, visit.actor, visit.text),
			};
		},
	],
	messages: {
		"matching:request": onRequest((request, ask, text) =>
			request.state === "open" ? requestMessage(request, ask, text) : null,
		),
		"matching:declined": onRequest((request, _ask, text) =>
			declinedMessage(request, text),
		),
		"matching:introduction": onRequest((request, ask, text) =>
			introductionMessage(request, ask, text),
		),
	},
};

/** My own requests, further down on Home. */
export const openRequestsFeature: Feature = {
	name: "matching",
	entries: [],
	home: [
		async (deps, visit) => {
			const sent = (await readOpenRequests(deps, visit)).filter(
				({ menteeId }) => menteeId === visit.actor.personId,
			);
			if (sent.length === 0) return null;
			return {
				title: visit.text.plain("matching:waiting.sentTitle"),
				blocks: openRequestsSection(sent, visit.actor, visit.text),
			};
		},
	],
};

type View = (
	request: RequestRow,
	ask: Ask,
	text: Text,
) => ReturnType<typeof requestMessage> | null;

function onRequest(view: View): MessageKind {
	return {
		ifUnknown: "resend",
		async render({ trx, deps, subjectId, text }) {
			const request = await findRequest(trx, subjectId);
			if (!request) return null;
			return view(request, openAskOf(deps, trx.workspaceId, request), text);
		},
	};
}

function openAskOf(deps: Deps, workspaceId: string, request: RequestRow): Ask {
	const { requestId, ask } = request;
	return openAsk(deps.cipher, { workspaceId, requestId }, ask);
}

import type { Deps } from "../deps.ts";
import type { Message } from "../slack/blocks.ts";
import {
	action,
	type Entry,
	type Feature,
	type Reply,
	type Visit,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { accept, decline, declineRest } from "./answer.service.ts";
import { answeredMessage } from "./answered.views.ts";
import type { Answered } from "./decide.service.ts";
import { moreToSay } from "./not-now.views.ts";
import {
	receivedBlocks,
	requestMessage,
	withOthers,
} from "./received.views.ts";
import { isAsked } from "./request-moves.ts";
import { requestButton, whoTapped } from "./request-policy.ts";
import { openWhole, readReceived } from "./requests.service.ts";

/** A mentor's tap: what it did, and in the same place who else waits. */
function answerEntry(
	id: string,
	answer: (
		deps: Deps,
		visit: Visit,
		requestId: string,
	) => Promise<Answered | null>,
): Entry {
	return action({
		id,
		policy: whoTapped("mentor"),
		input: requestButton,
		async handle(deps, visit, { value }) {
			const answered = await answer(deps, visit, value);
			if (!answered) return { do: "nothing" };
			const { outcome, request } = answered;
			const message = answeredMessage(answered, "mentor", visit.text);
			// While it is open, its buttons must stay.
			if (isAsked(request.state)) return { do: "say", message };
			const more =
				outcome === "declined" ? [moreToSay(request, visit.text)] : [];
			const blocks = [...message.blocks, ...more];
			return inPlace(deps, visit, { ...message, blocks });
		},
	});
}

async function inPlace(
	deps: Deps,
	visit: Visit,
	message: Message,
): Promise<Reply> {
	const others = await readReceived(deps, visit);
	const blocks = withOthers(message.blocks, others, visit.text);
	return { do: "replace", message: { ...message, blocks } };
}

/** What waits for an answer stands first on Home. */
export const answerFeature: Feature = {
	name: "matching",
	entries: [
		answerEntry("matching:accept", accept),
		answerEntry("matching:decline", decline),
		action({
			id: "matching:declineRest",
			policy: whoTapped("mentor"),
			input: requestButton,
			async handle(deps, visit, { value }) {
				const { text } = visit;
				const declined = await declineRest(deps, visit, value);
				const names = declined.map(({ menteeName }) => menteeName);
				const { length: count } = names;
				const message =
					count === 0
						? sentence(text, "matching:answered.nobody")
						: sentence(text, "matching:answered.rest", {
								count,
								names: text.list(names),
							});
				return inPlace(deps, visit, message);
			},
		}),
		action({
			id: "matching:read",
			policy: whoTapped("mentor"),
			input: requestButton,
			async handle(deps, visit, { value }) {
				const { text } = visit;
				const whole = await openWhole(deps, visit, value);
				if (!whole) return { do: "nothing" };
				const { request } = whole;
				const message = isAsked(request.state)
					? requestMessage(whole, { occasion: "request", others: [] }, text)
					: answeredMessage({ outcome: "before", request }, "mentor", text);
				return { do: "say", message };
			},
		}),
	],
	home: [
		async (deps, visit) => {
			const received = await readReceived(deps, visit);
			if (received.length === 0) return null;
			return {
				title: visit.text.plain("matching:waiting.title"),
				blocks: receivedBlocks(received, visit.text),
			};
		},
	],
};

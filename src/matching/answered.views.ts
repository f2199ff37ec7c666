import type { Message } from "../slack/blocks.ts";
import { sentence } from "../slack/slack.views.ts";
import type { Text } from "../slack/text.ts";
import type { Answered } from "./decide.service.ts";

/** What a tap did, or what has happened since; to whoever tapped. */
export function answeredMessage(
	{ outcome, request, next }: Answered,
	as: "mentor" | "mentee",
	text: Text,
): Message {
	const { state, menteeName, mentorName } = request;
	const name = as === "mentor" ? menteeName : mentorName;
	if (outcome === "withdrawn" && next)
		return sentence(text, "matching:answered.withdrawnNext", {
			name,
			next: next.mentorName,
		});
	if (outcome === "accepted" && request.kind === "group")
		return sentence(text, "matching:answered.acceptedGroup", { name });
	if (outcome !== "before")
		return sentence(text, `matching:answered.${outcome}`, { name });
	if (as === "mentor")
		return sentence(text, `matching:before.${state}`, { name });
	// A mentee never reads more of a no than this.
	return state === "declined" || state === "expired"
		? sentence(text, "matching:declined.text", { name })
		: sentence(text, `matching:since.${state}`, { name });
}

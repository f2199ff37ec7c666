import { programLine } from "../programs/program-phrase.ts";
import { actions, context, type Message, section } from "../slack/blocks.ts";
import type { Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { exploringLine, ruleLine } from "./exploring.views.ts";
import type { MemberRole, Mentorship } from "./mentorship.ts";
import { wrongButton } from "./mentorships.views.ts";
import { namesOf } from "./names.views.ts";
import { othersNamed } from "./since.views.ts";

type Reader = { personId: string; zone: string; locale: string };

/** A few lines for each side at the start. */
export function briefingMessage(
	role: MemberRole,
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Message {
	const title = text.mrkdwn(`mentorships:briefing.${role}.title`, {
		names: othersNamed(mentorship, reader, text),
	});
	return {
		text: text.mrkdwn(`mentorships:briefing.${role}.text`, {
			names: namesOf(mentorship, reader, text),
		}),
		blocks: [
			section(title),
			...programLine(mentorship.programName, text).map((line) => context(line)),
			...linesOf(role, mentorship, text).map((lines) => section(lines)),
			context(
				exploringLine(mentorship, reader, text),
				...ruleLine(mentorship, reader, text),
			),
			actions(wrongButton(mentorship, reader, text)),
		],
	};
}

/** What holds for the role, and what differs by the kind. */
function linesOf(role: MemberRole, { kind }: Mentorship, text: Text): Mrkdwn[] {
	const lines = text.mrkdwn(`mentorships:briefing.${role}.lines`);
	if (role === "peer") return [lines];
	switch (kind) {
		case "flash":
			return [text.mrkdwn(`mentorships:briefing.flash.${role}`)];
		case "expertise":
		case "sponsor":
		case "reverse":
		case "group":
			return [
				text.mrkdwn(`mentorships:briefing.differs.${kind}.${role}`),
				lines,
			];
		default:
			return [lines];
	}
}

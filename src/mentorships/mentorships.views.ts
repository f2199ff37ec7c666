import type { Button } from "@slack/types";
import { button } from "../slack/blocks.ts";
import { joinMrkdwn, type Mrkdwn, mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { type Member, type Mentorship, othersOf } from "./mentorship.ts";

type Reader = { personId: string };

/** Something is wrong: in every private place that shows a mentorship. */
export function wrongButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return button({
		id: "mentorships:stop",
		value: mentorship.mentorshipId,
		label: text.plain("mentorships:wrong.button"),
		spoken: text.plain("mentorships:wrong.spoken", {
			names: namesFor(mentorship, reader, text),
		}),
	});
}

/** The others as text, for buttons and notifications. */
export function namesFor(
	mentorship: Pick<Mentorship, "members">,
	{ personId }: Reader,
	text: Text,
): string {
	const others = othersOf(mentorship, personId);
	return text.list(others.map(({ name }) => name));
}

export function names(members: Pick<Member, "slackUserId">[]): Mrkdwn {
	return joinMrkdwn(
		members.map(({ slackUserId }) => mention(slackUserId)),
		", ",
	);
}

const kinds = [
	"one_to_one",
	"expertise",
	"sponsor",
	"reverse",
	"peer",
	"group",
	"flash",
	"external",
] as const;

/** A kind there are words for. */
export function knownKind(kind: string) {
	return kinds.find((known) => known === kind) ?? "one_to_one";
}

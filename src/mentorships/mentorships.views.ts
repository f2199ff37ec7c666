import type { Button } from "@slack/types";
import { joinMrkdwn, type Mrkdwn, mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Member, Mentorship } from "./mentorship.ts";
import { namedButton } from "./named-button.views.ts";

type Reader = { personId: string };

/** Something is wrong: in every private place that shows a mentorship. */
export function wrongButton(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Button {
	return namedButton(
		{
			id: "mentorships:stop",
			label: "mentorships:wrong.button",
			spoken: "mentorships:wrong.spoken",
		},
		mentorship,
		reader,
		text,
	);
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

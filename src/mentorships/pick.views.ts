import { type Modal, modal, section } from "../slack/blocks.ts";
import { joinMrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Mentorship } from "./mentorship.ts";
import { mentorshipName } from "./mentorship-name.views.ts";
import { namedButton } from "./named-button.views.ts";
import { sinceThen } from "./since.views.ts";

type Reader = { personId: string; zone: string; locale: string };

/** Which of one's mentorships is meant; each has a button of this entry. */
export function pickModal(
	mentorships: (Mentorship & { outside?: string | null })[],
	{ action, title }: { action: string; title: string },
	reader: Reader,
	text: Text,
): Modal {
	return modal({
		id: "mentorships:pick",
		title,
		close: text.plain("mentorships:pick.close"),
		blocks: [
			section(text.mrkdwn("mentorships:pick.which")),
			...mentorships.map((mentorship) =>
				section(
					joinMrkdwn(
						[
							mentorshipName(mentorship, reader, text),
							sinceThen(mentorship, reader, text),
						],
						"\n",
					),
					namedButton(
						{ id: action, label: "mentorships:pick.this" },
						mentorship,
						reader,
						text,
					),
				),
			),
		],
	});
}

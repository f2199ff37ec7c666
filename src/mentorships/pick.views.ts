import { button, type Modal, modal, section } from "../slack/blocks.ts";
import { joinMrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { type Mentorship, othersOf } from "./mentorship.ts";
import { othersNamed, sinceThen } from "./since.views.ts";

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
							text.mrkdwn("mentorships:pick.with", {
								names: othersNamed(mentorship, reader, text),
							}),
							sinceThen(mentorship, reader, text),
						],
						"\n",
					),
					button({
						id: action,
						value: mentorship.mentorshipId,
						label: text.plain("mentorships:pick.this"),
						spoken: text.plain("mentorships:pick.spoken", {
							names: text.list(
								othersOf(mentorship, reader.personId).map(({ name }) => name),
							),
						}),
					}),
				),
			),
		],
	});
}

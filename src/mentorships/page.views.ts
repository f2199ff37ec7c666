import type { Button, KnownBlock } from "@slack/types";
import {
	actions,
	divider,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { dateToken, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import { type Mentorship, memberOf } from "./mentorship.ts";
import { isOver } from "./mentorship-moves.ts";
import { mentorshipName } from "./mentorship-name.views.ts";
import { wrongButton } from "./mentorships.views.ts";
import { namedButton } from "./named-button.views.ts";
import { sinceThen } from "./since.views.ts";

export type MentorshipPage = {
	mentorship: Mentorship;
	/** The next step first. */
	lines: Mrkdwn[];
	buttons: Button[];
	/** What stands at the end. */
	seldom?: Button[];
	/** The name of someone outside Slack. */
	outside?: string | null;
};

type Reader = { personId: string; zone: string; locale: string };

/** One mentorship: how it stands, whose move it is, and all one can do. */
export function mentorshipModal(
	{ mentorship, lines, buttons, seldom = [], outside = null }: MentorshipPage,
	reader: Reader,
	text: Text,
): Modal {
	const stopped = stoppedLine(mentorship, reader, text);
	const shown = stopped ? [stopped] : lines;
	const named = { ...mentorship, outside };
	const isSaid =
		mentorship.state === "exploring" && !stopped && lines.length > 0;
	return modal({
		id: "mentorships:page",
		title: text.plain("mentorships:page.title"),
		close: text.plain("mentorships:page.close"),
		blocks: [
			section(mentorshipName(named, reader, text)),
			// Until when they explore is in the lines.
			...(isSaid ? [] : [section(sinceThen(named, reader, text))]),
			...shown.map((line) => section(line)),
			...(buttons.length > 0 && !isOver(mentorship.state)
				? [actions(...buttons)]
				: []),
			divider(),
			actions(
				...(isOver(mentorship.state) ? [] : seldom),
				wrongButton(mentorship, reader, text),
			),
		],
	});
}

/** My mentorships on Home, each with its next step. */
export function mentorshipsSection(
	pages: MentorshipPage[],
	reader: Reader,
	text: Text,
): KnownBlock[] {
	return pages.flatMap(({ mentorship, lines: [next], outside = null }) => {
		const line = stoppedLine(mentorship, reader, text) ?? next;
		return [
			section(
				joinMrkdwn(
					[
						mentorshipName({ ...mentorship, outside }, reader, text),
						line ?? sinceThen(mentorship, reader, text),
					],
					"\n",
				),
			),
			actions(
				openButton({ ...mentorship, outside }, reader, text),
				wrongButton(mentorship, reader, text),
			),
		];
	});
}

/** Opens a mentorship's page. */
export function openButton(
	mentorship: Mentorship & { outside?: string | null },
	reader: Pick<Reader, "personId">,
	text: Text,
): Button {
	return namedButton(
		{ id: "mentorships:open", label: "mentorships:page.open" },
		mentorship,
		reader,
		text,
	);
}

/** Whoever stopped it sees no next step in it. */
function stoppedLine(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Mrkdwn | null {
	const stoppedAt = memberOf(mentorship, reader.personId)?.stoppedAt;
	if (!stoppedAt) return null;
	return text.mrkdwn("mentorships:wrong.since", {
		date: dateToken(slackDate(stoppedAt, "day", reader)),
	});
}

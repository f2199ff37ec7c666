import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { textInput } from "../slack/inputs.ts";
import { joinMrkdwn, mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import {
	type Helper,
	reportLength,
	type TurnTo,
	type WrongPage,
} from "./concern.ts";
import { reportedLine } from "./concerns.views.ts";
import { type Mentorship, othersOf } from "./mentorship.ts";
import { names } from "./mentorships.views.ts";

type Reader = { personId: string; zone: string; locale: string };

/** After the one tap: what it did, and what one may do and need not. */
export function wrongModal(
	{ mentorship, turnTo, concerns }: WrongPage,
	reader: Reader,
	text: Text,
): Modal {
	const { mentorshipId } = mentorship;
	const others = names(othersOf(mentorship, reader.personId));
	return modal({
		id: "mentorships:wrong",
		title: text.plain("mentorships:wrong.title"),
		close: text.plain("mentorships:wrong.close"),
		blocks: [
			section(text.mrkdwn("mentorships:wrong.stopped", { names: others })),
			section(text.mrkdwn("mentorships:wrong.enough")),
			...turnToBlocks(turnTo, mentorshipId, text),
			...concerns.map((concern) =>
				context(reportedLine(concern, reader, text)),
			),
			section(text.mrkdwn("mentorships:wrong.never")),
			section(text.mrkdwn("mentorships:wrong.mistake")),
			actions(
				button({
					id: "mentorships:undoStop",
					value: mentorshipId,
					label: text.plain("mentorships:wrong.goOn"),
				}),
			),
			context(text.mrkdwn("mentorships:wrong.danger")),
		],
	});
}

function turnToBlocks(
	turnTo: TurnTo,
	mentorshipId: string,
	text: Text,
): KnownBlock[] {
	if (turnTo.to === "contact") {
		const { slackUserId, name } = turnTo.contact;
		const person = mention(slackUserId);
		return [
			section(text.mrkdwn("mentorships:wrong.contact", { person })),
			actions(
				button({
					id: "mentorships:writeConcern",
					value: mentorshipId,
					label: text.plain("mentorships:wrong.write", { name }),
				}),
			),
		];
	}
	const { isNamed, managers } = turnTo;
	const people = joinMrkdwn(
		managers.map(({ slackUserId }) => mention(slackUserId)),
		", ",
	);
	return [
		section(
			text.mrkdwn(`mentorships:wrong.${isNamed ? "tooClose" : "unnamed"}`),
		),
		...(managers.length > 0
			? [context(text.mrkdwn("mentorships:wrong.managers", { people }))]
			: []),
	];
}

type ReportPage = {
	mentorship: Mentorship;
	contact: Helper;
	/** Typed before it turned out that somebody else would get it. */
	typed?: string;
};

/** The form of a report; who will read it is said before anything is typed. */
export function reportModal(
	{ mentorship, contact, typed }: ReportPage,
	reader: Reader,
	text: Text,
): Modal {
	const { name } = contact;
	const moved = section(text.mrkdwn("mentorships:report.moved"));
	return modal({
		id: "mentorships:sendConcern",
		title: text.plain("mentorships:report.title"),
		submit: text.plain("mentorships:report.submit", { name }),
		close: text.plain("mentorships:report.cancel"),
		metadata: {
			mentorship: mentorship.mentorshipId,
			contact: contact.personId,
		},
		blocks: [
			...(typed === undefined ? [] : [moved]),
			section(
				text.mrkdwn("mentorships:report.to", {
					person: mention(contact.slackUserId),
					names: names(othersOf(mentorship, reader.personId)),
				}),
			),
			textInput({
				name: "report",
				label: text.plain("mentorships:report.field", { name }),
				hint: text.plain("mentorships:report.hint", { name }),
				lines: true,
				max: reportLength,
				initial: typed ?? null,
			}),
		],
	});
}

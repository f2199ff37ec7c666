import type { Button, KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Message,
	plainText,
	section,
} from "../slack/blocks.ts";
import { dateToken, mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import { type Concern, type Report, stateOf } from "./concern.ts";

type Reader = { personId: string; zone: string; locale: string };

/** A report as it reaches the contact; its notification says nothing of it. */
export function concernMessage(
	concern: Concern,
	report: Report,
	reader: Omit<Reader, "personId">,
	text: Text,
): Message {
	const { reporter, readAt, closedAt } = concern;
	const person = mention(reporter.slackUserId);
	const dateOf = (at: Date) => dateToken(slackDate(at, "day", reader));
	const buttons = concernButtons(concern, text);
	return {
		text: text.mrkdwn("mentorships:concern.text"),
		blocks: [
			section(text.mrkdwn("mentorships:concern.title", { person })),
			section(
				text.mrkdwn("mentorships:concern.about", {
					names: text.list(report.about),
				}),
			),
			// Plain text holds all of it; a quotation might be cut.
			{ type: "section", text: plainText(report.text, 3000) },
			...(closedAt
				? [
						context(
							text.mrkdwn("mentorships:concern.isClosed", {
								person,
								date: dateOf(closedAt),
							}),
						),
					]
				: [section(text.mrkdwn("mentorships:concern.move", { person }))]),
			...(readAt && !closedAt
				? [
						context(
							text.mrkdwn("mentorships:concern.isRead", {
								person,
								date: dateOf(readAt),
							}),
						),
					]
				: []),
			...(buttons.length > 0 ? [actions(...buttons)] : []),
			context(text.mrkdwn("mentorships:concern.private", { person })),
		],
	};
}

function concernButtons(concern: Concern, text: Text): Button[] {
	const { name } = concern.reporter;
	const read = button({
		id: "mentorships:readConcern",
		value: concern.concernId,
		label: text.plain("mentorships:concern.read"),
		spoken: text.plain("mentorships:concern.readSpoken", { name }),
	});
	const close = button({
		id: "mentorships:closeConcern",
		value: concern.concernId,
		label: text.plain("mentorships:concern.close"),
		spoken: text.plain("mentorships:concern.closeSpoken", { name }),
		confirm: {
			title: text.plain("mentorships:concern.confirm.title"),
			text: text.plain("mentorships:concern.confirm.text", { name }),
			yes: text.plain("mentorships:concern.confirm.yes"),
			no: text.plain("mentorships:concern.confirm.no"),
		},
	});
	const state = stateOf(concern);
	if (state === "closed") return [];
	return state === "read" ? [close] : [read, close];
}

/** What waits for the contact, and how far one's own has come. */
export function confidenceSection(
	concerns: Concern[],
	reader: Reader,
	text: Text,
): KnownBlock[] {
	return concerns.map((concern) =>
		concern.reporter.personId === reader.personId
			? section(reportedLine(concern, reader, text))
			: receivedSection(concern, reader, text),
	);
}

function receivedSection(concern: Concern, reader: Reader, text: Text) {
	const { reporter, reportedAt, readAt } = concern;
	return section(
		text.mrkdwn(`mentorships:confidence.${readAt ? "open" : "unread"}`, {
			person: mention(reporter.slackUserId),
			date: dateToken(slackDate(reportedAt, "day", reader)),
		}),
		button({
			id: "mentorships:showConcern",
			value: concern.concernId,
			label: text.plain("mentorships:confidence.show"),
			spoken: text.plain("mentorships:confidence.showSpoken", {
				name: reporter.name,
			}),
		}),
	);
}

/** How far one's own report has come. */
export function reportedLine(concern: Concern, reader: Reader, text: Text) {
	const { contact, reportedAt } = concern;
	const date = dateToken(slackDate(reportedAt, "day", reader));
	return contact
		? text.mrkdwn(`mentorships:confidence.${stateOf(concern)}`, {
				person: mention(contact.slackUserId),
				date,
			})
		: text.mrkdwn("mentorships:confidence.noContact", { date });
}

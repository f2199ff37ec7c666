import { actions, type Modal, modal, section } from "../slack/blocks.ts";
import { dateToken, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import type { AgreementPage } from "./agreement.service.ts";
import type { Agreement } from "./agreement.ts";
import { authorOf } from "./agreement.views.ts";
import { agreementButton } from "./agreement-buttons.views.ts";
import { changeLines } from "./agreement-change.views.ts";
import { changesBetween } from "./agreement-changes.ts";
import type { AgreementReader } from "./agreement-terms.views.ts";

/** The latest versions, of as many as Slack shows. */
const mostShown = 90;

/** Every version by what changed in it, the latest first. */
export function versionsModal(
	{ mentorship, versions }: AgreementPage,
	reader: AgreementReader,
	text: Text,
): Modal {
	return modal({
		id: "mentorships:versionsPage",
		title: text.plain("mentorships:agreement.versions.title"),
		close: text.plain("mentorships:agreement.close"),
		blocks: [
			section(text.mrkdwn("mentorships:agreement.versions.intro")),
			...versions
				.slice(0, mostShown)
				.map((version, index) =>
					section(versionLines(version, versions[index + 1], reader, text)),
				),
			actions(agreementButton(mentorship, reader, text)),
		],
	});
}

function versionLines(
	version: Agreement,
	before: Agreement | undefined,
	reader: AgreementReader,
	text: Text,
): Mrkdwn {
	const day = (at: Date) => dateToken(slackDate(at, "day", reader));
	const isFilled = version.author === null && version.version === 1;
	// Whoever wrote it may be gone; what nobody edited had no words of its own.
	const changes = before ? changesBetween(before.words, version.words) : [];
	const isAnew = version.author === null && changes.length === 0;
	const how = isFilled ? "filled" : isAnew ? "anew" : "by";
	return joinMrkdwn(
		[
			text.mrkdwn(`mentorships:agreement.versions.${how}`, {
				version: version.version,
				person: authorOf(version, text),
				date: day(version.writtenAt),
			}),
			...(changes.length > 0 ? [changeLines(changes, text)] : []),
			...(version.inForceAt
				? [
						text.mrkdwn("mentorships:agreement.versions.held", {
							date: day(version.inForceAt),
						}),
					]
				: []),
		],
		"\n",
	);
}

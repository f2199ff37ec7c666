import type { Button } from "@slack/types";
import { programLine } from "../programs/program-phrase.ts";
import { actions, context, type Message, section } from "../slack/blocks.ts";
import { joinMrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { AgreementPage } from "./agreement.service.ts";
import type { Agreement } from "./agreement.ts";
import { actButtons, authorOf, changedBlocks } from "./agreement.views.ts";
import { agreementButton } from "./agreement-buttons.views.ts";
import { type AgreementReader, termsBlocks } from "./agreement-terms.views.ts";
import { waitsLines } from "./agreement-waits.views.ts";
import { hearingMenu } from "./hearing-menu.views.ts";
import type { Mentorship } from "./mentorship.ts";
import { wrongButton } from "./mentorships.views.ts";
import { namesOf } from "./names.views.ts";
import { othersNamed } from "./since.views.ts";

type Page = { page: AgreementPage; latest: Agreement };

/** The agreement arrives: all of it, to be signed or changed. */
export function agreeMessage(
	{ page, latest }: Page,
	reader: AgreementReader,
	text: Text,
): Message {
	const { mentorship } = page;
	const isAgain = mentorship.activeSince !== null;
	return {
		text: text.mrkdwn("mentorships:agreement.agree.text", {
			names: namesOf(mentorship, reader, text),
		}),
		blocks: [
			section(
				text.mrkdwn(
					`mentorships:agreement.agree.${isAgain ? "again" : "title"}`,
					{
						names: othersNamed(mentorship, reader, text),
					},
				),
			),
			...programLines(mentorship, text),
			...termsBlocks(page, latest, reader, text),
			section(waitsLines(page, latest, reader, text)),
			actions(
				...actButtons(page, latest, reader, text),
				wrongButton(mentorship, reader, text),
			),
			context(text.mrkdwn("mentorships:agreement.sees")),
		],
	};
}

/** Somebody edited it: what they changed, and whose signature is missing. */
export function changedMessage(
	{ page, latest }: Page,
	reader: AgreementReader,
	text: Text,
): Message {
	const { mentorship } = page;
	return {
		text: text.mrkdwn("mentorships:agreement.changedNews.text", {
			name: latest.author?.name ?? text.plain("mentorships:agreement.someone"),
		}),
		blocks: [
			section(
				text.mrkdwn("mentorships:agreement.changedNews.title", {
					person: authorOf(latest, text),
				}),
			),
			...programLines(mentorship, text),
			...changedBlocks(page, text),
			section(waitsLines(page, latest, reader, text)),
			...buttons(mentorship, reader, text, [
				...actButtons(page, latest, reader, text),
				agreementButton(mentorship, reader, text),
			]),
		],
	};
}

/** The change has all signatures. */
export function holdsMessage(
	mentorship: Mentorship,
	reader: AgreementReader,
	text: Text,
): Message {
	return {
		text: text.mrkdwn("mentorships:agreement.inForce.text"),
		blocks: [
			section(
				text.mrkdwn("mentorships:agreement.inForce.title", {
					names: othersNamed(mentorship, reader, text),
				}),
			),
			...programLines(mentorship, text),
			context(text.mrkdwn("mentorships:agreement.inForce.move")),
			...buttons(mentorship, reader, text, [
				agreementButton(mentorship, reader, text),
			]),
		],
	};
}

/** The one reminder: whose signature is missing, and until when. */
export function remindMessage(
	{ page, latest }: Page,
	reader: AgreementReader,
	text: Text,
): Message {
	const { mentorship } = page;
	return {
		text: text.mrkdwn("mentorships:agreement.remind.text", {
			names: namesOf(mentorship, reader, text),
		}),
		blocks: [
			section(
				text.mrkdwn("mentorships:agreement.remind.title", {
					names: othersNamed(mentorship, reader, text),
				}),
			),
			...programLines(mentorship, text),
			section(waitsLines(page, latest, reader, text)),
			context(text.mrkdwn("mentorships:agreement.remind.once")),
			actions(
				agreementButton(mentorship, reader, text),
				wrongButton(mentorship, reader, text),
				hearingMenu(mentorship, reader, text),
			),
		],
	};
}

export function buttons(
	mentorship: Mentorship,
	reader: AgreementReader,
	text: Text,
	own: Button[],
) {
	return [actions(...own, wrongButton(mentorship, reader, text))];
}

export function programLines({ programName }: Mentorship, text: Text) {
	const lines = programLine(programName, text);
	return lines.length > 0 ? [context(joinMrkdwn(lines, "\n"))] : [];
}

import type { KnownBlock } from "@slack/types";
import { programLine } from "../programs/program-phrase.ts";
import {
	actions,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { joinMrkdwn, type Mrkdwn, mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { AgreementPage } from "./agreement.service.ts";
import { type Agreement, isOpenToSign } from "./agreement.ts";
import {
	editButton,
	signButton,
	versionsButton,
} from "./agreement-buttons.views.ts";
import { changeLines } from "./agreement-change.views.ts";
import { changesBetween } from "./agreement-changes.ts";
import { type AgreementReader, termsBlocks } from "./agreement-terms.views.ts";
import { noneLine, waitsLines } from "./agreement-waits.views.ts";
import type { Mentorship } from "./mentorship.ts";
import { knownKind } from "./mentorships.views.ts";
import { othersNamed, sinceThen } from "./since.views.ts";

/** What was just done to it, as it is told first. */
export type AgreementDid =
	| "signed"
	| "holds"
	| "already"
	| "changed"
	| "closed"
	| "saved"
	| "same";

/** The agreement as it stands, whose move it is, and what one can do. */
export function agreementModal(
	page: AgreementPage,
	reader: AgreementReader,
	text: Text,
	did: AgreementDid | null = null,
): Modal {
	const { mentorship, versions } = page;
	const [latest] = versions;
	return modal({
		id: "mentorships:agreementPage",
		title: text.plain("mentorships:agreement.title"),
		close: text.plain("mentorships:agreement.close"),
		blocks: [
			...(did
				? [section(text.mrkdwn(`mentorships:agreement.did.${did}`))]
				: []),
			...(did === "closed"
				? [section(sinceThen(mentorship, reader, text))]
				: []),
			section(titleLines(mentorship, reader, text)),
			...(latest
				? agreementBlocks(page, latest, reader, text)
				: [section(noneLine(mentorship, reader, text))]),
			context(text.mrkdwn("mentorships:agreement.sees")),
		],
	});
}

function agreementBlocks(
	page: AgreementPage,
	latest: Agreement,
	reader: AgreementReader,
	text: Text,
): KnownBlock[] {
	const { mentorship, versions } = page;
	const buttons = [
		...actButtons(page, latest, reader, text),
		...(versions.length > 1 ? [versionsButton(mentorship, reader, text)] : []),
	];
	return [
		section(waitsLines(page, latest, reader, text)),
		...changedBlocks(page, text),
		...termsBlocks(page, latest, reader, text),
		...(buttons.length > 0 ? [actions(...buttons)] : []),
	];
}

/** Sign, where that is missing, and change it; nothing while it is closed. */
export function actButtons(
	{ mentorship }: AgreementPage,
	latest: Agreement,
	reader: AgreementReader,
	text: Text,
) {
	if (!isOpenToSign(mentorship)) return [];
	const hasSigned = latest.signedBy.includes(reader.personId);
	return [
		...(hasSigned ? [] : [signButton(latest, mentorship, reader, text)]),
		editButton(mentorship, reader, text),
	];
}

/** What the latest edit changed, while it waits for signatures. */
export function changedBlocks(
	{ versions: [latest, before] }: AgreementPage,
	text: Text,
): KnownBlock[] {
	if (!latest || !before || latest.inForceAt) return [];
	const changes = changesBetween(before.words, latest.words);
	if (changes.length === 0) return [];
	const person = authorOf(latest, text);
	return [
		section(
			joinMrkdwn(
				[
					text.mrkdwn("mentorships:agreement.changed", { person }),
					changeLines(changes, text),
				],
				"\n",
			),
		),
	];
}

export function authorOf({ author }: Agreement, text: Text): Mrkdwn {
	return author
		? mention(author.slackUserId)
		: text.mrkdwn("mentorships:agreement.someone");
}

function titleLines(
	mentorship: Mentorship,
	reader: AgreementReader,
	text: Text,
): Mrkdwn {
	const title = text.mrkdwn("mentorships:agreement.with", {
		names: othersNamed(mentorship, reader, text),
		kind: text.plain(`mentorships:kind.${knownKind(mentorship.kind)}`),
	});
	return joinMrkdwn(
		[title, ...programLine(mentorship.programName, text)],
		"\n",
	);
}

import type { KnownBlock } from "@slack/types";
import { context, type Modal, modal, section } from "../slack/blocks.ts";
import { selectInput, textInput } from "../slack/inputs.ts";
import { joinMrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import {
	type Agreement,
	type AgreementWords,
	agreementLengths,
	formats,
	mentorsOf,
	rhythms,
} from "./agreement.ts";
import { authorOf } from "./agreement.views.ts";
import {
	changeLines,
	minutesText,
	monthsText,
} from "./agreement-change.views.ts";
import { changesBetween } from "./agreement-changes.ts";
import { monthChoices } from "./agreement-form.ts";
import type { Mentorship } from "./mentorship.ts";

export type AgreementForm = {
	mentorship: Mentorship;
	/** What it starts from, or what it would replace. */
	latest: Agreement;
	isInForce: boolean;
	/** What its reader has typed, and the version it was made from. */
	typed?: { before: Agreement; words: AgreementWords } | null;
};

/** The form of an agreement; who reads it is said beside each field. */
export function agreementFormModal(
	{ mentorship, latest, isInForce, typed }: AgreementForm,
	text: Text,
): Modal {
	const words = typed?.words ?? latest.words;
	return modal({
		id: "mentorships:saveAgreement",
		title: text.plain("mentorships:agreement.form.title"),
		submit: text.plain("mentorships:agreement.form.submit"),
		close: text.plain("mentorships:agreement.form.cancel"),
		metadata: { agreement: latest.agreementId },
		blocks: [
			...(typed ? [typedBlock(latest, typed.before, text)] : []),
			section(text.mrkdwn("mentorships:agreement.form.resets")),
			...(isInForce
				? [context(text.mrkdwn("mentorships:agreement.waits.old"))]
				: []),
			...roleFields(mentorship, words, text),
			...termFields(words, text),
		],
	});
}

/** What somebody else changed meanwhile: nothing is put over it unseen. */
function typedBlock(latest: Agreement, before: Agreement, text: Text) {
	if (before.agreementId === latest.agreementId)
		return context(text.mrkdwn("mentorships:agreement.form.draft"));
	const person = authorOf(latest, text);
	const changes = changesBetween(before.words, latest.words);
	return section(
		joinMrkdwn(
			[
				text.mrkdwn("mentorships:agreement.form.crossed", { person }),
				changeLines(changes, text),
			],
			"\n",
		),
	);
}

function roleFields(
	mentorship: Mentorship,
	words: AgreementWords,
	text: Text,
): KnownBlock[] {
	const mentors = mentorsOf(mentorship);
	const count = mentors.length;
	const names = text.list(mentors.map(({ name }) => name));
	const field = (name: "helps" | "helpsNot", label: string) =>
		textInput({
			name,
			label,
			hint: text.plain("mentorships:agreement.seesField"),
			lines: true,
			optional: true,
			max: agreementLengths.helps,
			initial: words[name],
		});
	return mentors.length === 0
		? [field("helps", text.plain("mentorships:agreement.form.helpsPeers"))]
		: [
				field(
					"helps",
					text.plain("mentorships:agreement.form.helps", { count, names }),
				),
				field(
					"helpsNot",
					text.plain("mentorships:agreement.form.helpsNot", { count, names }),
				),
			];
}

/** One choice keeps all that was typed before it. */
const keeping = { action: "mentorships:keepAgreement", dispatch: true };

function termFields(words: AgreementWords, text: Text): KnownBlock[] {
	return [
		selectInput({
			name: "rhythm",
			...keeping,
			label: text.plain("mentorships:agreement.form.rhythm"),
			initial: words.rhythm,
			choices: rhythms.map((value) => ({
				value,
				label: text.plain(`mentorships:agreement.rhythm.${value}`),
			})),
		}),
		selectInput({
			name: "length",
			...keeping,
			label: text.plain("mentorships:agreement.form.length"),
			initial: String(words.lengthMinutes),
			choices: [30, 45].map((minutes) => ({
				value: String(minutes),
				label: minutesText(minutes, text),
			})),
		}),
		selectInput({
			name: "format",
			...keeping,
			label: text.plain("mentorships:agreement.form.format"),
			initial: words.format,
			choices: formats.map((value) => ({
				value,
				label: text.plain(`enrollment:format.${value}`),
			})),
		}),
		textInput({
			name: "reach",
			label: text.plain("mentorships:agreement.form.reach"),
			hint: `${text.plain("mentorships:agreement.form.reachHint")} ${text.plain("mentorships:agreement.seesField")}`,
			lines: true,
			optional: true,
			max: agreementLengths.reach,
			initial: words.reach,
		}),
		selectInput({
			name: "months",
			...keeping,
			label: text.plain("mentorships:agreement.form.months"),
			initial: String(words.months),
			choices: monthChoices.map((value) => ({
				value,
				label: monthsText(Number(value), text),
			})),
		}),
	];
}

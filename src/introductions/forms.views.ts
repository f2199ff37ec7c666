import { context, type Modal, modal, section } from "../slack/blocks.ts";
import {
	type Choice,
	personInput,
	selectInput,
	textInput,
} from "../slack/inputs.ts";
import { mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { KnownPartner } from "./begin.service.ts";
import { partnerValue } from "./introduction-forms.ts";
import { lineLength, topicLength } from "./introduction-words.ts";
import type { WholeIntroduction } from "./introductions.service.ts";
import { quoted } from "./parts.views.ts";

/** Slack takes so many options. */
const mostPartners = 100;

/** One's mentors or mentees; the only one is chosen already. */
function partnerInput(label: string, partners: KnownPartner[]) {
	const choices = partners.slice(0, mostPartners).map((partner): Choice => {
		return { value: partnerValue(partner), label: partner.name };
	});
	const initial = choices.length === 1 ? (choices[0]?.value ?? null) : null;
	return selectInput({ name: "partner", label, choices, initial });
}

type Begun = { partners: KnownPartner[]; topic: string };

/** A mentee's question, and who will read it. */
export function askModal(
	{ partners, topic, isMentor }: Begun & { isMentor: boolean },
	text: Text,
): Modal {
	return modal({
		id: "introductions:ask",
		title: text.plain("introductions:ask.title"),
		submit: text.plain("introductions:ask.submit"),
		close: text.plain("introductions:ask.cancel"),
		blocks: [
			section(text.mrkdwn("introductions:ask.intro")),
			partnerInput(text.plain("introductions:ask.partner"), partners),
			textInput({
				name: "topic",
				label: text.plain("introductions:ask.topic"),
				hint: text.plain("introductions:ask.topicSeen"),
				max: topicLength,
				initial: topic,
			}),
			textInput({
				name: "why",
				label: text.plain("introductions:ask.why"),
				hint: text.plain("introductions:ask.whySeen"),
				max: lineLength,
				optional: true,
			}),
			...(isMentor ? [context(text.mrkdwn("introductions:ask.both"))] : []),
		],
	});
}

/** A mentor's own idea; the mentee is asked first. */
export function offerModal(
	{ partners, topic, slackUserId }: Begun & { slackUserId: string | null },
	text: Text,
): Modal {
	return modal({
		id: "introductions:offer",
		title: text.plain("introductions:offer.title"),
		submit: text.plain("introductions:offer.submit"),
		close: text.plain("introductions:ask.cancel"),
		blocks: [
			section(text.mrkdwn("introductions:offer.intro")),
			partnerInput(text.plain("introductions:offer.partner"), partners),
			personInput({
				name: "person",
				label: text.plain("introductions:offer.person"),
				hint: text.plain("introductions:offer.personSeen"),
				initial: slackUserId,
			}),
			textInput({
				name: "topic",
				label: text.plain("introductions:offer.topic"),
				hint: text.plain("introductions:offer.topicSeen"),
				max: topicLength,
				initial: topic,
			}),
			textInput({
				name: "note",
				label: text.plain("introductions:offer.note"),
				hint: text.plain("introductions:offer.noteSeen"),
				max: lineLength,
				optional: true,
			}),
		],
	});
}

/** A mentor names someone for a question, and who will read what. */
export function nameModal(
	{ introduction, words }: WholeIntroduction,
	text: Text,
): Modal {
	const { introductionId, mentee } = introduction;
	const { name } = mentee;
	return modal({
		id: "introductions:name",
		title: text.plain("introductions:name.title"),
		submit: text.plain("introductions:name.submit"),
		close: text.plain("introductions:name.cancel"),
		metadata: { introduction: introductionId },
		blocks: [
			quoted(
				text.mrkdwn("introductions:name.for", {
					person: mention(mentee.slackUserId),
				}),
				words.topic,
			),
			personInput({
				name: "person",
				label: text.plain("introductions:name.person", { name }),
				hint: text.plain("introductions:name.personSeen", { name }),
			}),
			textInput({
				name: "note",
				label: text.plain("introductions:name.note"),
				hint: text.plain("introductions:name.noteSeen"),
				max: lineLength,
				optional: true,
			}),
		],
	});
}

import {
	actions,
	button,
	context,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import {
	type Choice,
	checkboxInput,
	lookupInput,
	personInput,
	textInput,
} from "../slack/inputs.ts";
import { cut, mention, quote } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { noContactButton } from "./contact.views.ts";
import { sentenceLength } from "./enrollment.ts";
import type { Nomination } from "./nominate.service.ts";

type Begun = { slackUserId: string | null; topic: Choice | null };

/** A colleague, a topic, a sentence: no more than that. */
export function nominateModal(begun: Begun, text: Text): Modal {
	return modal({
		id: "enrollment:nominate",
		title: text.plain("enrollment:nominate.title"),
		submit: text.plain("enrollment:nominate.submit"),
		close: text.plain("enrollment:nominate.cancel"),
		blocks: [
			section(text.mrkdwn("enrollment:nominate.intro")),
			personInput({
				name: "person",
				label: text.plain("enrollment:nominate.person"),
				initial: begun.slackUserId,
			}),
			lookupInput({
				name: "topic",
				label: text.plain("enrollment:nominate.topic"),
				hint: text.plain("enrollment:nominate.topicHint"),
				placeholder: text.plain("enrollment:join.topicsPlaceholder"),
				action: "enrollment:topics",
				initial: begun.topic,
			}),
			textInput({
				name: "why",
				label: text.plain("enrollment:nominate.why"),
				hint: text.plain("enrollment:nominate.whySeen"),
				max: sentenceLength,
				optional: true,
			}),
			checkboxInput({
				name: "saysWho",
				label: text.plain("enrollment:nominate.who"),
				choices: [
					{ value: "yes", label: text.plain("enrollment:nominate.saysWho") },
				],
				optional: true,
			}),
			context(text.mrkdwn("enrollment:nominate.once")),
		],
	});
}

/** The one private invitation to whoever was nominated. */
export function nominationMessage(
	{ row, told }: Nomination,
	text: Text,
): Message {
	const { nominationId, saysWho, nominatorName, nominatorSlackId } = row;
	const named = saysWho && nominatorName && nominatorSlackId;
	return {
		text: named
			? text.mrkdwn("enrollment:nominated.textBy", { name: nominatorName })
			: text.mrkdwn("enrollment:nominated.text"),
		blocks: [
			section(
				named
					? text.mrkdwn("enrollment:nominated.titleBy", {
							person: mention(nominatorSlackId),
						})
					: text.mrkdwn("enrollment:nominated.title"),
			),
			section(
				text.mrkdwn("enrollment:nominated.topic", {
					topic: cut(told.topic.label, 75),
				}),
			),
			...(told.why ? [section(quote(told.why))] : []),
			section(text.mrkdwn("enrollment:nominated.about")),
			actions(
				button({
					id: "enrollment:joinNominated",
					value: nominationId,
					label: text.plain("enrollment:nominated.join"),
					style: "primary",
				}),
				button({
					id: "enrollment:declineNomination",
					value: nominationId,
					label: text.plain("enrollment:nominated.no"),
				}),
				noContactButton(text),
			),
			context(text.mrkdwn("enrollment:nominated.once")),
		],
	};
}

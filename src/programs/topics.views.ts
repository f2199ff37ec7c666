import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { longSelectInput, textInput } from "../slack/inputs.ts";
import { escapeText, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Topic } from "./topic.ts";
import { longestSynonyms, longestTopic } from "./topic-form.ts";
import type { UsedTopic } from "./topics.service.ts";

/** Names that are read at a glance; the others are searched for. */
const mostShown = 60;

/** The list, the way to one of them, and to a new one. */
export function topicsModal(
	programId: string,
	topics: readonly Topic[],
	text: Text,
	notice: Mrkdwn | null = null,
): Modal {
	const count = topics.length;
	const rest = count - mostShown;
	const names = [
		...topics.slice(0, mostShown).map(({ name }) => name),
		...(rest > 0 ? [text.plain("programs:topics.more", { count: rest })] : []),
	];
	return modal({
		id: "programs:findTopic",
		title: text.plain("programs:topics.title"),
		close: text.plain("programs:topics.close"),
		...(count > 0 && { submit: text.plain("programs:topics.open") }),
		metadata: { program: programId },
		blocks: [
			...(notice ? [section(notice)] : []),
			section(
				joinMrkdwn(
					[
						text.mrkdwn("programs:topics.count", { count }),
						escapeText(names.join(" · ")),
					],
					"\n",
				),
			),
			...(count > 0
				? [
						topicField(
							"topic",
							text.plain("programs:topics.find"),
							topics,
							text,
						),
					]
				: []),
			actions(
				button({
					id: "programs:addTopic",
					label: text.plain("programs:topics.add"),
				}),
			),
			context(text.mrkdwn("programs:topics.seen")),
		],
	});
}

/** One topic's names; null: a new one. */
export function topicModal(
	programId: string,
	topic: UsedTopic | null,
	text: Text,
): Modal {
	return modal({
		id: "programs:save-topic",
		title: text.plain(`programs:topic.${topic ? "title" : "newTitle"}`),
		submit: text.plain("programs:hub.save"),
		close: text.plain("programs:hub.cancel"),
		metadata: { program: programId, topic: topic?.topicId ?? null },
		blocks: [
			textInput({
				name: "name",
				label: text.plain("programs:topic.name"),
				initial: topic?.name ?? null,
				max: longestTopic,
			}),
			textInput({
				name: "synonyms",
				label: text.plain("programs:topic.synonyms"),
				hint: text.plain("programs:topic.synonymsHint"),
				initial: topic?.synonyms.join("\n") ?? null,
				max: longestSynonyms,
				lines: true,
				optional: true,
			}),
			...(topic ? [context(uses(topic, text))] : []),
			actions(
				...(topic ? [mergeButton(topic, text)] : []),
				...(topic?.uses === 0 ? [removeButton(topic, text)] : []),
				backButton(text),
			),
		],
	});
}

/** Into which topic one is merged. */
export function mergeModal(
	programId: string,
	topic: Topic,
	topics: readonly Topic[],
	text: Text,
): Modal {
	return modal({
		id: "programs:chooseMerge",
		title: text.plain("programs:merge.title"),
		submit: text.plain("programs:merge.next"),
		close: text.plain("programs:hub.cancel"),
		metadata: { program: programId, topic: topic.topicId },
		blocks: [
			section(text.mrkdwn("programs:merge.intro", { name: topic.name })),
			topicField(
				"into",
				text.plain("programs:merge.into"),
				topics.filter(({ topicId }) => topicId !== topic.topicId),
				text,
			),
			actions(backButton(text)),
		],
	});
}

/** What merging does to how many, before it is done. */
export function confirmMergeModal(
	programId: string,
	from: UsedTopic,
	into: Topic,
	text: Text,
): Modal {
	return modal({
		id: "programs:mergeTopics",
		title: text.plain("programs:merge.title"),
		submit: text.plain("programs:merge.confirm"),
		close: text.plain("programs:hub.cancel"),
		metadata: { program: programId, topic: from.topicId, into: into.topicId },
		blocks: [
			section(
				text.mrkdwn("programs:merge.question", {
					count: from.uses,
					from: from.name,
					into: into.name,
				}),
			),
			context(text.mrkdwn("programs:merge.final")),
			actions(backButton(text)),
		],
	});
}

function topicField(
	name: string,
	label: string,
	topics: readonly Topic[],
	text: Text,
): KnownBlock {
	return longSelectInput({
		name,
		label,
		placeholder: text.plain("programs:topics.findPlaceholder"),
		choices: topics.map((topic) => ({
			value: topic.topicId,
			label: topic.name,
		})),
	});
}

function uses({ uses: count }: UsedTopic, text: Text): Mrkdwn {
	return count === 0
		? text.mrkdwn("programs:topic.unused")
		: text.mrkdwn("programs:topic.uses", { count });
}

function mergeButton({ topicId }: Topic, text: Text) {
	return button({
		id: "programs:mergeTopic",
		value: topicId,
		label: text.plain("programs:topic.merge"),
	});
}

function removeButton({ topicId, name }: Topic, text: Text) {
	return button({
		id: "programs:removeTopic",
		value: topicId,
		label: text.plain("programs:topic.remove"),
		style: "danger",
		confirm: {
			title: text.plain("programs:topic.removeTitle"),
			text: text.plain("programs:topic.removeConfirm", { name }),
			yes: text.plain("programs:topic.removeYes"),
			no: text.plain("programs:topic.removeNo"),
		},
	});
}

function backButton(text: Text) {
	return button({
		id: "programs:backToTopics",
		label: text.plain("programs:topics.back"),
	});
}

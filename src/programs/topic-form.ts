import { z } from "zod";
import { optionalText, requiredText } from "../slack/fields.ts";
import { cut } from "../slack/mrkdwn.ts";
import { type Problem, problem } from "./problem.ts";
import type { Topic } from "./topic.ts";

/** So many fit in one menu. */
export const mostTopics = 1_000;
export const longestTopic = 60;
export const mostSynonyms = 20;
export const longestSynonyms = mostSynonyms * longestTopic;

/** A topic of the list as it is typed: its name, and other names, one a line. */
export const topicForm = z.object({
	name: requiredText(longestTopic),
	synonyms: optionalText(longestSynonyms).transform(readSynonyms),
});
export type TopicForm = z.infer<typeof topicForm>;

function readSynonyms(text: string | null): string[] {
	const lines = (text ?? "").split("\n").map((line) => line.trim());
	const words = lines.filter((line) => line !== "");
	return distinct(words.map((word) => cut(word, longestTopic))).slice(
		0,
		mostSynonyms,
	);
}

/** Upper and lower case mean the same, everywhere. */
const folded = (word: string) => word.toLowerCase();

/** As each was written first. */
function distinct(words: string[]): string[] {
	const first = new Map<string, string>();
	for (const word of words)
		if (!first.has(folded(word))) first.set(folded(word), word);
	return [...first.values()];
}

/**
 * What speaks against a topic, as the list is: a word must mean one topic.
 * `topicId` null: a new one.
 */
export function topicProblems(
	topics: readonly Topic[],
	topicId: string | null,
	{ name, synonyms }: TopicForm,
): Problem[] {
	const owners = new Map(
		topics
			.filter((topic) => topic.topicId !== topicId)
			.flatMap((topic) =>
				[topic.name, ...topic.synonyms].map((word) => [
					folded(word),
					topic.name,
				]),
			),
	);
	const clash = (field: string, word: string) => {
		const topic = owners.get(folded(word));
		return topic === undefined
			? []
			: [problem(field, "programs:topics.taken", { word, topic })];
	};
	const isOneTooMany = topicId === null && topics.length >= mostTopics;
	return [
		...(isOneTooMany ? [problem("name", "programs:topics.tooMany")] : []),
		...clash("name", name),
		...synonyms.flatMap((word) => clash("synonyms", word)),
	];
}

/** A topic that has taken in another: that one's names are its names now. */
export function mergedTopic(into: Topic, from: Topic): Topic {
	const words = distinct([...into.synonyms, from.name, ...from.synonyms]);
	return {
		...into,
		synonyms: words.filter((word) => folded(word) !== folded(into.name)),
	};
}

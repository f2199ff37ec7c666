import type { Topic } from "../programs/topic.ts";

/**
 * Topics for a select while someone types: those whose name begins with it,
 * then names and synonyms that hold it. All of them before anything is typed.
 */
export function nearestTopics(topics: Topic[], query: string): Topic[] {
	const typed = query.toLowerCase();
	const rated = topics.map((topic) => ({ topic, rate: rate(topic, typed) }));
	return rated
		.filter((entry) => entry.rate > 0)
		.sort((a, b) => b.rate - a.rate)
		.map((entry) => entry.topic)
		.slice(0, 99);
}

function rate({ name, synonyms }: Topic, typed: string): number {
	if (name.toLowerCase().startsWith(typed)) return 3;
	if (name.toLowerCase().includes(typed)) return 2;
	return synonyms.some((other) => other.toLowerCase().includes(typed)) ? 1 : 0;
}

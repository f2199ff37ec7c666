import type { Text } from "../slack/text.ts";
import type { Reason } from "./engine/reasons.ts";
import type { Names } from "./find.ts";

/**
 * Half a sentence about the mentor: to the mentee in the list of results
 * ("reason": "works with Kubernetes"), or in the mentee's own words to the
 * mentor ("you": "you work with Kubernetes").
 */
type Manner = "reason" | "you";

function reasonWords(
	reason: Reason,
	manner: Manner,
	names: Names,
	text: Text,
): string | null {
	switch (reason.reason) {
		case "topic": {
			const all = [reason.topic, ...reason.others].flatMap(
				(key) => names.topic(key) ?? [],
			);
			if (all.length === 0) return null;
			return text.plain(`matching:${manner}.topic${reason.level}`, {
				topics: text.list(all),
			});
		}
		case "move":
			return reason.move === null
				? null
				: text.plain(`matching:${manner}.move`, { move: reason.move });
		case "goal": {
			const topics = (reason.topics ?? []).flatMap(
				(key) => names.topic(key) ?? [],
			);
			return topics.length === 0
				? null
				: text.plain(`matching:${manner}.goal`, { topics: text.list(topics) });
		}
		case "seniority":
			return reason.difference > 0
				? text.plain(`matching:${manner}.ahead`, { count: reason.difference })
				: text.plain(`matching:${manner}.reverse`);
		case "department":
			return text.plain(`matching:${manner}.department`, {
				department: reason.department,
			});
		case "language":
			return text.plain(`matching:${manner}.language`, {
				languages: text.list(reason.languages.map(text.languageName)),
			});
		case "style":
			return text.plain(`matching:${manner}.style`, {
				styles: text.list(
					Object.values(reason.alike).map((style) =>
						text.plain(`matching:style.${style}`),
					),
				),
			});
		case "hours":
			return text.plain(`matching:${manner}.hours`, {
				count: Math.floor(reason.minutesPerWeek / 60),
			});
		case "rhythm":
			return text.plain(`matching:${manner}.${reason.rhythm}`);
		case "format":
			return text.plain(`matching:${manner}.format`);
	}
}

/** The reasons that can be put into words, in their order. */
export function reasonList(
	reasons: readonly Reason[],
	manner: Manner,
	names: Names,
	text: Text,
): string[] {
	return reasons.flatMap(
		(reason) => reasonWords(reason, manner, names, text) ?? [],
	);
}

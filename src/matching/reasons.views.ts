import type { Text } from "../slack/text.ts";
import type { Reason } from "./engine/reasons.ts";
import type { Names } from "./find.ts";

/** A reason as half a sentence about the mentor: "offers Kubernetes ...". */
export function reasonWords(
	reason: Reason,
	names: Names,
	text: Text,
): string | null {
	switch (reason.reason) {
		case "topic": {
			const all = [reason.topic, ...reason.others].flatMap(
				(key) => names.topic(key) ?? [],
			);
			if (all.length === 0) return null;
			return text.plain(`matching:reason.topic${reason.level}`, {
				topics: text.list(all),
			});
		}
		case "move":
			return reason.move === null
				? null
				: text.plain("matching:reason.move", { move: reason.move });
		case "goal": {
			const topics = (reason.topics ?? []).flatMap(
				(key) => names.topic(key) ?? [],
			);
			return topics.length === 0
				? null
				: text.plain("matching:reason.goal", { topics: text.list(topics) });
		}
		case "seniority":
			return reason.difference > 0
				? text.plain("matching:reason.ahead", { count: reason.difference })
				: text.plain("matching:reason.reverse");
		case "department":
			return text.plain("matching:reason.department", {
				department: reason.department,
			});
		case "language":
			return text.plain("matching:reason.language", {
				languages: text.list([...reason.languages].map(languageName(text))),
			});
		case "style":
			return text.plain("matching:reason.style", {
				styles: text.list(
					Object.values(reason.alike).map((style) =>
						text.plain(`matching:style.${style}`),
					),
				),
			});
		case "hours":
			return text.plain("matching:reason.hours", {
				count: Math.floor(reason.minutesPerWeek / 60),
			});
		case "rhythm":
			return text.plain(`matching:reason.${reason.rhythm}`);
		case "format":
			return text.plain("matching:reason.format");
	}
}

export function reasonList(
	reasons: readonly Reason[],
	names: Names,
	text: Text,
): string[] {
	return reasons.flatMap((reason) => reasonWords(reason, names, text) ?? []);
}

function languageName(text: Text) {
	const names = new Intl.DisplayNames([text.language], { type: "language" });
	return (code: string) => names.of(code) ?? code;
}

import type { Rhythm, Style, TopicLevel } from "./profile.ts";
import type { Term } from "./term.ts";

/** A plain reason for a pair; the views put it into words. */
export type Reason =
	| {
			readonly reason: "topic";
			readonly topic: string;
			/** The mentor's level. */
			readonly level: TopicLevel;
			/** Further topics they offer of those looked for. */
			readonly others: readonly string[];
	  }
	/** `move` and `topics` are null for anyone but the mentee. */
	| { readonly reason: "move"; readonly move: string | null }
	| { readonly reason: "goal"; readonly topics: readonly string[] | null }
	/** The mentor's level less the mentee's; negative in reverse mentoring. */
	| { readonly reason: "seniority"; readonly difference: number }
	| { readonly reason: "department"; readonly department: string }
	| { readonly reason: "language"; readonly languages: readonly string[] }
	| { readonly reason: "style"; readonly alike: Style }
	| { readonly reason: "hours"; readonly minutesPerWeek: number }
	| { readonly reason: "rhythm"; readonly rhythm: Rhythm }
	| { readonly reason: "format"; readonly format: "in_person" };

/** Who reads the reasons: the mentee of the pair, or anyone else. */
export type Audience = "mentee" | "others";

const mostReasons = 4;
/** Two hours a day: below that, overlapping hours are no advantage. */
const worthwhileMinutes = 10 * 60;

/**
 * Up to four reasons, strongest first, from terms that gave points and whose
 * facts a reader would agree with. There may be fewer than two: nothing is
 * made up. One's own topics are never named. What the mentee's goals are
 * about and the words of a move stay with the mentee.
 */
export function reasonsOf(
	terms: readonly Term[],
	audience: Audience,
): readonly Reason[] {
	return terms
		.filter(({ points }) => points > 0)
		.toSorted((a, b) => b.points - a.points)
		.flatMap((term) => reasonOf(term, audience) ?? [])
		.slice(0, mostReasons);
}

function reasonOf(term: Term, audience: Audience): Reason | null {
	// A term without facts was not judged.
	if (term.facts === null) return null;
	switch (term.term) {
		case "topic": {
			const listed = term.facts.matches.filter(({ own }) => !own);
			const [first, ...others] = listed;
			if (!first) return null;
			const { topic, level } = first;
			return {
				reason: "topic",
				topic,
				level,
				others: others.map((match) => match.topic),
			};
		}
		case "move": {
			const [move] = term.facts.moves;
			if (move === undefined) return null;
			return { reason: "move", move: audience === "mentee" ? move : null };
		}
		case "goal": {
			const { topics } = term.facts;
			if (topics.length === 0) return null;
			return { reason: "goal", topics: audience === "mentee" ? topics : null };
		}
		case "seniority":
			// Only the gap that the kind wants most is an argument for someone.
			return term.points === term.max
				? { reason: "seniority", difference: term.facts.difference }
				: null;
		case "department":
			return { reason: "department", department: term.facts.department };
		case "language":
			// A single common language goes without saying.
			return term.facts.languages.length > 1
				? { reason: "language", languages: term.facts.languages }
				: null;
		case "style":
			return Object.keys(term.facts.alike).length > 1
				? { reason: "style", alike: term.facts.alike }
				: null;
		case "hours":
			return term.facts.minutesPerWeek >= worthwhileMinutes
				? { reason: "hours", minutesPerWeek: term.facts.minutesPerWeek }
				: null;
		case "rhythm":
			return term.points === term.max
				? { reason: "rhythm", rhythm: term.facts.rhythm }
				: null;
		case "format":
			return term.facts.format === "in_person"
				? { reason: "format", format: "in_person" }
				: null;
	}
}

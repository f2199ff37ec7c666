import type { Overlap } from "../../time/overlap.ts";
import type { Pair } from "./pair.ts";
import type { Format, Rhythm, Style, TopicLevel } from "./profile.ts";
import type { Sought } from "./query.ts";
import type { TermName } from "./weights.ts";

/** A topic the mentor offers of those looked for, at the mentor's level. */
export type TopicMatch = {
	readonly topic: string;
	readonly level: TopicLevel;
	readonly own: boolean;
};

/** What a term was decided on; never anyone's text beyond a mentor's moves. */
type Facts = {
	topic: { readonly matches: readonly TopicMatch[] };
	move: { readonly moves: readonly string[] };
	goal: { readonly topics: readonly string[] };
	/** The mentor's level less the mentee's. */
	seniority: { readonly difference: number };
	/** The mentor's department. */
	department: { readonly department: string };
	language: { readonly languages: readonly string[] };
	/** The answers both gave. */
	style: { readonly alike: Style };
	hours: { readonly minutesPerWeek: number };
	/** The mentor's rhythm. */
	rhythm: { readonly rhythm: Rhythm };
	format: { readonly format: Format | null };
};

type TermOf<Name extends TermName> = {
	readonly term: Name;
	/** Whole points, 0 to `max`. */
	readonly points: number;
	readonly max: number;
	/** Null when the term could not be judged; it then counts half. */
	readonly facts: Facts[Name] | null;
};

export type Term = { [Name in TermName]: TermOf<Name> }[TermName];

/** All that a term may look at. */
export type Judged = Pair & {
	readonly sought: Sought;
	readonly overlap: Overlap;
};

/** A term that was judged: `part` of `whole` of its points, rounded down. */
export function known<Name extends TermName>(
	term: Name,
	max: number,
	[part, whole]: readonly [part: number, whole: number],
	facts: Facts[Name],
): TermOf<Name> {
	return { term, points: Math.floor((max * part) / whole), max, facts };
}

/**
 * A term that nothing is known about, or that nobody asked for. It counts
 * half: no data must neither put someone last, as no points would, nor first,
 * as all of them would. Without facts it is never a reason.
 */
export function unknown<Name extends TermName>(
	term: Name,
	max: number,
): TermOf<Name> {
	return { term, points: Math.floor(max / 2), max, facts: null };
}

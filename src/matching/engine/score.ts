import type { Overlap } from "../../time/overlap.ts";
import { goalTerm, moveTerm, topicTerm } from "./content-terms.ts";
import type { Pair } from "./pair.ts";
import {
	departmentTerm,
	languageTerm,
	seniorityTerm,
	styleTerm,
} from "./people-terms.ts";
import { formatTerm, hoursTerm, rhythmTerm } from "./practice-terms.ts";
import type { Sought } from "./query.ts";
import type { Term } from "./term.ts";
import type { Weights } from "./weights.ts";

export type Score = {
	/** 0 to 1000: the sum of the terms' points. */
	readonly total: number;
	readonly terms: readonly Term[];
};

export type ScoreContext = {
	/** Whole points that add up to 1000 per kind (`weightProblems`). */
	readonly weights: Weights;
	/** What this search asks for; `nothingSought` when it asks for nothing. */
	readonly sought: Sought;
	/** From `overlapFrom`, made at the search's own instant. */
	readonly overlap: Overlap;
};

/**
 * How well a mentor suits a mentee for one kind, from the mentee's side. Says
 * nothing about whether the pair is allowed: that is `missingEdge`.
 */
export function score(pair: Pair, context: ScoreContext): Score {
	const max = context.weights[pair.kind];
	const judged = { ...pair, sought: context.sought, overlap: context.overlap };
	const terms = [
		topicTerm(judged, max.topic),
		moveTerm(judged, max.move),
		goalTerm(judged, max.goal),
		seniorityTerm(judged, max.seniority),
		departmentTerm(judged, max.department),
		languageTerm(judged, max.language),
		styleTerm(judged, max.style),
		hoursTerm(judged, max.hours),
		rhythmTerm(judged, max.rhythm),
		formatTerm(judged, max.format),
	];
	return {
		total: terms.reduce((sum, { points }) => sum + points, 0),
		terms,
	};
}

import { commentLimit, peopleLimit } from "./candidate.ts";
import type { Quotable } from "./cohort-rows.queries.ts";

/**
 * From which look-backs a summary quotes: the latest of each who agreed to it.
 * None, unless ten people looked back and five agreed: among fewer, a sentence
 * without a name has one all the same. And never from all but a few, as quotes can
 * be counted: that nearly everybody agreed is no number that a report may tell.
 */
export function quotedFrom(rows: readonly Quotable[]): string[] {
	const everyone = new Set(rows.map(({ personId }) => personId));
	const latest = new Map<string, string>();
	for (const { personId, lookBackId, hasQuote } of rows)
		if (hasQuote && !latest.has(personId)) latest.set(personId, lookBackId);
	const isEnough = everyone.size >= commentLimit && latest.size >= peopleLimit;
	return isEnough
		? inNoOrder([...latest.values()]).slice(0, everyone.size - peopleLimit)
		: [];
}

/** By the end of an id, which nothing follows from: its beginning is a time. */
const inNoOrder = (ids: readonly string[]): string[] =>
	ids.toSorted((a, b) => (a.slice(-12) < b.slice(-12) ? -1 : 1));

/**
 * As they are read: in an order that tells nothing of who wrote them or when.
 * When one has been taken back or erased none is shown any more, as the one that
 * is missing would be that of whoever has left.
 */
export const quotesShown = (
	quotes: readonly string[],
	whenMade: number,
): string[] => (quotes.length < whenMade ? [] : quotes.toSorted());

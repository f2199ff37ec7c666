import type { Published } from "./candidate.ts";
import { type FigureId, figureIds } from "./figures.ts";
import { figureOf, type Release } from "./published.ts";

/** A figure as it is, and as it was in the release before. */
export type Change = { id: FigureId; before: Published; after: Published };

const mostChanges = 5;

/** What is new and says something else than before, what matters most first. */
export function changesSince(release: Release, before: Release): Change[] {
	return figureIds
		.flatMap((id) => {
			const after = figureOf(release, id);
			const earlier = figureOf(before, id);
			return after && earlier && isTold(after) && isTold(earlier)
				? [{ id, before: earlier, after }]
				: [];
		})
		.filter(({ before, after }) => numberOf(before) !== numberOf(after))
		.slice(0, mostChanges);
}

/** In one number, so that two of them can stand side by side. */
const isTold = (figure: Published): boolean => numberOf(figure) !== null;

function numberOf(figure: Published): number | null {
	switch (figure.kind) {
		case "count":
			return figure.people.is === "number" ? figure.people.value : null;
		case "share":
			return figure.yes.is === "number" ? figure.yes.value : null;
		case "mean":
			return figure.mean.is === "number" ? figure.mean.value : null;
		case "median":
			return figure.median.is === "number" ? figure.median.value : null;
		default:
			return null;
	}
}

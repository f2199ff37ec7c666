import type { Published } from "./candidate.ts";
import type { FigureId } from "./figures.ts";

/** A release as everybody who may see it reads it: a number never changes. */
export type Release = {
	readonly releaseId: string;
	readonly programId: string;
	readonly madeAt: Date;
	readonly figures: readonly Published[];
};

/** A release as it is stored: the program's report, or a cohort's summary. */
export type StoredRelease = Release & {
	/** null: the program's report. */
	readonly cohortId: string | null;
	/** How many sentences it quoted when it was made. */
	readonly quotes: number;
};

/** Under so many enrolled there is a list of what to do instead. */
export const fewestEnrolled = 10;

const freshMs = 20 * 3_600_000;

/** The numbers of a day are one release: to look again tells nothing more. */
export const isFresh = ({ madeAt }: Release, now: Date): boolean =>
	now.getTime() - madeAt.getTime() < freshMs;

/** A figure by its id; what is not shown is there as `hidden`. */
export const figureOf = (
	{ figures }: Release,
	id: FigureId,
): Published | undefined => figures.find((figure) => figure.id === id);

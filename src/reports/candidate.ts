/**
 * What a report could say, what it may say, and what is kept of it.
 *
 *     release(candidates, past, at) -> { at, figures, sets }
 *
 * `figures` is what everybody may see (store it, never change it): one for each
 * candidate, in their order. `sets` is who stands behind the figures that are
 * new in this release (store it beside them, show it to nobody). `past` is all
 * earlier releases of the same program as they were stored, in any order; one
 * in which nothing was new may be left out.
 *
 * It throws where `past` is not what was published. The limit of a figure is the
 * highest it ever had.
 *
 * Candidates that come first are served first: what a later figure would give
 * away together with them is not shown. So put what matters most first, and
 * keep the order from release to release.
 *
 * A person is an id that never becomes somebody else's. The id of an erased
 * person may be replaced, by the same new id everywhere, in all stored sets.
 */

declare const checked: unique symbol;
/** People that a figure needs. Only `limitOf` makes one. */
export type Limit = number & { readonly [checked]: true };

const least = 5;

/** The limit somebody wishes for, or 5 if they wish for less. */
export function limitOf(wished: number): Limit {
	return (
		Number.isFinite(wished) ? Math.max(least, Math.ceil(wished)) : least
	) as Limit;
}

export const peopleLimit: Limit = limitOf(least);
export const commentLimit: Limit = limitOf(10);

export type Person = string;
export type People = ReadonlySet<Person>;
export type Unit = "days" | "hours";

type Base = {
	/** The same in every release; letters, digits and dots. */
	readonly id: string;
	/** `peopleLimit` where nothing is said. */
	readonly limit?: Limit;
};

/**
 * What a figure says, whoever it says it of: those of a cohort say of its people
 * what the program's say of everybody, under ids of their own.
 */
export const sentenceOf = (id: string): string =>
	id.replace(/^cohort\.[^.]+\./, "");

/**
 * How many people there are, where who they are is no secret. Else it is a share
 * of those who could be among them.
 */
export type Count = Base & { readonly kind: "count"; readonly people: People };

/**
 * How many of some people a sentence is true of. Who says yes is in people. Its
 * id stands for the sentence: a column of a table has the same one if it says the
 * same, and only then.
 */
export type Share = Base & {
	readonly kind: "share";
	readonly people: People;
	readonly yes: People;
};

/** The mean of one value for each person, from 1 to 5. */
export type Mean = Base & {
	readonly kind: "mean";
	readonly values: ReadonlyMap<Person, number>;
};

/** The median of one value for each person, 0 or more, in whole units. */
export type Median = Base & {
	readonly kind: "median";
	readonly unit: Unit;
	readonly values: ReadonlyMap<Person, number>;
};

/**
 * People divided into named categories, each person in one. Name categories
 * without people, too: their order here is their order everywhere.
 */
export type Split = Base & {
	readonly kind: "split";
	readonly categories: ReadonlyMap<string, People>;
};

/** Those without a department have this one, so that nobody is missing. */
export const noDepartment = "";

/** People by department, each in one, and what is true of how many of them. */
export type Table = Base & {
	readonly kind: "table";
	readonly departments: ReadonlyMap<string, People>;
	readonly columns: readonly { readonly id: string; readonly yes: People }[];
};

export type Candidate = Count | Share | Mean | Median | Split | Table;

/**
 * What stands in the place of a number of people. `under`: fewer than this
 * many, none included. `nearlyAll`: all, or all but fewer than this many.
 * `hidden`: say "too few to tell".
 */
export type Amount =
	| { readonly is: "number"; readonly value: number }
	| { readonly is: "under"; readonly limit: number }
	| { readonly is: "nearlyAll"; readonly limit: number }
	| { readonly is: "hidden" };

/** A mean to one decimal, a median in whole units, or what it lies between. */
export type Level =
	| { readonly is: "number"; readonly value: number }
	| { readonly is: "between"; readonly low: number; readonly high: number }
	/** At least this; the last band of a median. */
	| { readonly is: "from"; readonly low: number }
	| { readonly is: "hidden" };

/**
 * A row of a split or a table. Several names, sorted as the rows are: these
 * were put together, because some of them are too small to stand alone.
 */
export type Row = {
	readonly names: readonly string[];
	readonly people: Amount;
};
export type TableRow = Row & {
	/** By the id of the column. */
	readonly columns: Readonly<Record<string, Amount>>;
};

/**
 * Rows of a split are in the order of its categories, rows of a table by name,
 * `noDepartment` after all others, each with what was put together last. Nothing
 * is sorted by a number.
 */
export type Shown =
	| { readonly kind: "count"; readonly people: Amount }
	| { readonly kind: "share"; readonly people: Amount; readonly yes: Amount }
	| { readonly kind: "mean"; readonly people: Amount; readonly mean: Level }
	| {
			readonly kind: "median";
			readonly unit: Unit;
			readonly people: Amount;
			readonly median: Level;
	  }
	| {
			readonly kind: "split";
			readonly people: Amount;
			readonly rows: readonly Row[];
	  }
	| {
			readonly kind: "table";
			readonly people: Amount;
			readonly rows: readonly TableRow[];
	  }
	/** It cannot be shown, and nothing earlier can stand for it. */
	| { readonly kind: "hidden" };

/**
 * One figure of a release. `asOf` is when it was new, as ISO 8601 in UTC: the
 * time of this release, or of the earlier one whose figure still stands. All
 * of it is plain JSON.
 */
export type Published = Shown & {
	readonly id: string;
	readonly asOf: string;
	/** The limit of the figure, where it is higher than `peopleLimit`. */
	readonly limit?: number;
};

/**
 * Who stands behind one part of a figure; (figure, part) is a key. Where another
 * part has the same people, it has none itself, and its name says which.
 */
export type StoredSet = {
	readonly figure: string;
	readonly part: string;
	readonly people: readonly Person[];
};

/** A release: what is published, and what is kept in private beside it. */
export type Released = {
	readonly at: string;
	readonly figures: readonly Published[];
	/** Of the figures that are new in it (`asOf` is `at`), and of no others. */
	readonly sets: readonly StoredSet[];
};

/** People as numbers: 0, 1, 2 and so on, in any order. */
export type Numbers = ReadonlyMap<Person, number>;

/** An earlier release, as it was; its sets may be of people by number. */
export type Earlier = Omit<Released, "sets"> & {
	readonly sets: readonly EarlierSet[];
};
export type EarlierSet = Omit<StoredSet, "people"> & {
	readonly people: readonly Person[] | Uint32Array;
};

/**
 * What a column holds, which decides who may see it, whether it is encrypted,
 * and what erasing a person does to it. A test fails on a column without one.
 *
 * - `id`: opaque ids, Slack's ids included
 * - `state`: what the product needs to work: states, dates, counters
 * - `directory`: facts from Slack or HR about a person or the company
 * - `choice`: what a person chose from a list
 * - `private`: what a person wrote; sealed, `bytea`
 * - `secret`: tokens; sealed, `bytea`
 */
export type ColumnClass =
	| "id"
	| "state"
	| "directory"
	| "choice"
	| "private"
	| "secret";

/** A class for each column of some tables. */
export type Classes<Tables> = {
	[T in keyof Tables]: Record<keyof Tables[T], ColumnClass>;
};

/**
 * The words the tables of rules are written in. A schema is plain data, so
 * that the checker reads it, and a test can list every rule there is.
 */

export type Fields = Record<string, unknown>;

/** How a text must look. */
export type Format = { name: string; fits: (text: string) => boolean };

/** What the fields of one object say about each other. */
export type Bond = {
	rule: string;
	/** Asked only when every field is right by itself. */
	holds: (fields: Fields) => boolean;
	/** Where the pointer ends below the object; empty for the object itself. */
	at: string;
	says: string;
};

export type Shape = {
	is: "shape";
	/** What a list of rules calls it. */
	name: string;
	/** What its `type` must say; null where it has none. */
	type: string | null;
	fields: Record<string, Field>;
	bonds: Bond[];
};

export type Schema =
	| { is: "text"; min: number; max: number; format: Format | null }
	| { is: "number"; min: number; max: number }
	| { is: "amount" }
	| { is: "flag" }
	| { is: "word"; of: string[] }
	| { is: "list"; of: Schema; min: number; max: number }
	| { is: "map" }
	| { is: "kinds"; of: Record<string, Shape> }
	| Shape;

export type Field = Schema & { required?: true };

/**
 * A text of 1 to `max` characters. How Slack counts is not documented; UTF-16
 * units are the strictest of the plausible ways (an emoji counts twice).
 */
export const text = (max: number, format: Format | null = null): Schema => ({
	is: "text",
	min: 1,
	max,
	format,
});

/** A text that may also be empty. */
export const maybeEmpty = (max: number): Schema => ({
	is: "text",
	min: 0,
	max,
	format: null,
});

/** A whole number. */
export const whole = (min: number, max: number): Schema => ({
	is: "number",
	min,
	max,
});

/** Any number. */
export const amount: Schema = { is: "amount" };

export const flag: Schema = { is: "flag" };

export const word = (...of: string[]): Schema => ({ is: "word", of });

export const list = (of: Schema, min: number, max: number): Schema => ({
	is: "list",
	of,
	min,
	max,
});

/** An object whose keys are free. */
export const map: Schema = { is: "map" };

export const required = (schema: Schema): Field => ({
	...schema,
	required: true,
});

/** An object; properties the table does not name are refused. */
export const shape = (
	name: string,
	fields: Record<string, Field>,
	...bonds: Bond[]
): Shape => ({ is: "shape", name, type: null, fields, bonds });

/** An object that says its `type`, by which a list of rules calls it too. */
export const typed = (
	type: string,
	fields: Record<string, Field>,
	...bonds: Bond[]
): Shape => ({
	...shape(type, { type: required(word(type)), ...fields }, ...bonds),
	type,
});

/** One of several objects, told apart by `type`. */
export const kinds = (...shapes: Shape[]): Schema => ({
	is: "kinds",
	of: Object.fromEntries(shapes.map((each) => [each.type, each])),
});

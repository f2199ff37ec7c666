import type { Fields } from "../../../simulator/rules/vocabulary.ts";

/**
 * Slack's limits a second time, written by hand and apart from the rules. One
 * case says what a field may hold, brings values exactly at its limits, and
 * values just beyond them with Slack's sentence.
 */
export type Case = {
	says: string;
	good: (samples: Samples) => unknown[];
	bad: (samples: Samples) => Bad[];
	needed?: true;
	/** Other fields the object needs for this one; undefined takes one away. */
	given?: Fields;
};

export type Bad = { value: unknown; says: string; at?: string };

export type Samples = {
	least: (name: string) => Fields;
	/** The least form of every object that has a type. */
	typed: Fields[];
};

export const span = (min: number, max: number): string =>
	Number.isFinite(max) ? `${min} to ${max}` : `${min} or more`;

/** A case whose values do not depend on other objects. */
export const plainly = (says: string, good: unknown[], bad: Bad[]): Case => ({
	says,
	good: () => good,
	bad: () => bad,
});

export const needed = (of: Case): Case => ({ ...of, needed: true });

export const given = (fields: Fields, of: Case): Case => ({
	...of,
	given: fields,
});

/** A text that looks like something: one of exactly `length`, one that fails. */
export type Look = {
	name: string;
	of: (length: number) => string;
	not: string[];
};

const anything: Look = { name: "", of: (n) => "x".repeat(n), not: [] };

export function chars(max: number, look: Look = anything, min = 1): Case {
	const name = look.name === "" ? "" : `, ${look.name}`;
	const long = Number.isFinite(max);
	return plainly(
		`${span(min, max)} characters${name}`,
		[
			...(look === anything ? ["x"] : []),
			look.of(long ? max : 1),
			...(min === 0 ? [""] : []),
		],
		[
			{ value: 7, says: "must provide a string" },
			{ value: null, says: "must provide a string" },
			...(min === 0
				? []
				: [{ value: "", says: "must be more than 0 characters" }]),
			...(long
				? [
						{
							value: "x".repeat(max + 1),
							says: `must be less than ${max + 1} characters`,
						},
					]
				: []),
			...look.not.map((value) => ({ value, says: "failed to match schema" })),
		],
	);
}

export const whole = (min: number, max: number): Case =>
	plainly(
		span(min, max),
		[min, Number.isFinite(max) ? max : min + 1],
		[
			{ value: `${min}`, says: "must provide an integer" },
			{ value: min + 0.5, says: "must provide an integer" },
			{ value: min - 1, says: `must be more than ${min - 1}` },
			...(Number.isFinite(max)
				? [{ value: max + 1, says: `must be less than ${max + 1}` }]
				: []),
		],
	);

export const amount = plainly(
	"a number",
	[-1.5, 0, 1e6],
	[{ value: "1", says: "must provide a number" }],
);

export const flag = plainly(
	"true or false",
	[true, false],
	[{ value: "true", says: "must provide a boolean" }],
);

export const words = (...of: string[]): Case =>
	plainly(of.join(", "), of, [
		{ value: "nonsense", says: "must be a valid enum value" },
		{ value: null, says: "must provide a string" },
	]);

export const free = plainly(
	"an object",
	[{}, { any: "thing" }],
	[{ value: "x", says: "must provide an object" }],
);

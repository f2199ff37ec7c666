import { z } from "zod";
import { cut } from "./mrkdwn.ts";

/** Parsers for the values of a form; see `Form` in feature.ts. */

/** What was typed, cut to `max`; null when empty or absent. */
export function optionalText(max: number) {
	return z
		.string()
		.nullish()
		.transform((text) => (text ? cut(text, max) : null));
}

export function requiredText(max: number) {
	return z
		.string()
		.min(1)
		.transform((text) => cut(text, max));
}

/** Several choices; absent means none. */
export function several(most: number) {
	return z
		.array(z.string().max(200))
		.nullish()
		.transform((values) => (values ?? []).slice(0, most));
}

/** Several of a fixed set; others are dropped. */
export function severalOf<const T extends string>(known: readonly T[]) {
	return several(known.length).transform((values) =>
		known.filter((value) => values.includes(value)),
	);
}

export function optionalOneOf<const T extends readonly [string, ...string[]]>(
	known: T,
) {
	return z
		.enum(known)
		.nullish()
		.transform((value) => value ?? null);
}

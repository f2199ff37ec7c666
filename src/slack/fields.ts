import { z } from "zod";
import { cut } from "./mrkdwn.ts";
import type { TextKey } from "./text.ts";

/** Parsers for the values of a form; see `Form` in feature.ts. */

/** What was typed, cut to `max`; null when empty or absent. */
export function optionalText(max: number) {
	return z
		.string()
		.nullish()
		.transform((text) => (text ? cut(text, max) : null));
}

/** What a form can say of a field: the message that its parser fails with. */
export const fieldFaults = {
	empty: "slack:field.empty",
	choose: "slack:field.choose",
	time: "slack:field.time",
} as const satisfies Record<string, TextKey>;

export function requiredText(max: number) {
	return z
		.string(fieldFaults.empty)
		.min(1, fieldFaults.empty)
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

/** A value that was put into a button or a form as JSON. */
export function jsonOf<T>(schema: z.ZodType<T>) {
	return z
		.string()
		.transform((text, context): unknown => {
			try {
				return JSON.parse(text);
			} catch {
				context.addIssue("not JSON");
				return z.NEVER;
			}
		})
		.pipe(schema);
}

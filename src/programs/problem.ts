import type { Text, TextKey } from "../slack/text.ts";

/** What is wrong with one field of a form, as it is said under it. */
export type Problem = {
	field: string;
	key: TextKey;
	vars: Record<string, string | number>;
};

export function problem(
	field: string,
	key: TextKey,
	vars: Problem["vars"] = {},
): Problem {
	return { field, key, vars };
}

/** For the reply `errors`; of several in one field the first is said. */
export function errorsOf(
	problems: readonly Problem[],
	text: Text,
): Record<string, string> {
	return Object.fromEntries(
		problems
			.toReversed()
			.map(({ field, key, vars }) => [field, text.plain(key, vars)]),
	);
}

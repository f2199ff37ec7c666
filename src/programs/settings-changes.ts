import type { SettingsPatch } from "./settings-pages.ts";

export type Change = { from: unknown; to: unknown };

/**
 * What a save changed, by the setting's name ("rules.department"), for the
 * audit that the program's other managers read.
 */
export function changesOf(
	before: SettingsPatch,
	patch: SettingsPatch,
): Record<string, Change> {
	const old = flat(before);
	return Object.fromEntries(
		Object.entries(flat(patch)).flatMap(([name, to]) => {
			const from = old[name] ?? null;
			return JSON.stringify(from) === JSON.stringify(to)
				? []
				: [[name, { from, to }]];
		}),
	);
}

/** One level of names; lists are values. Weights not named count as usual. */
function flat(settings: SettingsPatch): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(settings).flatMap(([section, value]): [string, unknown][] =>
			isSection(value) && section !== "weights"
				? Object.entries(value).map(([name, it]) => [`${section}.${name}`, it])
				: [[section, value]],
		),
	);
}

function isSection(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

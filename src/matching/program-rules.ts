import type { ProgramSettings } from "../programs/settings.ts";
import { kinds } from "./engine/profile.ts";
import type { ProgramRules } from "./engine/rules.ts";

/** A program's settings as the engine's hard rules. */
export function programRules(settings: ProgramSettings): ProgramRules {
	return {
		...settings.rules,
		kinds: kinds.filter((kind) => settings.kinds.includes(kind)),
		guests: settings.allowsGuests,
	};
}

/** After a no, the same mentor is not asked again for so many days. */
export const refusalDays = 90;

/** Those whose mentorship ended since then are not brought together again. */
export function partedSince(now: Date): Date {
	return new Date(now.getTime() - refusalDays * 24 * 60 * 60_000);
}

/** Request lists one person may have open at a time. */
export const mostOpenLists = 3;

import type { ProgramSettings } from "./settings.ts";

/** What the directory says of someone; null: nothing. */
export type Place = { department: string | null; location: string | null };

/**
 * Whether a program takes someone by department and location. Whoever the
 * directory says nothing about may join; guests are the gate's business.
 */
export function mayJoin(
	{ departments, locations }: ProgramSettings,
	{ department, location }: Place,
): boolean {
	return isAmong(departments, department) && isAmong(locations, location);
}

function isAmong(chosen: readonly string[], it: string | null): boolean {
	return chosen.length === 0 || it === null || chosen.includes(it);
}

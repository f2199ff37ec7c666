import type { Kind, Profile } from "./profile.ts";

/** One possible mentorship. Among peers "mentor" is the one who is found. */
export type Pair = {
	readonly mentee: Profile;
	readonly mentor: Profile;
	readonly kind: Kind;
};

/**
 * How many levels the mentor is ahead in the direction that the kind wants:
 * a reverse mentor is the junior one. Null where a level is not known, and
 * for the kinds in which seniority decides nothing.
 */
export function levelsAhead({ mentee, mentor, kind }: Pair): number | null {
	if (kind === "expertise" || kind === "flash" || kind === "peer") return null;
	if (mentee.level === null || mentor.level === null) return null;
	const ahead = mentor.level - mentee.level;
	return kind === "reverse" ? -ahead : ahead;
}

/** The languages both speak, in the order the mentee prefers them. */
export function sharedLanguages({ mentee, mentor }: Pair): string[] {
	return mentee.languages.filter((language) =>
		mentor.languages.includes(language),
	);
}

/**
 * How the two can meet, or null when they cannot: one wants video only and
 * the other wants to meet in person, or they work in different places.
 */
export function commonFormat({
	mentee,
	mentor,
}: Pair): Profile["format"] | null {
	const format = mentee.format === "either" ? mentor.format : mentee.format;
	if (mentor.format !== "either" && mentor.format !== format) return null;
	const apart =
		mentee.location !== null &&
		mentor.location !== null &&
		mentee.location !== mentor.location;
	return format === "in_person" && apart ? null : format;
}

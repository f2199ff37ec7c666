import type { WorkspaceTrx } from "../db/database.ts";
import { readProgram } from "../programs/programs.service.ts";
import type { Rhythm } from "./mentorship.ts";
import { findMentorship } from "./read-mentorships.queries.ts";

/** How often a mentorship meets, and for how many minutes. */
export type Terms = { rhythm: Rhythm; lengthMinutes: number };

/**
 * As agreed; before that, and where nothing is agreed, as the program says.
 * null: there is no such mentorship.
 */
export async function readTermsOf(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<Terms | null> {
	const mentorship = await findMentorship(trx, mentorshipId);
	if (!mentorship) return null;
	const { rhythm, lengthMinutes, programId } = mentorship;
	if (rhythm && lengthMinutes) return { rhythm, lengthMinutes };
	const { defaults } = (await readProgram(trx, programId)).settings;
	return {
		rhythm: rhythm ?? defaults.rhythm,
		lengthMinutes: lengthMinutes ?? defaults.lengthMinutes,
	};
}

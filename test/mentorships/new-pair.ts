import { newId } from "../../src/db/database.ts";
import { insertMentorship } from "../../src/mentorships/mentorships.queries.ts";
import type { Office } from "../support/office.ts";

/**
 * Two people who have joined, and are in a mentorship that is exploring; the
 * mentor may be somebody who is there already.
 */
export async function newPair(office: Office, known?: string) {
	const mentor = known ?? (await office.joined());
	const mentee = await office.joined();
	const mentorshipId = newId();
	await office.run((trx) =>
		insertMentorship(trx, {
			mentorshipId,
			programId: office.programId,
			requestId: null,
			kind: "one_to_one",
			exploringUntil: new Date("2026-04-01T00:00:00Z"),
			members: [
				{ personId: mentor, role: "mentor" },
				{ personId: mentee, role: "mentee" },
			],
		}),
	);
	return { mentorshipId, mentor, mentee };
}

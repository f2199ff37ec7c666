import type { MentorshipRow, ProgramRows } from "./rows.ts";

/** Who takes part in a cohort, and the mentorships that are of it. */
export type CohortSets = {
	readonly people: ReadonlySet<string>;
	readonly mentorships: ReadonlySet<string>;
};

/**
 * The rows of a cohort among those of its program: its people, its mentorships,
 * and what its people did. Of someone else in one of its mentorships nothing is
 * left, so that every figure is one of the cohort's people.
 */
export function rowsOfCohort(
	rows: ProgramRows,
	{ people, mentorships }: CohortSets,
): ProgramRows {
	const isOurs = ({ personId }: { personId: string }) => people.has(personId);
	const isOf = ({ mentorshipId }: { mentorshipId: string }) =>
		mentorships.has(mentorshipId);
	const withOurs = (row: MentorshipRow): MentorshipRow => ({
		...row,
		members: row.members.filter(isOurs),
	});
	return {
		people: rows.people.filter(isOurs),
		mentorships: rows.mentorships.filter(isOf).map(withOurs),
		requests: rows.requests.filter(
			({ menteeId, mentorId }) => people.has(menteeId) && people.has(mentorId),
		),
		matches: rows.matches.filter(isOurs),
		goals: rows.goals.filter(isOurs),
		useful: rows.useful.filter(isOurs),
		introduced: rows.introduced.filter((personId) => people.has(personId)),
		lookBacks: rows.lookBacks.filter((row) => isOurs(row) && isOf(row)),
		closings: rows.closings.filter((row) => isOurs(row) && isOf(row)),
		// Whose a reason was is stored nowhere, nor of which cohort.
		reasons: [],
		waiting: [],
		topics: [],
		listed: [],
	};
}

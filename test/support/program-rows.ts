import type {
	MentorshipRow,
	PersonRow,
	ProgramRows,
} from "../../src/reports/rows.ts";

/** Rows of a program, of which a test says only what matters to it. */

export const noRows: ProgramRows = {
	people: [],
	mentorships: [],
	requests: [],
	matches: [],
	goals: [],
	useful: [],
	lookBacks: [],
	closings: [],
	reasons: [],
	introduced: [],
	waiting: [],
	topics: [],
	listed: [],
};

export const aPerson = (
	personId: string,
	more: Partial<PersonRow> = {},
): PersonRow => ({
	personId,
	department: null,
	role: "mentee",
	state: "open",
	capacity: 1,
	isAway: false,
	...more,
});

/** Of a mentor and their mentees, by names such as "ben: ana, eve". */
export function aMentorship(
	people: string,
	more: Partial<MentorshipRow> = {},
): MentorshipRow {
	const [mentor = "", mentees = ""] = people.split(": ");
	return {
		mentorshipId: people,
		state: "active",
		rhythm: "weekly",
		countedFrom: new Date("2026-01-05T09:00:00Z"),
		talks: [],
		due: 0,
		held: 0,
		isAgreed: false,
		members: [
			{ personId: mentor, role: "mentor" },
			...mentees
				.split(", ")
				.map((personId) => ({ personId, role: "mentee" as const })),
		],
		...more,
	};
}

import { seatStates } from "../mentorships/mentorship.ts";
import {
	type Count,
	type People,
	peopleLimit,
	type Share,
	type Table,
} from "./candidate.ts";
import type { MentorshipRow, PersonRow, ProgramRows } from "./rows.ts";

/** Figures of who is there, and who found whom. */

/** Under way: it holds a mentor's seat. */
export const isUnderWay = ({ state }: MentorshipRow): boolean =>
	seatStates.some((one) => one === state);

export const allMembers = (mentorships: readonly MentorshipRow[]): People =>
	new Set(
		mentorships.flatMap(({ members }) =>
			members.map(({ personId }) => personId),
		),
	);

export const enrolled = ({ people }: ProgramRows): Count => ({
	id: "enrolled",
	kind: "count",
	people: new Set(people.map(({ personId }) => personId)),
});

/** Of those who want a mentor, who has one. */
export function matched({ people, mentorships }: ProgramRows): Share {
	const wants = people.filter(
		({ role }) => role === "mentee" || role === "both",
	);
	const mentored = new Set(
		mentorships
			.filter(isUnderWay)
			.flatMap(({ members }) => members.filter(({ role }) => role !== "mentor"))
			.map(({ personId }) => personId),
	);
	return shareOf("matched", wants, ({ personId }) => mentored.has(personId));
}

/** Of the mentors, who has a free seat and can be asked. */
export function seats(rows: ProgramRows): Share {
	const free = withSeat(rows);
	const mentors = rows.people.filter(isMentor);
	return shareOf("seats", mentors, ({ personId }) => free.has(personId));
}

const isMentor = ({ role }: PersonRow): boolean =>
	role === "mentor" || role === "both";

/** Mentors with a free seat who can be asked. */
export function withSeat({ people, mentorships }: ProgramRows): People {
	const taken = new Map<string, number>();
	for (const { members } of mentorships.filter(isUnderWay))
		for (const { personId, role } of members)
			if (role === "mentor")
				taken.set(personId, (taken.get(personId) ?? 0) + 1);
	return new Set(
		people
			.filter(isMentor)
			.filter(
				({ personId, state, isAway, capacity }) =>
					state === "open" && !isAway && capacity > (taken.get(personId) ?? 0),
			)
			.map(({ personId }) => personId),
	);
}

export const waiting = ({ waiting }: ProgramRows): Count => ({
	id: "waiting",
	kind: "count",
	people: new Set(waiting),
});

/** What is told of departments, beside how many people each has. */
export const tableColumns = ["matched", "waiting", "seats"] as const;
export type TableColumn = (typeof tableColumns)[number];
/** The figure of each. */
export const tableOf = {
	matched: "departmentsMatched",
	waiting: "departmentsWaiting",
	seats: "departmentsSeats",
} as const satisfies Record<TableColumn, string>;

const whoIs: Record<TableColumn, (rows: ProgramRows) => People> = {
	matched: ({ mentorships }) => allMembers(mentorships.filter(isUnderWay)),
	waiting: (rows) => new Set(rows.waiting),
	seats: withSeat,
};

/**
 * Everyone whose department is known, by it, and what they are to it. A table
 * for each column: one that cannot be shown does not take the others with it.
 */
export function departments(column: TableColumn) {
	return (rows: ProgramRows): Table => {
		const known = rows.people.filter(({ department }) => department !== null);
		const grouped = Map.groupBy(known, ({ department }) => department ?? "");
		return {
			id: tableOf[column],
			kind: "table",
			departments: new Map(
				[...grouped].map(([name, people]) => [
					name,
					new Set(people.map(({ personId }) => personId)),
				]),
			),
			columns: [{ id: column, yes: among(known, whoIs[column](rows)) }],
		};
	};
}

const mostTopics = 8;

/**
 * Who waits and wants a listed topic, and who offers it and has a seat: of the
 * topics that most wait for. Their order tells nothing of how many.
 */
export function topicFigures(rows: ProgramRows): Count[] {
	const free = withSeat(rows);
	const byTopic = Map.groupBy(rows.topics, ({ topicId }) => topicId);
	const of = (topicId: string, side: "wanted" | "offered") =>
		(byTopic.get(topicId) ?? [])
			.filter((row) => row.side === side)
			.map(({ personId }) => personId);
	const sought = [...byTopic.keys()]
		.map((topicId) => ({ topicId, people: of(topicId, "wanted") }))
		.filter(({ people }) => people.length >= peopleLimit)
		.sort((a, b) => b.people.length - a.people.length)
		.slice(0, mostTopics)
		.sort((a, b) => (a.topicId < b.topicId ? -1 : 1));
	return sought.flatMap(({ topicId, people }) => [
		countOf(topicKey(topicId, "waiting"), people),
		countOf(
			topicKey(topicId, "seats"),
			of(topicId, "offered").filter((personId) => free.has(personId)),
		),
	]);
}

/** The id of a figure is letters, digits and dots. */
export const topicKey = (topicId: string, what: "waiting" | "seats"): string =>
	`topic.${topicId.replaceAll("-", "")}.${what}`;

const countOf = (id: string, people: string[]): Count => ({
	id,
	kind: "count",
	people: new Set(people),
});

const among = (people: readonly PersonRow[], some: People): People =>
	new Set(
		people
			.map(({ personId }) => personId)
			.filter((personId) => some.has(personId)),
	);

const shareOf = (
	id: string,
	people: readonly PersonRow[],
	isSo: (person: PersonRow) => boolean,
): Share => ({
	id,
	kind: "share",
	people: new Set(people.map(({ personId }) => personId)),
	yes: new Set(people.filter(isSo).map(({ personId }) => personId)),
});

import { seatStates } from "../mentorships/mentorship.ts";
import {
	type Count,
	noDepartment,
	type People,
	type Share,
	type Table,
} from "./candidate.ts";
import type {
	MentorshipRow,
	PersonRow,
	ProgramRows,
	TopicRow,
} from "./rows.ts";

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
	people: idsOf(people),
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

/** Of everybody, who is on the waiting list. */
export function waiting({ people, waiting }: ProgramRows): Share {
	const some = new Set(waiting);
	return shareOf("waiting", people, ({ personId }) => some.has(personId));
}

/** What is told of departments, beside how many people each has. */
export const tableColumns = ["mentoring", "waiting", "seats"] as const;
export type TableColumn = (typeof tableColumns)[number];
/** The figure of each. */
export const tableOf = {
	mentoring: "departmentsMentoring",
	waiting: "departmentsWaiting",
	seats: "departmentsSeats",
} as const satisfies Record<TableColumn, string>;

const whoIs: Record<TableColumn, (rows: ProgramRows) => People> = {
	mentoring: ({ mentorships }) => allMembers(mentorships.filter(isUnderWay)),
	waiting: (rows) => new Set(rows.waiting),
	seats: withSeat,
};

/**
 * Everyone by department, and what they are to it. A table for each column: one
 * that cannot be shown does not take the others with it.
 */
export function departments(column: TableColumn) {
	return (rows: ProgramRows): Table => {
		const grouped = Map.groupBy(
			rows.people,
			({ department }) => department ?? noDepartment,
		);
		return {
			id: tableOf[column],
			kind: "table",
			departments: new Map(
				[...grouped].map(([name, people]) => [name, idsOf(people)]),
			),
			columns: [{ id: column, yes: among(rows.people, whoIs[column](rows)) }],
		};
	};
}

/** Listed topics of which there are numbers. */
const mostTopics = 50;

/**
 * Of everybody, who waits and wants a listed topic; of the mentors, who offers it
 * and has a seat. Of which topics there are figures depends on the list alone: to
 * choose those that most wait for would tell how many wait.
 */
export function topicFigures(rows: ProgramRows): Share[] {
	const byTopic = Map.groupBy(
		rows.topics,
		({ topicId, side }) => `${topicId} ${side}`,
	);
	const of = (topicId: string, side: TopicRow["side"]) =>
		(byTopic.get(`${topicId} ${side}`) ?? []).map(({ personId }) => personId);
	const people = idsOf(rows.people);
	const mentors = idsOf(rows.people.filter(isMentor));
	const free = withSeat(rows);
	const share = (id: string, people: People, some: string[]): Share => {
		const yes = new Set(some.filter((personId) => people.has(personId)));
		return { id, kind: "share", people, yes };
	};
	return rows.listed.slice(0, mostTopics).flatMap((topicId) => [
		share(topicKey(topicId, "waiting"), people, of(topicId, "wanted")),
		share(
			topicKey(topicId, "seats"),
			mentors,
			of(topicId, "offered").filter((personId) => free.has(personId)),
		),
	]);
}

/** The id of a figure is letters, digits and dots. */
export const topicKey = (topicId: string, what: "waiting" | "seats"): string =>
	`topic.${topicId.replaceAll("-", "")}.${what}`;

const idsOf = (people: readonly PersonRow[]): People =>
	new Set(people.map(({ personId }) => personId));

const among = (people: readonly PersonRow[], some: People): People =>
	idsOf(people.filter(({ personId }) => some.has(personId)));

const shareOf = (
	id: string,
	people: readonly PersonRow[],
	isSo: (person: PersonRow) => boolean,
): Share => ({
	id,
	kind: "share",
	people: idsOf(people),
	yes: idsOf(people.filter(isSo)),
});

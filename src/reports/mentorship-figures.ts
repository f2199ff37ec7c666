import { type Health, healthOf } from "../checkins/health.ts";
import type { Mean, Median, People, Share, Split } from "./candidate.ts";
import { allMembers, isUnderWay } from "./people-figures.ts";
import type { MentorshipRow, ProgramRows } from "./rows.ts";

/** Figures of how mentorships begin, go and end. */

/** Whose several mentorships go differently counts where it goes worst. */
const worstFirst = [
	"quiet",
	"needsCheckIn",
	"onTrack",
	"tooEarly",
] as const satisfies readonly Health[];
/** As a reader expects them. */
export const healthOrder = [
	"onTrack",
	"needsCheckIn",
	"quiet",
	"tooEarly",
] as const satisfies readonly Health[];

export function health({ mentorships }: ProgramRows, now: Date): Split {
	const healthy = mentorships
		.filter(isUnderWay)
		.map((one) => ({ one, is: healthOf(factsOf(one), now) }));
	const counted = new Set<string>();
	const categories = new Map<Health, Set<string>>();
	for (const name of worstFirst) {
		const some = healthy.filter(({ is }) => is === name).map(({ one }) => one);
		const people = [...allMembers(some)].filter((id) => !counted.has(id));
		for (const id of people) counted.add(id);
		categories.set(name, new Set(people));
	}
	return {
		id: "health",
		kind: "split",
		categories: new Map(
			healthOrder.map((name) => [name, categories.get(name) ?? new Set()]),
		),
	};
}

const factsOf = ({ state, rhythm, countedFrom, talks }: MentorshipRow) => ({
	...{ state, rhythm, countedFrom },
	talks: talks.map((at) => ({ at, was: "met" as const })),
});

/** Of those with meetings whose time has come, who held at least half. */
export function met({ mentorships }: ProgramRows): Share {
	const counts = new Map<string, { due: number; held: number }>();
	for (const { due, held, members } of mentorships)
		for (const { personId } of members) {
			const sum = counts.get(personId) ?? { due: 0, held: 0 };
			counts.set(personId, { due: sum.due + due, held: sum.held + held });
		}
	const planned = [...counts].filter(([, { due }]) => due > 0);
	const kept = planned.filter(([, { due, held }]) => 2 * held >= due);
	return {
		id: "met",
		kind: "share",
		people: new Set(planned.map(([personId]) => personId)),
		yes: new Set(kept.map(([personId]) => personId)),
	};
}

/** Of those whose mentorship is under way, who signed an agreement for it. */
export function agreed({ mentorships }: ProgramRows): Share {
	const open = mentorships.filter(isUnderWay);
	return {
		id: "agreed",
		kind: "share",
		people: allMembers(open),
		yes: allMembers(open.filter(({ isAgreed }) => isAgreed)),
	};
}

/** Of those whose mentorship is over, whose was completed. */
export function closed({ mentorships }: ProgramRows): Share {
	const over = mentorships.filter(({ state }) =>
		["completed", "ended"].includes(state),
	);
	return {
		id: "closed",
		kind: "share",
		people: allMembers(over),
		yes: allMembers(over.filter(({ state }) => state === "completed")),
	};
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export function timeToMatch({ matches }: ProgramRows): Median {
	const values = new Map<string, number>();
	// Whose asks led to several: what came first took them that long.
	const sorted = matches.toSorted((a, b) => +a.matchedAt - +b.matchedAt);
	for (const { personId, askedAt, matchedAt } of sorted)
		if (!values.has(personId))
			values.set(personId, Math.max(0, (+matchedAt - +askedAt) / dayMs));
	return { id: "timeToMatch", kind: "median", unit: "days", values };
}

/** A value for each mentor: their own mean. */
export function firstReply({ requests }: ProgramRows): Median {
	const replies = Map.groupBy(
		requests.filter(({ repliedAt }) => repliedAt !== null),
		({ mentorId }) => mentorId,
	);
	const values = new Map(
		[...replies].map(([mentorId, rows]) => {
			const hours = rows.map(
				({ askedAt, repliedAt }) => (Number(repliedAt) - +askedAt) / hourMs,
			);
			const sum = hours.reduce((one, other) => one + other, 0);
			return [mentorId, Math.max(0, sum / hours.length)] as const;
		}),
	);
	return { id: "firstReply", kind: "median", unit: "hours", values };
}

/** Of those who asked somebody, who got a yes. */
export function asked({ requests }: ProgramRows): Share {
	const yes = requests.filter(({ state }) => state === "accepted");
	const mentees = (rows: typeof requests): People =>
		new Set(rows.map(({ menteeId }) => menteeId));
	return {
		id: "asked",
		kind: "share",
		people: mentees(requests),
		yes: mentees(yes),
	};
}

export function goals({ goals }: ProgramRows): Share {
	const reached = goals.filter(({ hasReached }) => hasReached);
	return {
		id: "goals",
		kind: "share",
		people: new Set(goals.map(({ personId }) => personId)),
		yes: new Set(reached.map(({ personId }) => personId)),
	};
}

export const useful = ({ useful }: ProgramRows): Mean => ({
	id: "useful",
	kind: "mean",
	values: new Map(useful.map(({ personId, mean }) => [personId, mean])),
});

/** Of those with a mentorship as mentee or peer, who met somebody through it. */
export function introduced({ mentorships, introduced }: ProgramRows): Share {
	const mentees = mentorships.flatMap(({ members }) =>
		members.filter(({ role }) => role !== "mentor"),
	);
	return {
		id: "introduced",
		kind: "share",
		people: new Set([
			...mentees.map(({ personId }) => personId),
			...introduced,
		]),
		yes: new Set(introduced),
	};
}

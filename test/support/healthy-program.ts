import { helps } from "../../src/mentorships/closing.ts";
import type { MentorshipState } from "../../src/mentorships/mentorship-moves.ts";
import type { Released } from "../../src/reports/candidate.ts";
import { candidatesOf } from "../../src/reports/figures.ts";
import type { Release } from "../../src/reports/published.ts";
import { release } from "../../src/reports/release.ts";
import type { ProgramRows } from "../../src/reports/rows.ts";
import { aMentorship, aPerson, noRows } from "./program-rows.ts";

/** A made-up program that goes well, and its releases of two months. */

export const sampleTopics = [
	{ topicId: "01-hiring", name: "Hiring" },
	{ topicId: "02-writing", name: "Clear writing" },
];

const dayMs = 24 * 3_600_000;
const departments = ["Customer Support", "Data", "Engineering", "Sales"];
const size = 60;

const nth = <T>(values: readonly T[], n: number): T =>
	values[n % values.length] as T;
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

function stateOf(n: number): MentorshipState {
	if (n < 20) return n < 14 ? "completed" : "ended";
	return n % 5 === 0 ? "exploring" : "active";
}

/** Days ago: most meet every two weeks, some missed a time, some are quiet. */
function talksOf(n: number): number[] {
	if (n % 5 === 1) return [80];
	return upTo(4).map((k) => 14 * k + (n % 5 === 2 ? 24 : 3));
}

/** So many pairs there are, and so many mentees who wait. */
function rowsOf(now: Date, pairs: number, waiting: number): ProgramRows {
	const daysAgo = (days: number) => new Date(+now - days * dayMs);
	const couples = upTo(pairs).map((n) => ({
		n,
		mentor: `mentor-${n}`,
		mentee: `mentee-${n}`,
	}));
	const over = couples.slice(0, 20);
	const members = (some: typeof couples) =>
		some.flatMap(({ n, mentor, mentee }) => [
			{ n, personId: mentor },
			{ n, personId: mentee },
		]);
	const waits = upTo(waiting).map((n) => `mentee-${size - 1 - n}`);
	return {
		...noRows,
		people: upTo(size).flatMap((n) => {
			const department = nth(departments, n);
			return [
				aPerson(`mentor-${n}`, { department, role: "mentor" }),
				aPerson(`mentee-${n}`, { department }),
			];
		}),
		mentorships: couples.map(({ n, mentor, mentee }) =>
			aMentorship(`${mentor}: ${mentee}`, {
				state: stateOf(n),
				rhythm: "every_two_weeks",
				countedFrom: daysAgo(85),
				talks: talksOf(n).map(daysAgo),
				due: 6,
				held: n % 6 === 0 ? 1 : 6,
				isAgreed: n % 5 !== 0,
			}),
		),
		requests: couples.map(({ n, mentor, mentee }) => ({
			menteeId: mentee,
			mentorId: mentor,
			state: n % 4 === 0 ? "declined" : "accepted",
			askedAt: daysAgo(40),
			repliedAt: new Date(+daysAgo(40) + (20 + (n % 5) * 6) * 3_600_000),
		})),
		matches: couples.map(({ n, mentee }) => ({
			personId: mentee,
			askedAt: daysAgo(40),
			matchedAt: daysAgo(34 - (n % 4)),
		})),
		goals: couples.map(({ n, mentee }) => ({
			personId: mentee,
			hasReached: n % 3 === 0,
		})),
		useful: members(couples).map(({ n, personId }) => ({
			personId,
			mean: 3 + (n % 3),
		})),
		introduced: couples.filter(({ n }) => n % 3 === 1).map((one) => one.mentee),
		lookBacks: members(over).map(({ n, personId }) => ({
			personId,
			mentorshipId: `${n}`,
			helped: helps.filter((_, at) => (n + at) % 3 !== 0),
		})),
		closings: members(over).map(({ n, personId }) => ({
			personId,
			mentorshipId: `${n}`,
			outcome: n % 2 === 0 ? "finished" : "informal",
			closedAt: daysAgo(10),
		})),
		waiting: waits,
		topics: [
			...waits.map((personId) => ({
				topicId: "01-hiring",
				personId,
				side: "wanted" as const,
			})),
			...upTo(12).map((n) => ({
				topicId: "02-writing",
				personId: `mentor-${size - 1 - n}`,
				side: "offered" as const,
			})),
		],
		listed: sampleTopics.map(({ topicId }) => topicId),
	};
}

const programId = "01980000-0000-7000-8000-000000000001";

function releaseOf(
	at: string,
	rows: ProgramRows,
	past: readonly Released[],
): { stored: Release; made: Released } {
	const madeAt = new Date(at);
	const made = release(candidatesOf(rows, madeAt), past, at);
	const { figures } = made;
	const stored = {
		...{ releaseId: at, programId, madeAt, figures },
		...{ cohortId: null, quotes: 0 },
	};
	return { made, stored };
}

/** The latest release and the one before it, by the engine itself. */
export function healthyReleases(): { release: Release; before: Release } {
	const first = "2026-02-02T09:00:00.000Z";
	const second = "2026-03-02T09:00:00.000Z";
	const before = releaseOf(first, rowsOf(new Date(first), 36, 8), []);
	const rows = rowsOf(new Date(second), 44, 14);
	const latest = releaseOf(second, rows, [before.made]);
	return { release: latest.stored, before: before.stored };
}

import { hash32 } from "./hash.ts";
import { type Kind, kinds } from "./profile.ts";

/** The terms of a score, in the order in which equal ones are named. */
export const termNames = [
	"topic",
	"move",
	"goal",
	"seniority",
	"department",
	"language",
	"style",
	"hours",
	"rhythm",
	"format",
] as const;
export type TermName = (typeof termNames)[number];

/** The points each term can give; integers that add up to 1000. */
export type TermWeights = Readonly<Record<TermName, number>>;
export type Weights = Readonly<Record<Kind, TermWeights>>;

export const fullScore = 1000;

const standard: TermWeights = {
	topic: 280,
	move: 100,
	goal: 120,
	seniority: 100,
	department: 60,
	language: 60,
	style: 50,
	hours: 140,
	rhythm: 50,
	format: 40,
};

export const defaultWeights: Weights = {
	one_to_one: standard,
	reverse: standard,
	group: standard,
	// One topic: its level decides and seniority does not.
	expertise: {
		...standard,
		topic: 430,
		seniority: 0,
		department: 20,
		rhythm: 40,
	},
	// Introductions and visibility: someone well ahead, in another place.
	sponsor: {
		...standard,
		topic: 160,
		seniority: 240,
		department: 100,
		hours: 80,
		rhythm: 40,
		format: 50,
		style: 50,
	},
	// Peers have no one ahead: similar goals and ways of working count more.
	peer: { ...standard, move: 40, goal: 160, style: 70 },
	// One conversation on one question: no rhythm, and a style hardly matters.
	flash: {
		...standard,
		topic: 400,
		seniority: 20,
		hours: 180,
		rhythm: 0,
		style: 20,
	},
};

/**
 * What is wrong with a weight table: the kinds whose points are not whole,
 * negative, or do not add up to 1000. Empty when it is fine.
 */
export function weightProblems(weights: Weights): Kind[] {
	return kinds.filter((kind) => {
		const points = termNames.map((term) => weights[kind][term]);
		return (
			points.some((value) => !Number.isInteger(value) || value < 0) ||
			points.reduce((sum, value) => sum + value, 0) !== fullScore
		);
	});
}

/** Names a weight table, eight hex digits; kept with what it produced. */
export function weightsHash(weights: Weights): string {
	const table = kinds.map((kind) =>
		termNames.map((term) => weights[kind][term]),
	);
	return hash32(JSON.stringify(table)).toString(16).padStart(8, "0");
}

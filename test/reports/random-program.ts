import { type Random, seededRandom } from "../../simulator/demo/random.ts";
import type { Candidate } from "../../src/reports/candidate.ts";

/** One of the people of a made-up program. */
export type Member = {
	id: string;
	department: string;
	isIn: boolean;
	isMentee: boolean;
	isMentor: boolean;
	hasAnswered: boolean;
	matched: boolean;
	signed: boolean;
	score: number;
	days: number;
	health: string;
};

/** What could be published of it, release by release. */
export type ProgramRun = {
	seed: number;
	/** Nobody's answer ever changes: the easiest for an attacker. */
	isSteady: boolean;
	releases: { at: string; candidates: Candidate[] }[];
};

const healths = ["onTrack", "needsCheckIn", "quiet", "tooEarly"];
const names = ["data", "design", "finance", "legal", "people", "sales", "web"];
const shares = [3, 15, 30, 50, 70, 90, 98];

export const releaseCount = 12;

/** The same program for the same seed. */
export function drawProgram(seed: number): ProgramRun {
	const random = seededRandom(seed);
	const isSteady = random.chance(60);
	const departments = random.some(names, 1 + random.below(names.length));
	const traits = { matched: random.pick(shares), signed: random.pick(shares) };
	const ofAll = random.chance(50);
	const pace = random.pick([0, 2, 5, 10, 25]);
	const members: Member[] = [];
	const join = (count: number, department?: string) => {
		for (let left = count; left > 0; left--)
			members.push(
				drawMember(
					random,
					`p${members.length}`,
					department ?? drawDepartment(random, departments),
					traits,
				),
			);
	};
	join(random.pick([8, 15, 25, 40, 60, 90, 150]));
	const releases = Array.from({ length: releaseCount }, (_, month) => {
		if (month > 0) {
			const size = members.filter(({ isIn }) => isIn).length;
			join(random.below(1 + Math.ceil((2 * pace * size) / 100)));
			if (random.chance(25))
				join(4 + random.below(5), random.pick(departments));
			live(random, members, { pace, departments, isSteady });
		}
		return {
			at: new Date(Date.UTC(2026, month, 1)).toISOString(),
			candidates: candidatesOf(members, departments, ofAll),
		};
	});
	return { seed, isSteady, releases };
}

/** Some departments have many more people than others. */
function drawDepartment(random: Random, departments: readonly string[]) {
	return departments[
		random.below(1 + random.below(departments.length))
	] as string;
}

function drawMember(
	random: Random,
	id: string,
	department: string,
	traits: { matched: number; signed: number },
): Member {
	const isMentor = random.chance(40);
	return {
		id,
		department,
		isIn: true,
		isMentor,
		isMentee: !isMentor || random.chance(10),
		hasAnswered: random.chance(80),
		matched: random.chance(traits.matched),
		signed: random.chance(traits.signed),
		score: 1 + random.below(1 + random.below(5)),
		days: random.below(30),
		health: random.pick(healths),
	};
}

/** A month goes by: some leave, alone or together, move, answer, and change. */
function live(
	random: Random,
	members: Member[],
	life: { pace: number; departments: string[]; isSteady: boolean },
): void {
	const present = members.filter(({ isIn }) => isIn);
	const last = present.slice(-8);
	if (random.chance(20))
		for (const member of random.some(last, 4 + random.below(4)))
			member.isIn = false;
	for (const member of present) {
		if (random.chance(life.pace)) member.isIn = false;
		if (random.chance(life.pace / 5))
			member.department = drawDepartment(random, life.departments);
		if (random.chance(life.pace)) member.hasAnswered = true;
		if (life.isSteady) continue;
		if (random.chance(life.pace)) member.matched = !member.matched;
		if (random.chance(life.pace)) member.signed = true;
		if (random.chance(life.pace)) member.score = 1 + random.below(5);
		if (random.chance(life.pace)) member.health = random.pick(healths);
	}
	// Some come back.
	for (const member of members)
		if (!member.isIn && random.chance(life.pace / 5)) member.isIn = true;
}

function candidatesOf(
	members: readonly Member[],
	departments: readonly string[],
	ofAll: boolean,
): Candidate[] {
	const all = members.filter(({ isIn }) => isIn);
	const mentees = all.filter(({ isMentee }) => isMentee);
	const wanting = ofAll ? all : mentees;
	const answered = all.filter(({ hasAnswered }) => hasAnswered);
	const ids = (some: readonly Member[]) => new Set(some.map(({ id }) => id));
	const matched = (some: readonly Member[]) =>
		ids(some.filter((member) => member.matched));
	const signed = (some: readonly Member[]) =>
		ids(some.filter((member) => member.signed));
	return [
		{ id: "enrolled", kind: "count", people: ids(all) },
		{
			id: "matched",
			kind: "share",
			people: ids(wanting),
			yes: matched(wanting),
		},
		{
			id: "departments",
			kind: "table",
			departments: new Map(
				departments.map((name) => [
					name,
					ids(all.filter(({ department }) => department === name)),
				]),
			),
			columns: [
				{ id: "matched", yes: matched(all) },
				{ id: "signed", yes: signed(all) },
			],
		},
		{
			id: "health",
			kind: "split",
			categories: new Map(
				healths.map((name) => [
					name,
					ids(all.filter(({ health }) => health === name)),
				]),
			),
		},
		{
			id: "score",
			kind: "mean",
			values: new Map(answered.map(({ id, score }) => [id, score])),
		},
		{ id: "signed", kind: "share", people: ids(mentees), yes: signed(mentees) },
		{
			id: "days",
			kind: "median",
			unit: "days",
			values: new Map(mentees.map(({ id, days }) => [id, days])),
		},
		{ id: "mentees", kind: "count", people: ids(mentees) },
		{
			id: "mentors",
			kind: "count",
			people: ids(all.filter(({ isMentor }) => isMentor)),
		},
	];
}

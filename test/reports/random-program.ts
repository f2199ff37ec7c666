import { type Random, seededRandom } from "../../simulator/demo/random.ts";
import {
	type Candidate,
	noDepartment,
	type Table,
} from "../../src/reports/candidate.ts";
import { candidatesOf } from "../../src/reports/figures.ts";
import { noRows } from "../support/program-rows.ts";

/** One of the people of a made-up program. */
type Member = {
	readonly id: string;
	readonly random: Random;
	department: string;
	isIn: boolean;
	isMentor: boolean;
	isMentee: boolean;
	/** What they say to each question, and which figures they are in just now. */
	readonly says: Map<string, number>;
	readonly isIn90Days: Map<string, boolean>;
};

/** What could be published of a program, release by release. */
export type ProgramRun = {
	seed: number;
	/** Nobody's answer ever changes: the easiest for an attacker. */
	isSteady: boolean;
	releases: ReleaseRun[];
};
export type ReleaseRun = {
	at: string;
	candidates: Candidate[];
	/** The listed topics at that time. */
	topics: { topicId: string; name: string }[];
	/** Those who were erased before it. */
	erased: string[];
};

const departmentNames = ["Data", "Design", "Law", "Sales", "Support", "Web"];
const topicNames = ["Art", "Baking", "Chess", "Dance", "Echo", "Fishing"];
/** In percent: who says yes to a question. */
const shares = [3, 15, 30, 50, 70, 90, 98];

export const releaseCount = 12;
/** A release of all figures takes long, and most of them are of one kind. */
const mostFigures = 9;

/** The same program for the same seed. */
export function drawProgram(seed: number): ProgramRun {
	const random = seededRandom(seed);
	const isSteady = random.chance(60);
	const departments = [
		...random.some(departmentNames, 1 + random.below(departmentNames.length)),
		...(random.chance(60) ? [noDepartment] : []),
	];
	const pace = random.pick([0, 2, 5, 10, 25]);
	const percents = new Map<string, number>();
	const percentOf = (question: string): number => {
		const percent = percents.get(question) ?? random.pick(shares);
		percents.set(question, percent);
		return percent;
	};
	const members: Member[] = [];
	let joined = 0;
	const join = (count: number, department?: string) => {
		for (let left = count; left > 0; left--) {
			const own = department ?? drawDepartment(random, departments);
			members.push(drawMember(random, `p${joined++}`, own));
		}
	};
	join(random.pick([10, 15, 25, 40, 60, 90, 150]));
	const drawn = chooseFigures(random);
	const releases = Array.from({ length: releaseCount }, (_, month) => {
		const erased: string[] = [];
		if (month > 0) {
			const size = members.filter(({ isIn }) => isIn).length;
			join(random.below(1 + Math.ceil((2 * pace * size) / 100)));
			if (random.chance(25))
				join(4 + random.below(5), random.pick(departments));
			live(random, members, { pace, departments, isSteady });
			if (random.chance(pace)) erased.push(...erase(random, members));
		}
		const topics = topicNames
			.slice(0, 2 + Math.floor(month / 3))
			.map((name, at) => ({ topicId: `0${at}`, name }));
		const at = new Date(Date.UTC(2026, month, 1)).toISOString();
		const blank = candidatesOf(
			{ ...noRows, listed: topics.map(({ topicId }) => topicId) },
			new Date(at),
		);
		return {
			...{ at, topics, erased },
			candidates: blank
				.filter(({ id }) => drawn(id))
				.map((one) => fill(one, members, percentOf)),
		};
	});
	return { seed, isSteady, releases };
}

/** Enrolled is always there; of topics, all or none. */
function chooseFigures(random: Random): (id: string) => boolean {
	const ids = candidatesOf(noRows, new Date(0)).map(({ id }) => id);
	const chosen = new Set(["enrolled", ...random.some(ids, mostFigures)]);
	const hasTopics = random.chance(25);
	return (id) => (id.startsWith("topic.") ? hasTopics : chosen.has(id));
}

/** Some departments have many more people than others. */
const drawDepartment = (random: Random, departments: readonly string[]) =>
	departments[random.below(1 + random.below(departments.length))] as string;

function drawMember(random: Random, id: string, department: string): Member {
	const isMentor = random.chance(40);
	return {
		id,
		random: seededRandom(random.below(2 ** 31)),
		department,
		isIn: true,
		isMentor,
		isMentee: !isMentor || random.chance(10),
		says: new Map(),
		isIn90Days: new Map(),
	};
}

type Life = { pace: number; departments: string[]; isSteady: boolean };

/** A month goes by: some leave, alone or together, move, and say otherwise. */
function live(random: Random, members: Member[], life: Life): void {
	const present = members.filter(({ isIn }) => isIn);
	const last = present.slice(-8);
	if (random.chance(20))
		for (const member of random.some(last, 4 + random.below(4)))
			member.isIn = false;
	for (const member of present) {
		if (random.chance(life.pace)) member.isIn = false;
		if (random.chance(life.pace / 5))
			member.department = drawDepartment(random, life.departments);
		if (random.chance(life.pace / 5)) {
			member.isMentor = !member.isMentor;
			member.isMentee = !member.isMentor || random.chance(50);
		}
		// What happened long ago counts no longer, and what is new does.
		for (const [figure, isThere] of member.isIn90Days)
			if (random.chance(life.pace)) member.isIn90Days.set(figure, !isThere);
		if (life.isSteady) continue;
		for (const question of member.says.keys())
			if (random.chance(life.pace)) member.says.delete(question);
	}
	// Some come back.
	for (const member of members)
		if (!member.isIn && random.chance(life.pace / 5)) member.isIn = true;
}

/** Nobody who was erased comes back as the same person. */
function erase(random: Random, members: Member[]): string[] {
	const gone = random.some(members, 1 + random.below(6));
	for (const member of gone) members.splice(members.indexOf(member), 1);
	return gone.map(({ id }) => id);
}

const of90Days = (member: Member, figure: string): boolean => {
	const isThere = member.isIn90Days.get(figure) ?? member.random.chance(70);
	member.isIn90Days.set(figure, isThere);
	return isThere;
};

/** Whom a figure is about; the ticks of a form have the same people. */
function isAsked(id: string, member: Member): boolean {
	if (id === "matched") return member.isMentee;
	if (id === "seats" || id.endsWith(".seats")) return member.isMentor;
	const everybody = ["enrolled", "waiting"];
	if (everybody.includes(id) || id.endsWith(".waiting")) return true;
	const form = id.replace(/[A-Z].*/, "");
	return of90Days(member, id === "health" ? "agreed" : form);
}

/** From 0 to 99, and the same until they change their mind. */
function answerOf(member: Member, question: string): number {
	const answer = member.says.get(question) ?? member.random.below(100);
	member.says.set(question, answer);
	return answer;
}

function fill(
	blank: Candidate,
	members: readonly Member[],
	percentOf: (question: string) => number,
): Candidate {
	const { id } = blank;
	const present = members.filter(({ isIn }) => isIn);
	const asked = present.filter((member) => isAsked(id, member));
	const ids = (some: readonly Member[]) => new Set(some.map(({ id }) => id));
	const yes = (some: readonly Member[], question: string) =>
		ids(some.filter((it) => answerOf(it, question) < percentOf(question)));
	const values = (most: number, from: number) =>
		new Map(
			asked.map((it) => [it.id, from + (answerOf(it, id) % most)] as const),
		);
	switch (blank.kind) {
		case "count":
			return { ...blank, people: ids(asked) };
		case "share":
			return { ...blank, people: ids(asked), yes: yes(asked, id) };
		case "mean":
			return { ...blank, values: values(1 + (percentOf(id) % 5), 1) };
		case "median":
			return { ...blank, values: values(30, 0) };
		case "split": {
			const names = [...blank.categories.keys()];
			const nameOf = (it: Member) =>
				names[Math.floor((answerOf(it, id) * names.length) / 130)];
			const of = (name: string) =>
				ids(asked.filter((it) => (nameOf(it) ?? names[0]) === name));
			return {
				...blank,
				categories: new Map(names.map((name) => [name, of(name)])),
			};
		}
		case "table":
			return fillTable(blank, present, yes);
	}
}

function fillTable(
	blank: Table,
	present: readonly Member[],
	yes: (some: readonly Member[], question: string) => Set<string>,
): Table {
	const byName = Map.groupBy(present, ({ department }) => department);
	return {
		...blank,
		departments: new Map(
			[...byName].map(([name, some]) => [
				name,
				new Set(some.map(({ id }) => id)),
			]),
		),
		columns: blank.columns.map(({ id }) => ({ id, yes: yes(present, id) })),
	};
}

import { type Random, seededRandom } from "../../simulator/demo/random.ts";

/** One of the people of a made-up program. */
export type Member = {
	readonly id: string;
	readonly random: Random;
	department: string;
	isIn: boolean;
	/** The month. */
	readonly joined: number;
	isMentor: boolean;
	isMentee: boolean;
	/** Nearly always they say yes, 0, or no, 98; null: one or the other. */
	leaning: 0 | 98 | null;
	/** What they say to each question, and which figures they are in just now. */
	readonly says: Map<string, number>;
	readonly isIn90Days: Map<string, boolean>;
	/** Figures they have ever been in: a cohort's window is its whole run. */
	readonly wasIn: Set<string>;
};

/** How many percent say yes to a question. */
export type PercentOf = (question: string) => number;

/** Some departments have many more people than others. */
export const drawDepartment = (
	random: Random,
	departments: readonly string[],
) => departments[random.below(1 + random.below(departments.length))] as string;

export function drawMember(
	random: Random,
	{ id, department, joined }: Pick<Member, "id" | "department" | "joined">,
): Member {
	const isMentor = random.chance(40);
	return {
		...{ id, department, joined, isIn: true, leaning: null },
		random: seededRandom(random.below(2 ** 31)),
		isMentor,
		isMentee: !isMentor || random.chance(10),
		says: new Map(),
		isIn90Days: new Map(),
		wasIn: new Set(),
	};
}

export type Life = { pace: number; departments: string[]; isSteady: boolean };

/** A month goes by: some leave, alone or together, move, and say otherwise. */
export function live(random: Random, members: Member[], life: Life): void {
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
export function erase(random: Random, members: Member[]): string[] {
	const gone = random.some(members, 1 + random.below(6));
	for (const member of gone) members.splice(members.indexOf(member), 1);
	return gone.map(({ id }) => id);
}

function of90Days(member: Member, figure: string): boolean {
	const isThere = member.isIn90Days.get(figure) ?? member.random.chance(70);
	member.isIn90Days.set(figure, isThere);
	if (isThere) member.wasIn.add(figure);
	return isThere;
}

/** Ticks of a form have the same people, and what is of mentorships under way. */
const formOf = (id: string): string =>
	id === "health" ? "agreed" : id.replace(/[A-Z].*/, "");

/** Whom a figure is about. */
export function isAsked(id: string, member: Member): boolean {
	if (id === "matched") return member.isMentee;
	if (id === "seats" || id.endsWith(".seats")) return member.isMentor;
	const everybody = ["enrolled", "waiting"];
	if (everybody.includes(id) || id.endsWith(".waiting")) return true;
	return of90Days(member, formOf(id));
}

/** The same since a cohort began; what happened stays even if one leaves. */
export const wasAsked = (id: string, member: Member): boolean =>
	of90Days(member, formOf(id)) || member.wasIn.has(formOf(id));

/** From 0 to 99, and the same until they change their mind. */
function answerOf(member: Member, question: string): number {
	const { random, says, leaning } = member;
	const answer =
		says.get(question) ??
		(leaning !== null && random.chance(95)
			? leaning + random.below(2)
			: random.below(100));
	member.says.set(question, answer);
	return answer;
}

export const saysYes = (
	member: Member,
	question: string,
	percentOf: PercentOf,
): boolean => answerOf(member, question) < percentOf(question);

export const scoreOf = (
	member: Member,
	question: string,
	percentOf: PercentOf,
): number => 1 + (answerOf(member, question) % (1 + (percentOf(question) % 5)));

export const timeOf = (member: Member, question: string): number =>
	answerOf(member, question) % 30;

export const categoryOf = <T>(
	member: Member,
	question: string,
	names: readonly T[],
): T =>
	names[Math.floor((answerOf(member, question) * names.length) / 130)] as T;

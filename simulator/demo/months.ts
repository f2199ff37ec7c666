import type { Random } from "./random.ts";
import type { DemoPerson } from "./workspace.ts";

/** Two people who found each other some months ago; times are days ago. */
export type DemoPair = {
	readonly mentee: DemoPerson;
	readonly mentor: DemoPerson;
	readonly asked: number;
	readonly began: number;
	/** How they get on; `over` is when it came to its end. */
	readonly state: "active" | "completed" | "ended";
	readonly over: number | null;
	/** Meetings that were planned, and whether they took place. */
	readonly meetings: readonly { ago: number; isHeld: boolean }[];
	/** What the mentee and the mentor find of theirs, from 1 to 5. */
	readonly useful: readonly [number, number];
	readonly isAgreed: boolean;
	readonly goal: "open" | "reached" | null;
	/** Somebody the mentee met through the mentor. */
	readonly met: DemoPerson | null;
};

const rhythm = 14;
/** Of so many pairs each goes its own way; see `courseOf`. */
const courses = 12;

/**
 * Pairs as a program has them that goes well on the whole: most meet every two
 * weeks, some have not for a while, some are through, a few ended early.
 *
 * @param mentors each as often as they have room
 */
export function pairUp(
	random: Random,
	mentees: readonly DemoPerson[],
	mentors: readonly DemoPerson[],
	most: number,
): DemoPair[] {
	const room = [...mentors];
	const pairs: DemoPair[] = [];
	for (const mentee of mentees) {
		if (pairs.length === most) break;
		const at = room.findIndex((mentor) => suit(mentee, mentor));
		const [mentor] = at < 0 ? [] : room.splice(at, 1);
		const met = random.pick(mentors.filter(({ id }) => id !== mentee.id));
		if (mentor)
			pairs.push({
				...{ mentee, mentor },
				...courseOf(random, pairs.length),
				met: pairs.length % 3 === 0 && met !== mentor ? met : null,
			});
	}
	return pairs;
}

/** Neither leads the other, which find would not have offered. */
const suit = (one: DemoPerson, other: DemoPerson): boolean =>
	one.id !== other.id &&
	one.manager !== other.id &&
	other.manager !== one.id &&
	one.department !== other.department;

function courseOf(
	random: Random,
	nth: number,
): Omit<DemoPair, "mentee" | "mentor" | "met"> {
	const course = nth % courses;
	const isOver = course >= courses - 3;
	const began = beganIn(random, course);
	return {
		asked: began + 1 + random.below(3),
		began,
		over: isOver ? 2 + random.below(12) : null,
		state: isOver ? (course === courses - 1 ? "ended" : "completed") : "active",
		meetings: talksIn(course, began, isOver ? 15 : 1).map((ago) => ({
			ago,
			isHeld: random.chance(85),
		})),
		useful: [3 + random.below(3), 3 + random.below(3)],
		isAgreed: course !== 4,
		goal: isOver || course % 4 === 1 ? "reached" : course < 7 ? "open" : null,
	};
}

const missed = [2, 3];
const quiet = [7, 8];

function beganIn(random: Random, course: number): number {
	if (quiet.includes(course)) return 90 + random.below(9);
	if (missed.includes(course)) return 70 + random.below(6);
	return 18 + random.below(67);
}

/** Every two weeks, or with a long gap, or never. */
function talksIn(course: number, began: number, latest: number): number[] {
	if (quiet.includes(course)) return [];
	if (missed.includes(course)) return [began - 8, 26];
	return Array.from(
		{ length: Math.ceil((began - latest) / rhythm) },
		(_, n) => latest + n * rhythm,
	);
}

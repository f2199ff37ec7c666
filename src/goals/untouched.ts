import { inZone } from "../time/zones.ts";
import type { GoalState } from "./goal.ts";

/** The schedule of an open goal, and the message it leads to. */
export const untouchedKind = "goals:untouched";

/** What tells whether someone is asked about a goal they have left alone. */
export type Stillness = {
	goalId: string;
	personId: string;
	zone: string;
	state: GoalState;
	touches: number;
	touchedAt: Date;
	/** Its owner wanted to be asked less often. */
	isAskedLess: boolean;
	/** The owner's part in the program; null: they never joined. */
	part: "open" | "paused" | "left" | null;
	/** Its mentorship is paused, or something is wrong in it. */
	isHeld: boolean;
};

/** So long a goal is left alone before it is asked about, in months. */
const stillMonths = { usual: 1, less: 3 } as const;

/**
 * A month after the last touch, by the wall clock of its owner; three where
 * they wanted to be asked less often.
 */
export function stillAt(
	touchedAt: Date,
	zone: string,
	isAskedLess = false,
): Date {
	const months = isAskedLess ? stillMonths.less : stillMonths.usual;
	return addTo(touchedAt, zone, { months });
}

export type Verdict =
	| { is: "ask" }
	/** Not now; to be looked at again. */
	| { is: "wait"; until: Date }
	| { is: "never" };

/** While paused it waits, and is looked at once a week. */
export function judgeStillness(still: Stillness, now: Date): Verdict {
	const { state, part, touchedAt, zone, isAskedLess } = still;
	if (state !== "open" || part === null || part === "left")
		return { is: "never" };
	const at = stillAt(touchedAt, zone, isAskedLess);
	if (now < at) return { is: "wait", until: at };
	return part === "paused" || still.isHeld
		? { is: "wait", until: addTo(now, zone, { days: 7 }) }
		: { is: "ask" };
}

/** Names one stillness: the next touch begins another. */
export function untouchedKey({
	goalId,
	touches,
}: Pick<Stillness, "goalId" | "touches">): string {
	return `goal-untouched:${goalId}:${touches}`;
}

function addTo(
	at: Date,
	zone: string,
	span: { months: number } | { days: number },
): Date {
	return new Date(inZone(at, zone).add(span).epochMilliseconds);
}

import type { Goal, Step } from "./goal.ts";

export type Progress = {
	/** 0 to 100, a whole number; 100 only when all is done. */
	percent: number;
	/** null for a goal without steps, which moves by quarters. */
	steps: { done: number; count: number } | null;
};

type Moving = Pick<Goal, "steps" | "quarters">;

export function progressOf({ steps, quarters }: Moving): Progress {
	const count = steps.length;
	if (count === 0) return { percent: quarters * 25, steps: null };
	const done = steps.filter(({ isDone }) => isDone).length;
	// Down, so that what is nearly done does not read as done.
	return {
		percent: Math.floor((done * 100) / count),
		steps: { done, count },
	};
}

/** The quarters of the way, as their buttons are named; by number, 0 to 4. */
export const quarterNames = [
	"none",
	"quarter",
	"half",
	"threeQuarters",
	"all",
] as const;
export type QuarterName = (typeof quarterNames)[number];

/** What one tap does next for an open goal. */
export type NextMove =
	| { is: "step"; step: Step }
	| { is: "quarter"; quarters: number }
	| { is: "reach" };

export function nextMove({ steps, quarters }: Moving): NextMove {
	const step = steps.find(({ isDone }) => !isDone);
	if (step) return { is: "step", step };
	const isAllDone = steps.length > 0 || quarters >= 4;
	return isAllDone
		? { is: "reach" }
		: { is: "quarter", quarters: quarters + 1 };
}

const cells = 10;

/**
 * For the eye, always beside words that say the same: empty only at 0, full
 * only at 100.
 */
export function drawBar(percent: number): string {
	const near = Math.min(cells - 1, Math.max(1, Math.round(percent / cells)));
	const full = percent <= 0 ? 0 : percent >= 100 ? cells : near;
	return "▰".repeat(full) + "▱".repeat(cells - full);
}

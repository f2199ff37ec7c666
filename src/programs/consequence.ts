import type { WorkspaceTrx } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { ProgramSettings } from "./settings.ts";

/** What other settings would do to those who look for a mentor now. */
export type Consequence = {
	/** People who have joined, look for a mentor and are in no mentorship. */
	looking: number;
	/** How many of them have no possible mentor, now and then. */
	before: number;
	after: number;
};

/** The engine's answer; matching knows it, and is given from outside. */
export type WeighConsequence = (
	deps: Deps,
	trx: WorkspaceTrx,
	at: { programId: string; now: Date },
	settings: { before: ProgramSettings; after: ProgramSettings },
) => Promise<Consequence>;

/** Below this a number could point at somebody. */
const fewest = 5;

/** A count as it may be said: exactly only where it points at nobody. */
export function sayable(count: number): "none" | "few" | "many" {
	if (count === 0) return "none";
	return count < fewest ? "few" : "many";
}

import type { Deps } from "../deps.ts";

/**
 * What every tick does. It runs on every replica, at the same time and once a
 * minute or so: running it twice must do no more than running it once.
 */
export type Job = {
	/** `<folder>:<what>`, for the log. */
	id: string;
	run(deps: Deps, now: Date): Promise<void>;
};

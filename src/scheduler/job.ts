import { errorCode } from "../db/error-code.ts";
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

/** What the log may say of an error; its message may hold people's words. */
export function errorFacts(error: unknown): { name: unknown; code: unknown } {
	const { name } = (error ?? {}) as { name?: unknown };
	return { name, code: errorCode(error) };
}

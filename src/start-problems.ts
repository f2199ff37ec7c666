import { explainProblems } from "./config.ts";
import type { Problem } from "./settings-reader.ts";

/** Settings that look right and turn out wrong when they are first used. */
export class StartProblems extends Error {
	override name = "StartProblems";
	readonly problems: Problem[];

	constructor(problems: Problem[]) {
		super(problems.map(({ setting }) => setting).join(", "));
		this.problems = problems;
	}
}

/** What a person reads when the process could not start. */
export function explainStartError(error: unknown): string {
	if (error instanceof StartProblems) return explainProblems(error.problems);
	const { code, message } = error as { code?: string; message?: string };
	if (code === "EADDRINUSE")
		return explainProblems([
			{
				setting: "PORT",
				problem: "is in use by another process",
				fix: "Stop that process, or set another PORT.",
			},
		]);
	return `Mentor could not start: ${message ?? String(error)}\n`;
}

import { type Logger, pino } from "pino";
import type { Config } from "./config.ts";
import { errorCode } from "./db/error-code.ts";

/** JSON lines of ids, codes and counts; never what people wrote. */
export function createLog(level: Config["logLevel"]): Logger {
	return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/**
 * What the log may say of an error: not its message, nor a query's values,
 * which may be people's words.
 */
export function errorFacts(error: unknown) {
	const { name, stack } = (error ?? {}) as { name?: unknown; stack?: unknown };
	// The stack begins with the message, which may have several lines.
	const at = String(stack ?? "")
		.split("\n")
		.filter((line) => /^ +at /.test(line))
		.slice(0, 5);
	return { name, code: errorCode(error), at };
}

import { type Logger, pino } from "pino";
import type { Config } from "./config.ts";

/** JSON lines of ids, codes and counts; never what people wrote. */
export function createLog(level: Config["logLevel"]): Logger {
	return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

import type { ProgramRules } from "./engine/rules.ts";

/** A program's rules until its managers set others. */
export const defaultRules: ProgramRules = {
	kinds: ["one_to_one", "flash", "expertise", "sponsor", "reverse", "group"],
	reportingLevels: 10,
	department: "any",
	location: "any",
	minimumOverlap: 0,
	leastAhead: null,
	mostAhead: null,
	guests: false,
};

/** After a no, the same mentor is not asked again for so many days. */
export const refusalDays = 90;

/** Requests one person may have open at a time. */
export const mostOpenRequests = 3;

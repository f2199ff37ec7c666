import type { Goal } from "./goal.ts";

/** What one person shares with the reader in one mentorship. */
export type Shared = {
	mentorshipId: string;
	owner: Goal["owner"];
	open: Goal[];
	reached: Goal[];
};

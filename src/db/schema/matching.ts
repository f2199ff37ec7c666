import type { Generated } from "kysely";

/** Requests and all that leads to a mentorship. */
export type MatchingTables = {
	request: {
		workspace_id: string;
		request_id: string;
		program_id: string;
		mentee_id: string;
		mentor_id: string;
		kind: string;
		state: "open" | "accepted" | "declined" | "withdrawn";
		/** Sealed JSON of the ask. */
		ask: Buffer;
		asked_at: Generated<Date>;
		answered_at: Date | null;
	};
};

import type { Generated } from "kysely";

/** What a mentorship talks about next, and what its members took on. */
export type AgendaTables = {
	agenda_item: {
		workspace_id: string;
		item_id: string;
		mentorship_id: string;
		/** The question it answers; `own`: a point of somebody's own. */
		slot: string;
		/** Sealed; for the members of the mentorship. */
		words: Buffer;
		author_id: string | null;
		/** Counts its changes: two who write at once find out. */
		version: Generated<number>;
		/** How many meetings had no time for it. */
		carried: Generated<number>;
		state: Generated<"open" | "covered">;
		/** Where it was covered. */
		meeting_id: Generated<string | null>;
		created_at: Date;
		changed_at: Date;
	};
	/** Homework, advice to try: small, with an owner. */
	action_item: {
		workspace_id: string;
		action_id: string;
		mentorship_id: string;
		owner_id: string;
		/** Sealed; for the members of the mentorship. */
		words: Buffer;
		due_on: string | null;
		state: Generated<"open" | "did" | "own_way" | "against">;
		/** Sealed; what its owner wrote about how it went. */
		why: Generated<Buffer | null>;
		/** When its owner was asked about it, once. */
		asked_at: Generated<Date | null>;
		created_at: Date;
		reported_at: Generated<Date | null>;
	};
};

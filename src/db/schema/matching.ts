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
		state:
			| "queued"
			| "open"
			| "asked_back"
			| "accepted"
			| "declined"
			| "expired"
			| "withdrawn"
			| "unasked";
		/** Shared by the requests of one ranked list. */
		list_id: Generated<string>;
		/** The mentee's order, from 1; the mentor never learns it. */
		position: Generated<number>;
		/** Sealed JSON of the ask. */
		ask: Buffer;
		/** When it was opened; until then, when the list was made. */
		asked_at: Generated<Date>;
		answered_at: Date | null;
		/** When it ends by itself; null while queued. */
		closes_at: Date | null;
		/** When the mentor was reminded. */
		reminded_at: Date | null;
		/** Working days the mentor has left, while their question is open. */
		clock_left_days: number | null;
		/** A colleague the mentor suggested instead. */
		suggested_id: string | null;
	};
	/** Questions of the mentor and the mentee's answers, before the yes or no. */
	request_note: {
		workspace_id: string;
		note_id: string;
		request_id: string;
		author_id: string;
		/** Sealed; for the two people of the request. */
		body: Buffer;
		created_at: Generated<Date>;
	};
	/** A place on the waiting list: of one person, for one search. */
	waiting: {
		workspace_id: string;
		waiting_id: string;
		program_id: string;
		person_id: string;
		/** A keyed hash of what is sought: the same search waits once. */
		sought_key: string;
		/** Sealed, as it was typed; null: for anyone who suits. */
		query: Buffer | null;
		state: Generated<"waiting" | "stopped" | "matched" | "left">;
		since: Generated<Date>;
		/** When a look that had to stop half-way had come to it. */
		looked_at: Date | null;
		ended_at: Date | null;
		/** Who said yes, when that ended it. */
		mentor_id: string | null;
	};
	/** A mentor whom someone on the waiting list was told of. */
	suggestion: {
		workspace_id: string;
		suggestion_id: string;
		program_id: string;
		waiting_id: string;
		person_id: string;
		mentor_id: string;
		/** `seen`: stood in the list when the waiting began. */
		state: "seen" | "open" | "asked" | "passed" | "lapsed" | "gone";
		suggested_at: Generated<Date>;
		/** Until then nobody else who waits is told of the seat. */
		reserved_until: Date;
	};
};

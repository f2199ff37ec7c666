import type { Generated } from "kysely";

/** What a mentorship has planned, and what became of it. */
export type MeetingsTables = {
	meeting: {
		workspace_id: string;
		meeting_id: string;
		mentorship_id: string;
		/**
		 * `moved`: without a new time yet; `unsaid`: the next one was planned, and
		 * nobody had said what became of it.
		 */
		state: "planned" | "met" | "moved" | "not" | "cancelled" | "unsaid";
		/** Of an exchange in writing: by when. */
		starts_at: Date;
		length_minutes: number;
		in_writing: Generated<boolean>;
		/** How often its time changed, or it was called off; calendars go by it. */
		sequence: Generated<number>;
		/** Who planned, moved or cancelled it last, and when. */
		set_by: string | null;
		set_at: Date;
		created_at: Date;
		/** Set while its state is `met`: when it took place. */
		held_at: Date | null;
	};
	/** What one member says of it, which nobody else reads. */
	meeting_answer: {
		workspace_id: string;
		meeting_id: string;
		person_id: string;
		answer: "met" | "moved" | "not";
		/** 1 to 5, of one that took place. */
		usefulness: Generated<number | null>;
		answered_at: Date;
	};
};

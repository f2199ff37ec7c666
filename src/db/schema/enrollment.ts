import type { Generated } from "kysely";

type Role = "mentee" | "mentor" | "both" | "peer";

/** People's parts in programs. */
export type EnrollmentTables = {
	enrollment: {
		workspace_id: string;
		program_id: string;
		person_id: string;
		role: Role;
		state: "open" | "paused" | "left";
		paused_until: Date | null;
		participation_version: number;
		/** Sealed; what the person wants, theirs until they ask someone. */
		goal: Buffer | null;
		/** Sealed; what they offer, shown to people who search. */
		offer: Buffer | null;
		helps_not_with: Buffer | null;
		/** Sealed JSON list of sentences. */
		moves: Buffer | null;
		capacity: Generated<number>;
		kinds_wanted: Generated<string[]>;
		kinds_offered: Generated<string[]>;
		rhythm: Generated<"weekly" | "every_two_weeks" | "monthly">;
		length_minutes: Generated<number>;
		format: Generated<"video" | "in_person" | "either">;
		languages: Generated<string[]>;
		feedback_style: "direct" | "gentle" | null;
		plan_style: "structured" | "open" | null;
		medium_style: "talk" | "write" | null;
		ready_at: Date | null;
		/** Let three requests in a row expire; suggested again when back. */
		silent_since: Date | null;
		expired_in_row: Generated<number>;
		/** As a mentor; asked and suggested again from then on. */
		unavailable_until: Date | null;
		joined_at: Generated<Date>;
	};
	enrollment_topic: {
		workspace_id: string;
		program_id: string;
		person_id: string;
		side: "offered" | "wanted";
		/** The topic's id, or a keyed hash of one's own topic. */
		topic_key: string;
		topic_id: string | null;
		own_name: Buffer | null;
		level: number;
	};
	/** A colleague named as a possible mentor; one a person, ever. */
	nomination: {
		workspace_id: string;
		nomination_id: string;
		program_id: string;
		/** The colleague. */
		person_id: string;
		nominator_id: string | null;
		/** Whether the colleague is told by whom. */
		says_who: boolean;
		/** Sealed JSON: the topic, and why. */
		body: Buffer;
		created_at: Generated<Date>;
		declined_at: Date | null;
	};
	draft: {
		workspace_id: string;
		person_id: string;
		draft_key: string;
		body: Buffer;
		updated_at: Generated<Date>;
	};
};

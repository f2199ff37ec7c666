import type { Generated } from "kysely";

/** Mentorships, their members, and what is wrong in them. */
export type MentorshipsTables = {
	mentorship: {
		workspace_id: string;
		mentorship_id: string;
		program_id: string;
		request_id: string | null;
		kind: string;
		state:
			| "proposed"
			| "exploring"
			| "agreeing"
			| "active"
			| "paused"
			| "closing"
			| "completed"
			| "ended";
		/** Since when it is in this state. */
		since: Generated<Date>;
		/** How often it moved. */
		changes: Generated<number>;
		/** What was to happen up to here by itself has happened. */
		turned_at: Generated<Date>;
		exploring_until: Date | null;
		active_since: Date | null;
		rhythm: "weekly" | "every_two_weeks" | "monthly" | null;
		length_minutes: number | null;
		halfway_on: string | null;
		ends_on: string | null;
		paused_from: "exploring" | "agreeing" | "active" | null;
		paused_until: Date | null;
		pause_ends: "resume" | "end" | null;
		ended_as:
			| "finished"
			| "informal"
			| "explored"
			| "early"
			| "left"
			| "gone"
			| "unanswered"
			| null;
		/** Sealed; who mentors from outside Slack. */
		partner_name: Buffer | null;
		channel: string | null;
		created_at: Generated<Date>;
	};
	mentorship_member: {
		workspace_id: string;
		mentorship_id: string;
		person_id: string;
		role: "mentor" | "mentee" | "peer";
		/** Since when they want nothing said about it; see `concern`. */
		stopped_at: Generated<Date | null>;
		joined_at: Generated<Date>;
		/** Of a group that goes on without them. */
		left_at: Generated<Date | null>;
		/** Where it stands on the mentee's board of advisors. */
		board_seat: Generated<
			"technical" | "career" | "industry" | "leadership" | null
		>;
	};
	concern: {
		workspace_id: string;
		concern_id: string;
		mentorship_id: string | null;
		reporter_id: string;
		contact_id: string | null;
		body: Buffer;
		reported_at: Generated<Date>;
		read_at: Generated<Date | null>;
		closed_at: Generated<Date | null>;
	};
};

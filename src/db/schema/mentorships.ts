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
		exploring_until: Date | null;
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

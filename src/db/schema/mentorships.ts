import type { Generated } from "kysely";

/** Mentorships and their members. */
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
	};
};

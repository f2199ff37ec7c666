import type { MentorshipsTables } from "../schema/mentorships.ts";
import type { Classes } from "./classes.ts";

export const mentorshipsColumns: Classes<MentorshipsTables> = {
	mentorship: {
		workspace_id: "id",
		mentorship_id: "id",
		program_id: "id",
		request_id: "id",
		kind: "choice",
		state: "state",
		exploring_until: "state",
		channel: "id",
		created_at: "state",
	},
	mentorship_member: {
		workspace_id: "id",
		mentorship_id: "id",
		person_id: "id",
		role: "choice",
		stopped_at: "choice",
	},
	concern: {
		workspace_id: "id",
		concern_id: "id",
		mentorship_id: "id",
		reporter_id: "id",
		contact_id: "id",
		body: "private",
		reported_at: "state",
		read_at: "state",
		closed_at: "state",
	},
};

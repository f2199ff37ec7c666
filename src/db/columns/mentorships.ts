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
	},
};

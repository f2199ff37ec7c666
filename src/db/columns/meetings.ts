import type { MeetingsTables } from "../schema/meetings.ts";
import type { Classes } from "./classes.ts";

export const meetingsColumns: Classes<MeetingsTables> = {
	meeting: {
		workspace_id: "id",
		meeting_id: "id",
		mentorship_id: "id",
		state: "state",
		starts_at: "choice",
		length_minutes: "choice",
		in_writing: "choice",
		sequence: "state",
		set_by: "id",
		set_at: "state",
		created_at: "state",
		held_at: "state",
	},
	meeting_answer: {
		workspace_id: "id",
		meeting_id: "id",
		person_id: "id",
		answer: "choice",
		usefulness: "choice",
		answered_at: "state",
	},
};

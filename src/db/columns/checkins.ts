import type { CheckinsTables } from "../schema/checkins.ts";
import type { Classes } from "./classes.ts";

export const checkinsColumns: Classes<CheckinsTables> = {
	snooze: { workspace_id: "id", person_id: "id", until: "choice" },
	fewer_nudges: {
		workspace_id: "id",
		mentorship_id: "id",
		person_id: "id",
		since: "choice",
	},
	nudge_count: {
		workspace_id: "id",
		mentorship_id: "id",
		counted_from: "state",
		begun_anew_at: "state",
		is_held: "state",
	},
	no_answer: {
		workspace_id: "id",
		no_answer_id: "id",
		mentorship_id: "id",
		person_id: "id",
		asked_at: "state",
		closes_at: "state",
		ended_at: "state",
		outcome: "state",
	},
};

import type { GoalsTables } from "../schema/goals.ts";
import type { Classes } from "./classes.ts";

export const goalsColumns: Classes<GoalsTables> = {
	goal: {
		workspace_id: "id",
		goal_id: "id",
		program_id: "id",
		person_id: "id",
		mentorship_id: "id",
		words: "private",
		quarters: "choice",
		due_on: "choice",
		state: "state",
		let_go_why: "private",
		touches: "state",
		touched_at: "state",
		asked_less: "choice",
		created_at: "state",
		ended_at: "state",
	},
};

import type { Generated } from "kysely";

/** Goals, with their steps inside the sealed words. */
export type GoalsTables = {
	goal: {
		workspace_id: string;
		goal_id: string;
		program_id: string;
		person_id: string;
		mentorship_id: string | null;
		words: Buffer;
		/** How far it is where it has no steps, 0 to 4. */
		quarters: Generated<number>;
		due_on: string | null;
		state: Generated<"open" | "reached" | "let_go">;
		let_go_why: Buffer | null;
		/** Counts what its owner did to it; names each stillness. */
		touches: Generated<number>;
		touched_at: Date;
		/** Asked about when it was left alone for long, and not before. */
		asked_less: Generated<boolean>;
		created_at: Date;
		ended_at: Date | null;
	};
};

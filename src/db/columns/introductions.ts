import type { IntroductionsTables } from "../schema/introductions.ts";
import type { Classes } from "./classes.ts";

export const introductionsColumns: Classes<IntroductionsTables> = {
	introduction: {
		workspace_id: "id",
		introduction_id: "id",
		program_id: "id",
		mentorship_id: "id",
		mentee_id: "id",
		mentor_id: "id",
		third_id: "id",
		follows_id: "id",
		state: "state",
		words: "private",
		note: "private",
		conversation_id: "id",
		started_at: "state",
		named_at: "state",
		closes_at: "state",
		ended_at: "state",
	},
};

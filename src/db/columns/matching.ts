import type { MatchingTables } from "../schema/matching.ts";
import type { Classes } from "./classes.ts";

export const matchingColumns: Classes<MatchingTables> = {
	request: {
		workspace_id: "id",
		request_id: "id",
		program_id: "id",
		mentee_id: "id",
		mentor_id: "id",
		kind: "choice",
		state: "state",
		ask: "private",
		asked_at: "state",
		answered_at: "state",
	},
};

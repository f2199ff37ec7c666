import type { AgendaTables } from "../schema/agenda.ts";
import type { Classes } from "./classes.ts";

export const agendaColumns: Classes<AgendaTables> = {
	agenda_item: {
		workspace_id: "id",
		item_id: "id",
		mentorship_id: "id",
		slot: "choice",
		words: "private",
		author_id: "id",
		version: "state",
		carried: "state",
		state: "state",
		meeting_id: "id",
		created_at: "state",
		changed_at: "state",
	},
	action_item: {
		workspace_id: "id",
		action_id: "id",
		mentorship_id: "id",
		owner_id: "id",
		words: "private",
		due_on: "choice",
		state: "choice",
		why: "private",
		asked_at: "state",
		created_at: "state",
		reported_at: "state",
	},
};

import type { ReportsTables } from "../schema/reports.ts";
import type { Classes } from "./classes.ts";

export const reportsColumns: Classes<ReportsTables> = {
	release: {
		workspace_id: "id",
		release_id: "id",
		program_id: "id",
		made_at: "state",
		asked_by: "id",
		figures: "state",
	},
	release_person: {
		workspace_id: "id",
		program_id: "id",
		person_id: "id",
		number: "id",
	},
	release_set: {
		workspace_id: "id",
		release_id: "id",
		figure: "state",
		part: "directory",
		people: "id",
	},
};

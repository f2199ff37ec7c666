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
		cohort_id: "id",
		quotes: "state",
	},
	release_quote: {
		workspace_id: "id",
		release_id: "id",
		look_back_id: "id",
	},
	report_due: {
		workspace_id: "id",
		program_id: "id",
		cohort_id: "id",
		subject_id: "id",
		due_at: "state",
		next_at: "state",
		attempts: "state",
		lease_token: "id",
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

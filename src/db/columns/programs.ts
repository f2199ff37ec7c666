import type { ProgramsTables } from "../schema/programs.ts";
import type { Classes } from "./classes.ts";

export const programsColumns: Classes<ProgramsTables> = {
	program: {
		workspace_id: "id",
		program_id: "id",
		name: "directory",
		is_first: "state",
		settings: "state",
		created_at: "state",
	},
	program_manager: {
		workspace_id: "id",
		program_id: "id",
		person_id: "id",
		since: "state",
	},
	topic: {
		workspace_id: "id",
		program_id: "id",
		topic_id: "id",
		name: "directory",
		synonyms: "directory",
	},
	cohort: {
		workspace_id: "id",
		cohort_id: "id",
		program_id: "id",
		name: "directory",
		signup_from: "state",
		signup_until: "state",
		kickoff_on: "state",
		ends_on: "state",
	},
	cohort_member: {
		workspace_id: "id",
		cohort_id: "id",
		person_id: "id",
		since: "state",
	},
	participation_text: {
		workspace_id: "id",
		text_id: "id",
		program_id: "id",
		version: "state",
		own_lines: "directory",
		health_from: "state",
		created_at: "state",
		created_by: "id",
	},
};

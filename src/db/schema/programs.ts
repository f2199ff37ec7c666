import type { Generated, JSONColumnType } from "kysely";

/** Programs and what their managers decide. */
export type ProgramsTables = {
	program: {
		workspace_id: string;
		program_id: string;
		name: string;
		is_first: Generated<boolean>;
		settings: JSONColumnType<Record<string, unknown>>;
		created_at: Generated<Date>;
	};
	program_manager: {
		workspace_id: string;
		program_id: string;
		person_id: string;
		since: Generated<Date>;
	};
	topic: {
		workspace_id: string;
		program_id: string;
		topic_id: string;
		name: string;
		synonyms: Generated<string[]>;
	};
	/** A dated run of a program; without one it is always open. */
	cohort: {
		workspace_id: string;
		cohort_id: string;
		program_id: string;
		name: string;
		/** Local dates, as the program's report has its zone. */
		signup_from: string;
		signup_until: string;
		kickoff_on: string;
		ends_on: string;
	};
	/** By their own tap, or by joining while sign-up was open. */
	cohort_member: {
		workspace_id: string;
		cohort_id: string;
		person_id: string;
		since: Date;
	};
	participation_text: {
		workspace_id: string;
		text_id: string;
		program_id: string;
		version: number;
		/** Plain text, for everyone in the program. */
		own_lines: string[];
		/** null: managers see nobody's health by name. */
		health_from: Date | null;
		created_at: Generated<Date>;
		created_by: string | null;
	};
};

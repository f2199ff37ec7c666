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
};

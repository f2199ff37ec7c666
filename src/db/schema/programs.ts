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
	participation_text: {
		workspace_id: string;
		text_id: string;
		program_id: string;
		version: number;
		/** Plain text, for everyone in the program. */
		own_lines: string[];
		created_at: Generated<Date>;
		created_by: string | null;
	};
};

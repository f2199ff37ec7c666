import type {
	ColumnType,
	Generated,
	GeneratedAlways,
	JSONColumnType,
} from "kysely";

/** What was published, and who stands behind it. */
export type ReportsTables = {
	/** Never changed: the app has no right to. */
	release: {
		workspace_id: string;
		release_id: string;
		program_id: string;
		made_at: Date;
		/** null: its time had come. */
		asked_by: string | null;
		/** As they were published; see `candidate.ts` of the slice. */
		figures: JSONColumnType<object[]>;
		/** Whose summary it is; null: the program's report. */
		cohort_id: Generated<string | null>;
		/** How many sentences it quoted when it was made. */
		quotes: Generated<number>;
	};
	/** What it quotes lies with its writer, who may take it back. */
	release_quote: {
		workspace_id: string;
		release_id: string;
		look_back_id: string;
	};
	/** Of a program whose time has come: a report that is to be made. */
	report_due: {
		workspace_id: string;
		program_id: string;
		/** Of the summary of a cohort; null: of the program's report. */
		cohort_id: Generated<string | null>;
		/** The cohort, or the program. */
		subject_id: GeneratedAlways<string>;
		due_at: Date;
		/** Not before; while somebody makes it, when their lease ends. */
		next_at: Generated<Date>;
		/** Those that were begun. */
		attempts: Generated<number>;
		/** Whoever began the last one. */
		lease_token: string | null;
	};
	/** People as numbers, which outlive them and are never another's. */
	release_person: {
		workspace_id: string;
		program_id: string;
		person_id: string;
		number: GeneratedAlways<number>;
	};
	/** Who stands behind a figure that was new; read by later releases alone. */
	release_set: {
		workspace_id: string;
		release_id: string;
		figure: string;
		/** Of a table, names of departments are in it. */
		part: string;
		/** By number: whoever was erased is nobody's here. */
		people: ColumnType<ArrayLike<number>, number[], never>;
	};
};

import type { GeneratedAlways, JSONColumnType } from "kysely";

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
		people: number[];
	};
};

import type { Unreadable } from "./directory.ts";
import type { ImportPlan } from "./directory-plan.ts";

/** What is to be imported: a file that Slack has, or pasted rows. */
export type Source = { fileId: string } | { pasted: string; text: string };

/** What the bot may do, of what Slack makes optional. */
export type Permissions = { files: boolean; emails: boolean };

/** How far it is: rows read, people of Slack's list seen, people written. */
export type Progress = {
	step: "reading" | "lookingUp" | "writing";
	done: number;
};
export type OnProgress = (progress: Progress) => void;

/** What came of a dry run. `pasted` is null where there was a file. */
export type Checked =
	| { is: "unreadable"; problem: Unreadable; pasted: string | null }
	| {
			is: "checked";
			plan: ImportPlan;
			total: number;
			/** Columns that nothing is done with. */
			unused: string[];
			pasted: string | null;
	  }
	/** Over: too late, or done already. */
	| { is: "gone" };

export type Applied = { is: "applied"; total: number } | Checked;

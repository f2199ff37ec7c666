import type { Generated, JSONColumnType } from "kysely";

type SlackRole = "member" | "admin" | "owner";
type Standing = "member" | "guest" | "bot" | "external" | "deactivated";
type ImportState =
	| "reading"
	| "checked"
	| "applying"
	| "applied"
	| "failed"
	| "abandoned";

/** Companies, their people, and what the base towards Slack keeps. */
export type WorkspacesTables = {
	workspace: {
		workspace_id: string;
		enterprise_id: string | null;
		team_id: string | null;
		name: string;
		state: "installed" | "uninstalled";
		created_at: Generated<Date>;
	};
	installation: {
		workspace_id: string;
		bot_id: string;
		bot_user_id: string;
		bot_token: Buffer;
		scopes: string[];
		installed_by: string | null;
		installed_at: Generated<Date>;
	};
	person: {
		workspace_id: string;
		person_id: string;
		slack_user_id: string;
		name: string;
		title: Generated<string>;
		standing: Standing;
		zone: string;
		locale: Generated<string>;
		hours_start: Generated<string>;
		hours_end: Generated<string>;
		/** ISO weekdays; null: those usual in the zone's country. */
		work_days: number[] | null;
		department: string | null;
		level: number | null;
		location: string | null;
		manager_id: string | null;
		dm_channel: string | null;
		/** What they may do in Slack itself. */
		slack_role: Generated<SlackRole>;
		/** Of several programs, the one they look at. */
		chosen_program_id: string | null;
		/** Said "don't contact me", and has not joined since. */
		no_contact_at: Date | null;
		synced_at: Generated<Date>;
	};
	exclusion: { workspace_id: string; person_id: string; other_id: string };
	/** An import of directory data, from the first row to the last. */
	directory_import: {
		workspace_id: string;
		import_id: string;
		program_id: string;
		started_by: string;
		state: ImportState;
		total: Generated<number>;
		done: Generated<number>;
		/** Sealed for an hour: what was pasted, null for a file. */
		source: Buffer | null;
		/** Sealed for an hour: the rows, and the people they name. */
		rows: Buffer | null;
		created_at: Generated<Date>;
		touched_at: Generated<Date>;
	};
	/** How far the nightly walk through Slack's list of people is. */
	people_check: {
		workspace_id: string;
		/** null: no walk is under way. */
		started_at: Date | null;
		cursor: string | null;
		/** People of the list so far. */
		seen: Generated<number>;
	};
	/** A group DM that belongs to no mentorship. */
	conversation: {
		workspace_id: string;
		conversation_id: string;
		/** null until it was opened in Slack. */
		channel: string | null;
		created_at: Generated<Date>;
	};
	conversation_member: {
		workspace_id: string;
		conversation_id: string;
		person_id: string;
	};
	/** Who has opened Home, and whether what it shows has changed since. */
	home_tab: {
		workspace_id: string;
		person_id: string;
		opened_at: Generated<Date>;
		changed_at: Date | null;
		published_at: Generated<Date>;
	};
	handled_request: {
		workspace_id: string;
		request_key: string;
		handled_at: Generated<Date>;
	};
	audit: {
		workspace_id: string;
		audit_id: string;
		at: Generated<Date>;
		actor_id: string | null;
		action: string;
		subject_id: string | null;
		outcome: "done" | "denied";
		program_id: string | null;
		/** What was changed, from what to what; never a private text. */
		detail: JSONColumnType<Record<string, unknown>> | null;
	};
};

import type { Schema } from "./schema.ts";

/**
 * What a column holds, which decides who may see it, whether it is encrypted,
 * and what erasing a person does to it. A test fails on a column without one.
 *
 * - `id`: opaque ids, Slack's ids included
 * - `state`: what the product needs to work: states, dates, counters
 * - `directory`: facts from Slack or HR about a person or the company
 * - `choice`: what a person chose from a list
 * - `private`: what a person wrote; sealed, `bytea`
 * - `secret`: tokens; sealed, `bytea`
 */
export type ColumnClass =
	| "id"
	| "state"
	| "directory"
	| "choice"
	| "private"
	| "secret";

/** Tables without a workspace first in their keys, each with its reason. */
export const globalTables: Record<string, string> = {
	workspace:
		"also unique by Slack's own ids, by which a request finds its workspace",
	kysely_migration: "the migrator's own",
	kysely_migration_lock: "the migrator's own",
};

export const columns: {
	[T in keyof Schema]: Record<keyof Schema[T], ColumnClass>;
} = {
	workspace: {
		workspace_id: "id",
		enterprise_id: "id",
		team_id: "id",
		name: "directory",
		state: "state",
		created_at: "state",
	},
	installation: {
		workspace_id: "id",
		bot_id: "id",
		bot_user_id: "id",
		bot_token: "secret",
		scopes: "state",
		installed_by: "id",
		installed_at: "state",
	},
	person: {
		workspace_id: "id",
		person_id: "id",
		slack_user_id: "id",
		name: "directory",
		title: "directory",
		standing: "directory",
		zone: "directory",
		locale: "directory",
		hours_start: "choice",
		hours_end: "choice",
		work_days: "choice",
		department: "directory",
		level: "directory",
		location: "directory",
		manager_id: "directory",
		dm_channel: "id",
		synced_at: "state",
	},
	exclusion: { workspace_id: "id", person_id: "id", other_id: "id" },
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
	enrollment: {
		workspace_id: "id",
		program_id: "id",
		person_id: "id",
		role: "choice",
		state: "state",
		paused_until: "state",
		participation_version: "state",
		goal: "private",
		offer: "private",
		helps_not_with: "private",
		moves: "private",
		capacity: "choice",
		kinds_wanted: "choice",
		kinds_offered: "choice",
		rhythm: "choice",
		length_minutes: "choice",
		format: "choice",
		languages: "choice",
		feedback_style: "choice",
		plan_style: "choice",
		medium_style: "choice",
		ready_at: "state",
		joined_at: "state",
	},
	enrollment_topic: {
		workspace_id: "id",
		program_id: "id",
		person_id: "id",
		side: "choice",
		topic_key: "id",
		topic_id: "id",
		own_name: "private",
		level: "choice",
	},
	draft: {
		workspace_id: "id",
		person_id: "id",
		draft_key: "id",
		body: "private",
		updated_at: "state",
	},
	request: {
		workspace_id: "id",
		request_id: "id",
		program_id: "id",
		mentee_id: "id",
		mentor_id: "id",
		kind: "choice",
		state: "state",
		ask: "private",
		asked_at: "state",
		answered_at: "state",
	},
	mentorship: {
		workspace_id: "id",
		mentorship_id: "id",
		program_id: "id",
		request_id: "id",
		kind: "choice",
		state: "state",
		exploring_until: "state",
		channel: "id",
		created_at: "state",
	},
	mentorship_member: {
		workspace_id: "id",
		mentorship_id: "id",
		person_id: "id",
		role: "choice",
	},
	lane: {
		workspace_id: "id",
		next_at: "state",
		lookup_at: "state",
		stopped: "state",
	},
	gate: {
		workspace_id: "id",
		gate_key: "id",
		rank: "state",
		open_at: "state",
		due_at: "state",
		stopped: "state",
	},
	delivery: {
		workspace_id: "id",
		delivery_id: "id",
		person_id: "id",
		mentorship_id: "id",
		gate_key: "id",
		rank: "state",
		state: "state",
		next_at: "state",
		attempts: "state",
		claimed_at: "state",
		lease_token: "id",
		lease_until: "state",
		channel: "id",
		message_ts: "id",
		last_error: "state",
		created_at: "state",
		sent_at: "state",
	},
	owed: {
		workspace_id: "id",
		owed_id: "id",
		dedupe_key: "id",
		kind: "state",
		person_id: "id",
		subject_id: "id",
		urgency: "state",
		stale_after: "state",
		delivery_id: "id",
		plan_at: "state",
		created_at: "state",
	},
	home_tab: {
		workspace_id: "id",
		person_id: "id",
		opened_at: "state",
		changed_at: "state",
		published_at: "state",
	},
	schedule: {
		workspace_id: "id",
		schedule_id: "id",
		kind: "state",
		subject_id: "id",
		next_at: "state",
	},
	handled_request: {
		workspace_id: "id",
		request_key: "id",
		handled_at: "state",
	},
	audit: {
		workspace_id: "id",
		audit_id: "id",
		at: "state",
		actor_id: "id",
		action: "state",
		subject_id: "id",
		outcome: "state",
	},
};

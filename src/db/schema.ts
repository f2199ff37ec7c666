import type { Generated, JSONColumnType } from "kysely";

type Standing = "member" | "guest" | "bot" | "external" | "deactivated";
type Role = "mentee" | "mentor" | "both" | "peer";

/** The tables as the newest migration leaves them. */
export type Schema = {
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
		synced_at: Generated<Date>;
	};
	exclusion: { workspace_id: string; person_id: string; other_id: string };
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
	enrollment: {
		workspace_id: string;
		program_id: string;
		person_id: string;
		role: Role;
		state: "open" | "paused" | "left";
		paused_until: Date | null;
		participation_version: number;
		/** Sealed; what the person wants, theirs until they ask someone. */
		goal: Buffer | null;
		/** Sealed; what they offer, shown to people who search. */
		offer: Buffer | null;
		helps_not_with: Buffer | null;
		/** Sealed JSON list of sentences. */
		moves: Buffer | null;
		capacity: Generated<number>;
		kinds_wanted: Generated<string[]>;
		kinds_offered: Generated<string[]>;
		rhythm: Generated<"weekly" | "every_two_weeks" | "monthly">;
		length_minutes: Generated<number>;
		format: Generated<"video" | "in_person" | "either">;
		languages: Generated<string[]>;
		feedback_style: "direct" | "gentle" | null;
		plan_style: "structured" | "open" | null;
		medium_style: "talk" | "write" | null;
		ready_at: Date | null;
		joined_at: Generated<Date>;
	};
	enrollment_topic: {
		workspace_id: string;
		program_id: string;
		person_id: string;
		side: "offered" | "wanted";
		/** The topic's id, or a keyed hash of one's own topic. */
		topic_key: string;
		topic_id: string | null;
		own_name: Buffer | null;
		level: number;
	};
	draft: {
		workspace_id: string;
		person_id: string;
		draft_key: string;
		body: Buffer;
		updated_at: Generated<Date>;
	};
	request: {
		workspace_id: string;
		request_id: string;
		program_id: string;
		mentee_id: string;
		mentor_id: string;
		kind: string;
		state: "open" | "accepted" | "declined" | "withdrawn";
		/** Sealed JSON of the ask. */
		ask: Buffer;
		asked_at: Generated<Date>;
		answered_at: Date | null;
	};
	mentorship: {
		workspace_id: string;
		mentorship_id: string;
		program_id: string;
		request_id: string | null;
		kind: string;
		state:
			| "proposed"
			| "exploring"
			| "agreeing"
			| "active"
			| "paused"
			| "closing"
			| "completed"
			| "ended";
		exploring_until: Date | null;
		channel: string | null;
		created_at: Generated<Date>;
	};
	mentorship_member: {
		workspace_id: string;
		mentorship_id: string;
		person_id: string;
		role: "mentor" | "mentee" | "peer";
	};
	/** How fast a workspace may be written to; see DELIVERY in docs. */
	lane: {
		workspace_id: string;
		next_at: Generated<Date>;
		lookup_at: Generated<Date>;
		/** Why nothing is sent at present, such as `token_revoked`. */
		stopped: string | null;
	};
	/** The same for one conversation. */
	gate: {
		workspace_id: string;
		gate_key: string;
		/** Of its most urgent pending delivery. */
		rank: number;
		/** Nothing before this: the gap to the last message, or one in flight. */
		open_at: Generated<Date>;
		/** When its next delivery may go; null when none is pending. */
		due_at: Date | null;
		stopped: string | null;
	};
	delivery: {
		workspace_id: string;
		delivery_id: string;
		/** Exactly one of the two is set: a person's DM or a group's. */
		person_id: string | null;
		mentorship_id: string | null;
		gate_key: string;
		/** 0 now, 1 today, 2 this week. */
		rank: number;
		state: Generated<
			"pending" | "sending" | "sent" | "unknown" | "failed" | "dropped"
		>;
		/** Pending: not before. Unknown: looked up from then on. */
		next_at: Generated<Date>;
		attempts: Generated<number>;
		claimed_at: Date | null;
		lease_token: string | null;
		lease_until: Date | null;
		channel: string | null;
		message_ts: string | null;
		last_error: string | null;
		created_at: Generated<Date>;
		sent_at: Date | null;
	};
	owed: {
		workspace_id: string;
		owed_id: string;
		dedupe_key: string;
		kind: string;
		/** To whom; null for a group conversation. */
		person_id: string | null;
		/** What the message is about; its kind says which table. */
		subject_id: string;
		urgency: "now" | "today" | "this_week";
		stale_after: Date;
		/** null until it is planned into a delivery. */
		delivery_id: string | null;
		/** When its time is next worked out, while it has no delivery. */
		plan_at: Generated<Date>;
		created_at: Generated<Date>;
	};
	/** Who has opened Home, and whether what it shows has changed since. */
	home_tab: {
		workspace_id: string;
		person_id: string;
		opened_at: Generated<Date>;
		changed_at: Date | null;
		published_at: Generated<Date>;
	};
	/** What happens at a time: its kind plans it and says when it is next. */
	schedule: {
		workspace_id: string;
		schedule_id: string;
		kind: string;
		subject_id: string;
		next_at: Date;
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
	};
};

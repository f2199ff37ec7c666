import type { Generated } from "kysely";

/** What is owed to whom and when. */
export type DeliveryTables = {
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
		/** One of the four is set: a person's DM, a group's, or a program's channel. */
		person_id: string | null;
		mentorship_id: string | null;
		conversation_id: string | null;
		program_id: string | null;
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
	/** What happens at a time: its kind plans it and says when it is next. */
	schedule: {
		workspace_id: string;
		schedule_id: string;
		kind: string;
		subject_id: string;
		next_at: Date;
	};
};

import type { Generated } from "kysely";

/** Mentorships, their members, and what is wrong in them. */
export type MentorshipsTables = {
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
		/** Since when it is in this state. */
		since: Generated<Date>;
		/** How often it moved. */
		changes: Generated<number>;
		/** What was to happen up to here by itself has happened. */
		turned_at: Generated<Date>;
		exploring_until: Date | null;
		active_since: Date | null;
		rhythm: "weekly" | "every_two_weeks" | "monthly" | null;
		length_minutes: number | null;
		halfway_on: string | null;
		ends_on: string | null;
		paused_from: "exploring" | "agreeing" | "active" | null;
		paused_until: Date | null;
		pause_ends: "resume" | "end" | null;
		/** Who needs the pause; null: not paused, or they are erased. */
		paused_by: Generated<string | null>;
		ended_as:
			| "finished"
			| "informal"
			| "explored"
			| "early"
			| "left"
			| "gone"
			| "unanswered"
			| null;
		/** Sealed; who mentors from outside Slack. */
		partner_name: Buffer | null;
		/** Sealed; what an external mentorship is about. */
		about: Generated<Buffer | null>;
		/** How often its members changed. */
		lineup: Generated<number>;
		/** Since when a group takes no new members. */
		closed_at: Generated<Date | null>;
		channel: string | null;
		created_at: Generated<Date>;
	};
	mentorship_member: {
		workspace_id: string;
		mentorship_id: string;
		person_id: string;
		role: "mentor" | "mentee" | "peer";
		/** Since when they want nothing said about it; see `concern`. */
		stopped_at: Generated<Date | null>;
		joined_at: Generated<Date>;
		/** Of a group that goes on without them. */
		left_at: Generated<Date | null>;
		/** The changes of members with which they came and left. */
		joined_lineup: Generated<number>;
		left_lineup: Generated<number | null>;
		/** Where it stands on the mentee's board of advisors. */
		board_seat: Generated<
			"technical" | "career" | "industry" | "leadership" | null
		>;
	};
	agreement: {
		workspace_id: string;
		agreement_id: string;
		mentorship_id: string;
		version: number;
		/** null: Mentor filled it in, or they are erased. */
		author_id: string | null;
		words: Buffer;
		written_at: Date;
		/** When the last of them signed it. */
		in_force_at: Generated<Date | null>;
	};
	agreement_signature: {
		workspace_id: string;
		agreement_id: string;
		person_id: string;
		signed_at: Date;
	};
	halfway: {
		workspace_id: string;
		halfway_id: string;
		mentorship_id: string;
		asked_at: Date;
		/** When the last of them had written. */
		shared_at: Generated<Date | null>;
	};
	halfway_answer: {
		workspace_id: string;
		halfway_id: string;
		person_id: string;
		/** null: not written yet, or skipped. */
		words: Generated<Buffer | null>;
		answered_at: Generated<Date | null>;
	};
	/** Emptied when exploring is over; one's last tap counts. */
	exploring_answer: {
		workspace_id: string;
		mentorship_id: string;
		person_id: string;
		request_key: string;
		goes_on: boolean;
		answered_at: Generated<Date>;
	};
	thanks: {
		workspace_id: string;
		mentorship_id: string;
		/** Who thanks. */
		person_id: string;
		/** Sealed. */
		words: Buffer | null;
		thanked_at: Date;
	};
	peer_invitation: {
		workspace_id: string;
		invitation_id: string;
		program_id: string;
		mentorship_id: string;
		proposer_id: string;
		invited_id: string;
		state:
			| "proposed"
			| "asked"
			| "accepted"
			| "declined"
			| "expired"
			| "dropped";
		started_at: Date;
		/** When the time of whoever has the move is over. */
		closes_at: Date;
		ended_at: Generated<Date | null>;
	};
	peer_invitation_yes: {
		workspace_id: string;
		invitation_id: string;
		person_id: string;
	};
	look_back: {
		workspace_id: string;
		look_back_id: string;
		mentorship_id: string;
		person_id: string;
		/** The mentorship's count of moves while it closes. */
		closing: number;
		helped: Generated<string[]>;
		/** Sealed, for its writer alone. */
		words: Buffer | null;
		/** Sealed; the others read it when it has closed. */
		thanks: Buffer | null;
		/** Sealed; what was typed and not yet saved. */
		draft: Buffer | null;
		/** Sealed; the program may quote it, without a name. */
		quote: Generated<Buffer | null>;
		looked_back_at: Date | null;
		ending: "renew" | "informal" | "finished" | null;
	};
	ending_reason: {
		workspace_id: string;
		program_id: string;
		/** Its first day. */
		month: string;
		reason: string;
		times: Generated<number>;
	};
	concern: {
		workspace_id: string;
		concern_id: string;
		mentorship_id: string | null;
		reporter_id: string;
		contact_id: string | null;
		body: Buffer;
		reported_at: Generated<Date>;
		read_at: Generated<Date | null>;
		closed_at: Generated<Date | null>;
	};
};

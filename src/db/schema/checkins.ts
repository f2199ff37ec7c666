import type { Generated } from "kysely";

/** What keeps a mentorship going. */
export type CheckinsTables = {
	/** Until when someone wants nothing said by itself. */
	snooze: { workspace_id: string; person_id: string; until: Date };
	/** Who wants every second nudge of a mentorship only. */
	fewer_nudges: {
		workspace_id: string;
		mentorship_id: string;
		person_id: string;
		since: Date;
	};
	/** From when its periods count, if not from its last move. */
	nudge_count: {
		workspace_id: string;
		mentorship_id: string;
		/** All members were back; silence before it is none. */
		counted_from: Generated<Date | null>;
		/** A member wanted to hear of it again; to health it is nothing. */
		begun_anew_at: Generated<Date | null>;
		/** Nothing was to be said when it was last looked at. */
		is_held: Generated<boolean>;
	};
	/** Someone asked whether the other is still there. */
	no_answer: {
		workspace_id: string;
		no_answer_id: string;
		mentorship_id: string;
		/** Who asked. */
		person_id: string;
		asked_at: Date;
		/** When the mentorship ends, unless something is heard. */
		closes_at: Date;
		ended_at: Date | null;
		/** `talked`: they met; `over`: the mentorship was over before. */
		outcome: "answered" | "talked" | "over" | "ended" | null;
	};
};

/** A mentor connects a mentee to a third person. */
export type IntroductionsTables = {
	introduction: {
		workspace_id: string;
		introduction_id: string;
		program_id: string;
		mentorship_id: string;
		mentee_id: string;
		mentor_id: string;
		/** Who is to be met; null until the mentor has named someone. */
		third_id: string | null;
		/** The one before it, whose third person could not. */
		follows_id: string | null;
		/**
		 * `offered`: by the mentor, unasked; `none`: nobody came to mind;
		 * `expired`: whoever had the move let it pass.
		 */
		state:
			| "offered"
			| "asked"
			| "named"
			| "accepted"
			| "declined"
			| "expired"
			| "none"
			| "withdrawn";
		/** Sealed JSON: about what, and why. */
		words: Buffer;
		/** Sealed; what the mentor writes to the third person. */
		note: Buffer | null;
		/** Set with the yes: where the two talk. */
		conversation_id: string | null;
		started_at: Date;
		/** When the third person was asked. */
		named_at: Date | null;
		/** When it ends by itself, while it is open. */
		closes_at: Date;
		ended_at: Date | null;
	};
};

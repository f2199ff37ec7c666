/** How long a request may wait for others, in milliseconds. */
export type Patience = {
	/** For the gate's one query. */
	factsMs: number;
	/** For a handler, until the person reads an apology instead. */
	answerMs: number;
	/** For one statement; what takes longer fails. */
	statementMs: number;
	/** For a connection to the database. */
	connectMs: number;
	/** For one call of Slack's Web API. */
	slackMs: number;
};

/** Slack waits 3 seconds for an answer; the rest is for the way there and back. */
export const usualPatience: Patience = {
	factsMs: 700,
	answerMs: 2_400,
	statementMs: 2_000,
	connectMs: 1_500,
	slackMs: 2_000,
};

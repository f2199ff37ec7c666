/** Whether a report has come to stand in its channel, after so many tries. */
export type Posting = { tries: number } & (
	| { is: "never" }
	| { is: "going" }
	/** null: a message whose time Slack did not say. */
	| { is: "stands"; at: Date | null }
	/** The channel cannot be written to; it waits. */
	| { is: "stopped"; reason: string }
	/** It waited too long, or Slack would not have it. */
	| { is: "lost"; reason: string }
);

/** More often one release is not tried in one channel. */
const mostTries = 9;

const keyOf = (releaseId: string, channel: string, nth: number): string =>
	nth === 1
		? `report:${releaseId}:${channel}`
		: `report:${releaseId}:${channel}:${nth}`;

/** The keys of all tries to post a release in a channel. */
export const postingKeys = (releaseId: string, channel: string): string[] =>
	Array.from({ length: mostTries }, (_, at) =>
		keyOf(releaseId, channel, at + 1),
	);

/**
 * The key by which it is owed now: the same as before, which owes nothing new,
 * unless that try is lost.
 */
export function postingKey(
	releaseId: string,
	channel: string,
	{ is, tries }: Posting,
): string {
	const nth = is === "lost" ? tries + 1 : Math.max(1, tries);
	return keyOf(releaseId, channel, Math.min(nth, mostTries));
}

/** What can be done about it. */
export type Remedy = "invite" | "another" | "later";

/** By Slack's code: whoever is not in a private channel is told there is none. */
export function remedyOf(reason: string): Remedy {
	if (reason === "is_archived") return "another";
	if (["not_in_channel", "channel_not_found"].includes(reason)) return "invite";
	return "later";
}

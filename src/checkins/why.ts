import type { Receiver } from "../delivery/receiver.ts";
import type { Mentorship } from "../mentorships/mentorship.ts";
import type { Rhythm } from "../time/periods.ts";
import type { Expected } from "./expect-nudge.ts";
import { stepNames } from "./step.ts";

/** One thing that the last message said. */
export type Said = {
	kind: string;
	key: string;
	/** Of what is about one; null: it is not, or is gone. */
	mentorship: Mentorship | null;
	rhythm: Rhythm | null;
};

/** All that `/mentor why` answers from. */
export type Why = {
	last: { at: Date; said: Said[] } | null;
	receiver: Receiver;
	/** Of each mentorship under way. */
	next: { mentorship: Mentorship; expected: Expected }[];
};

const slices = [
	"matching",
	"mentorships",
	"meetings",
	"agenda",
	"goals",
	"introductions",
	"programs",
	"enrollment",
	"workspaces",
] as const;

const ofCheckins = [...stepNames, "stillThere", "stillHere"] as const;

/** The reason for a kind of message, as the catalog names it. */
export type Reason =
	| (typeof ofCheckins)[number]
	| (typeof slices)[number]
	| "other";

export function reasonOf(kind: string): Reason {
	const [slice, what] = kind.split(":");
	const own = slice === "checkins" && ofCheckins.find((it) => it === what);
	return own || (slices.find((it) => it === slice) ?? "other");
}

/** The date that the key of a nudge names; null for what is none. */
export function aboutOf(key: string): string | null {
	return /:(\d{4}-\d{2}-\d{2})$/.exec(key)?.[1] ?? null;
}

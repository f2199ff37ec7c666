import type { Cipher, Place } from "../db/cipher.ts";
import type { Reader } from "../time/dates.ts";
import { inZone } from "../time/zones.ts";

export const actionLengths = { text: 300, why: 300 };
/** Action items that a mentorship can have open. */
export const mostActions = 20;

/** How it went: "act on advice, or decide against it, and report back". */
export const reports = ["did", "own_way", "against"] as const;
export type Report = (typeof reports)[number];

/** The entry of the button that says so. */
export const reportEntries: Record<Report, string> = {
	did: "agenda:did",
	own_way: "agenda:ownWay",
	against: "agenda:against",
};

export type ActionItem = {
	actionId: string;
	mentorshipId: string;
	owner: { personId: string; slackUserId: string; name: string };
	text: string;
	/** A plain date, YYYY-MM-DD. */
	dueOn: string | null;
	state: "open" | Report;
	why: string | null;
	reportedAt: Date | null;
};

type Where = { workspaceId: string; actionId: string };

const place = (
	{ workspaceId, actionId }: Where,
	column: "words" | "why",
): Place => ({ workspaceId, table: "action_item", column, id: actionId });

export const sealAction = (
	cipher: Cipher,
	where: Where,
	column: "words" | "why",
	text: string,
): Buffer => cipher.seal(place(where, column), text);

export const openAction = (
	cipher: Cipher,
	where: Where,
	column: "words" | "why",
	sealed: Buffer,
): string => cipher.open(place(where, column), sealed);

/** One that is new; nobody in particular owns it: whoever writes it down. */
export type NewAction = {
	text: string;
	owner: string | null;
	dueOn: string | null;
};

/** Two weeks on, by the wall of whoever writes it down. */
export function usualDue(now: Date, { zone }: Pick<Reader, "zone">): string {
	return inZone(now, zone).toPlainDate().add({ days: 14 }).toString();
}

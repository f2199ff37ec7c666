import { z } from "zod";
import type { Cipher, Place } from "../db/cipher.ts";
import { requiredText } from "../slack/fields.ts";
import type { Mentorship } from "./mentorship.ts";

/** Someone whom a report, or the person themself, can turn to. */
export type Helper = { personId: string; slackUserId: string; name: string };

/** Where someone in a mentorship can turn when something is wrong in it. */
export type TurnTo =
	| { to: "contact"; contact: Helper }
	| {
			to: "nobody";
			/** The program has named someone, and none of them can be it here. */
			isNamed: boolean;
			/** Who runs the program and is not close to anyone in it. */
			managers: Helper[];
	  };

/** What someone wrote to the safeguarding contact, for these two alone. */
export type Concern = {
	concernId: string;
	mentorshipId: string | null;
	reporter: Helper;
	/** null: they are gone. */
	contact: Helper | null;
	body: Buffer;
	reportedAt: Date;
	readAt: Date | null;
	closedAt: Date | null;
};

export type ConcernState = "sent" | "read" | "closed";

export function stateOf({
	readAt,
	closedAt,
}: Pick<Concern, "readAt" | "closedAt">): ConcernState {
	if (closedAt) return "closed";
	return readAt ? "read" : "sent";
}

const shownDays = 30;
const day = 24 * 60 * 60_000;

/** Closed ones stay on their reporter's Home for a while. */
export function isShown({ closedAt }: Concern, now: Date): boolean {
	return !closedAt || now.getTime() - closedAt.getTime() < shownDays * day;
}

/** What the page about something wrong in a mentorship shows its reader. */
export type WrongPage = {
	mentorship: Mentorship;
	turnTo: TurnTo;
	/** What the reader has written about it before, the newest last. */
	concerns: Concern[];
};

export const reportLength = 2000;

export const reportForm = z.object({ report: requiredText(reportLength) });

/**
 * What is kept of a report. The names of the others are sealed with the text:
 * whoever it is about may be erased, and it still says whom it is about.
 */
const storedReport = z.object({
	text: z.string(),
	about: z.array(z.string()),
});
export type Report = z.infer<typeof storedReport>;

type Owner = { workspaceId: string; concernId: string };

function placeOf({ workspaceId, concernId }: Owner): Place {
	return { workspaceId, table: "concern", column: "body", id: concernId };
}

export function sealReport(
	cipher: Cipher,
	owner: Owner,
	report: Report,
): Buffer {
	return cipher.seal(placeOf(owner), JSON.stringify(report));
}

export function openReport(
	cipher: Cipher,
	owner: Owner,
	sealed: Buffer,
): Report {
	return storedReport.parse(JSON.parse(cipher.open(placeOf(owner), sealed)));
}

import type { Button } from "@slack/types";
import type { WorkspaceTrx } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import type { Mrkdwn } from "../slack/mrkdwn.ts";
import type { Mentorship } from "./mentorship.ts";

export type PageContext = {
	deps: Deps;
	trx: WorkspaceTrx;
	visit: Visit;
	/** With the name of someone outside Slack, for buttons. */
	mentorship: Mentorship & { outside?: string | null };
};

/**
 * What one part of the product has to say on a mentorship's page, to one of
 * its members, and what they can do about it. The first line that any part has
 * is the next step, which Home shows as well.
 */
export type PagePart = (context: PageContext) => Promise<{
	lines: Mrkdwn[];
	buttons: Button[];
	/** What one does once in a while, if ever: at the end of the page. */
	seldom?: Button[];
} | null>;

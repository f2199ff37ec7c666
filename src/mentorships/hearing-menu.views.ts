import type { Overflow } from "@slack/types";
import { overflow } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import type { Mentorship } from "./mentorship.ts";
import { fitted } from "./named-button.views.ts";
import { shortNamesOf } from "./names.views.ts";

/** What one can do about being written to, unasked. */
export const hearingVerbs = ["snooze", "fewer", "why"] as const;

/** On whatever Mentor says by itself about a mentorship, as its last button. */
export function hearingMenu(
	mentorship: Mentorship,
	reader: { personId: string },
	text: Text,
): Overflow {
	const names = shortNamesOf(mentorship, reader, text);
	return overflow(
		"checkins:hearing",
		hearingVerbs.map((verb) => ({
			value: `${verb}:${mentorship.mentorshipId}`,
			label: fitted(`mentorships:hearing.${verb}`, names, text),
		})),
	);
}

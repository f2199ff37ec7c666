import type { Mentorship } from "../mentorships/mentorship.ts";
import { namesFor } from "../mentorships/mentorships.views.ts";
import { dateToken, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { plainDate, type Reader, slackDate } from "../time/dates.ts";

/** To whom something is shown. */
export type MeetingReader = Reader & { readonly personId: string };

/** A time, which Slack shows each reader in their own zone. */
export const momentFor = (at: Date, reader: Reader): Mrkdwn =>
	dateToken(slackDate(at, "moment", reader));

/** The same for a button or a confirmation, where Slack knows no tokens. */
export const plainMoment = (at: Date, reader: Reader): string =>
	plainDate(at, "moment", reader);

/** The others as text; someone outside Slack has no name here. */
export function plainNames(
	mentorship: Mentorship,
	reader: Pick<MeetingReader, "personId">,
	text: Text,
): string {
	const names = namesFor(mentorship, reader, text);
	return names || text.plain("mentorships:since.outside");
}

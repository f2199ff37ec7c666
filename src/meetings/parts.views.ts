import { dateToken, type Mrkdwn } from "../slack/mrkdwn.ts";
import { plainDate, type Reader, slackDate } from "../time/dates.ts";

/** To whom something is shown. */
export type MeetingReader = Reader & { readonly personId: string };

/** A time, which Slack shows each reader in their own zone. */
export const momentFor = (at: Date, reader: Reader): Mrkdwn =>
	dateToken(slackDate(at, "moment", reader));

/** The same for a button or a confirmation, where Slack knows no tokens. */
export const plainMoment = (at: Date, reader: Reader): string =>
	plainDate(at, "moment", reader);

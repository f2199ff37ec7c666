import { dateToken, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { utcDate } from "../time/calendar.ts";
import { slackDay } from "../time/dates.ts";

/** The five lines of every program, with what its managers see. */
export const fixedLines = (healthFrom: Date | null, text: Text): Mrkdwn =>
	text.mrkdwn("enrollment:participation.lines", {
		seen: managersSee(healthFrom, text),
	});

/** What program managers see by name, in a sentence. */
export const managersSee = (healthFrom: Date | null, text: Text): Mrkdwn =>
	healthFrom
		? text.mrkdwn("enrollment:participation.seenWithHealth", {
				date: healthDay(healthFrom, text),
			})
		: text.mrkdwn("enrollment:participation.seen");

/** The day from which managers see health by name: the same for everybody. */
export const healthDay = (healthFrom: Date, text: Text): Mrkdwn =>
	dateToken(
		slackDay(utcDate(healthFrom), { zone: "UTC", locale: text.language }),
	);

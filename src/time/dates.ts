import { inZone } from "./zones.ts";

/** `day`: the date; `moment`: date and time. */
export type DateStyle = "day" | "moment";

/** Whose clock and language to write for. */
export type Reader = { readonly zone: string; readonly locale: string };

const tokens: Record<DateStyle, string> = {
	day: "{date_pretty}",
	moment: "{date_pretty}, {time}",
};

const formats: Record<DateStyle, Intl.DateTimeFormatOptions> = {
	day: { year: "numeric", month: "long", day: "numeric" },
	moment: {
		year: "numeric",
		month: "long",
		day: "numeric",
		hour: "numeric",
		minute: "2-digit",
		timeZoneName: "short",
	},
};

/**
 * A Slack date token for mrkdwn: each reader's client writes it in their own
 * zone and language, and shows the fallback where it cannot. Whole seconds.
 */
export function slackDate(at: Date, style: DateStyle, reader: Reader): string {
	const seconds = Math.floor(at.getTime() / 1000);
	return `<!date^${seconds}^${tokens[style]}|${plainDate(at, style, reader)}>`;
}

/** The same date as plain text, for places where Slack knows no tokens. */
export function plainDate(at: Date, style: DateStyle, reader: Reader): string {
	return inZone(at, reader.zone).toLocaleString(reader.locale, formats[style]);
}

import { inZone } from "./zones.ts";

/** `day`: the date; `moment`: date and time. */
export type DateStyle = "day" | "moment";

/** Whose clock and language to write for. */
export type Reader = { readonly zone: string; readonly locale: string };

const halfDayMs = 12 * 3_600_000;

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

/** The token of a local date, at noon: the same date wherever it is read. */
export function slackDay(date: string, reader: Reader): string {
	const noon = startOfDate(date, reader.zone).getTime() + halfDayMs;
	return slackDate(new Date(noon), "day", reader);
}

/** The same date as plain text, for places where Slack knows no tokens. */
export function plainDate(at: Date, style: DateStyle, reader: Reader): string {
	return formatFor(style, reader).format(at);
}

// To make one takes a hundred times as long as to use it.
const kept = new Map<string, Intl.DateTimeFormat>();
const mostKept = 200;

function formatFor(style: DateStyle, { zone, locale }: Reader) {
	const key = `${style} ${zone} ${locale}`;
	const format =
		kept.get(key) ??
		new Intl.DateTimeFormat(locale, { ...formats[style], timeZone: zone });
	if (kept.size >= mostKept) kept.clear();
	kept.set(key, format);
	return format;
}

/**
 * The first moment of a local date, "2026-12-25", in an IANA zone: midnight,
 * or later where clocks jump over it. Throws RangeError for what is no date.
 */
export function startOfDate(date: string, zone: string): Date {
	const day = inZone(new Date(`${date}T00:00:00Z`), "UTC").toPlainDate();
	return new Date(day.toZonedDateTime(zone).epochMilliseconds);
}

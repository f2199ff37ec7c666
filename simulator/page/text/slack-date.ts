/** Where and when the reader is; a test can stand anywhere. */
export type Reader = { now: Date; zone?: string; locale?: string };

const DAY = 86_400_000;
const HALF_A_YEAR = 182 * DAY;

/**
 * Fills Slack's date tokens in, in the reader's own zone.
 *
 * @param seconds Unix time in seconds
 * @param format for example `{date_short_pretty} at {time}`; what is no token
 *   stays as it is
 * @see https://docs.slack.dev/messaging/formatting-message-text/#date-formatting
 */
export function formatSlackDate(
	seconds: number,
	format: string,
	reader: Reader,
): string {
	const at = new Date(seconds * 1000);
	return format.replace(
		/\{([a-z_]+)\}/g,
		(all, token: string) => tokenText(token, at, reader) ?? all,
	);
}

function tokenText(token: string, at: Date, reader: Reader): string | null {
	const show = (options: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat(reader.locale, {
			...options,
			timeZone: reader.zone,
		}).format(at);
	const year = farFrom(at, reader.now) ? ({ year: "numeric" } as const) : {};
	switch (token.replace(/_pretty$/, "")) {
		case "date_num":
			return isoDay(at, reader);
		case "date":
			return (
				pretty(token, at, reader) ??
				show({ month: "long", day: "numeric", ...year })
			);
		case "date_short":
			return (
				pretty(token, at, reader) ??
				show({ month: "short", day: "numeric", ...year })
			);
		case "date_long":
			return (
				pretty(token, at, reader) ??
				show({ weekday: "long", month: "long", day: "numeric", ...year })
			);
		case "day_divider":
			return (
				pretty(token, at, reader) ??
				show({ weekday: "long", month: "long", day: "numeric", ...year })
			);
		case "time":
			return show({ timeStyle: "short" });
		case "time_secs":
			return show({ timeStyle: "medium" });
		case "ago":
			return ago(at, reader);
		default:
			return null;
	}
}

/** "today" and its neighbours, for the tokens that ask for it. */
function pretty(token: string, at: Date, reader: Reader): string | null {
	if (!token.endsWith("_pretty")) return null;
	const days = Math.round(
		(Date.parse(isoDay(at, reader)) - Date.parse(isoDay(reader.now, reader))) /
			DAY,
	);
	if (Math.abs(days) > 1) return null;
	return new Intl.RelativeTimeFormat(reader.locale, { numeric: "auto" }).format(
		days,
		"day",
	);
}

function ago(at: Date, reader: Reader): string {
	const seconds = (at.getTime() - reader.now.getTime()) / 1000;
	const steps: [Intl.RelativeTimeFormatUnit, number][] = [
		["day", 86_400],
		["hour", 3_600],
		["minute", 60],
	];
	const [unit, size] = steps.find(([, each]) => Math.abs(seconds) >= each) ?? [
		"second" as const,
		1,
	];
	return new Intl.RelativeTimeFormat(reader.locale, { numeric: "auto" }).format(
		Math.trunc(seconds / size),
		unit,
	);
}

/** Slack leaves the year out within half a year. */
function farFrom(at: Date, now: Date): boolean {
	return Math.abs(at.getTime() - now.getTime()) > HALF_A_YEAR;
}

/** The Swedish locale writes dates as ISO 8601 does. */
function isoDay(at: Date, reader: Reader): string {
	return new Intl.DateTimeFormat("sv-SE", { timeZone: reader.zone }).format(at);
}

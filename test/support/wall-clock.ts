/** What a clock and a calendar on the wall show, by Intl alone. */
export type Wall = {
	/** "2026-10-25" */
	date: string;
	/** "09:30" */
	time: string;
	/** ISO: 1 is Monday. */
	weekday: number;
	/** The date of the week's Monday. */
	monday: string;
};

const dayMs = 24 * 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Temporal-free on purpose: tests check what Temporal computed by it. */
export function wallClock(at: Date, zone: string): Wall {
	const format =
		formats.get(zone) ??
		new Intl.DateTimeFormat("sv-SE", {
			timeZone: zone,
			dateStyle: "short",
			timeStyle: "short",
		});
	formats.set(zone, format);
	const [date = "", time = ""] = format.format(at).split(" ");
	const midnight = Date.parse(`${date}T00:00Z`);
	const weekday = new Date(midnight).getUTCDay() || 7;
	const monday = new Date(midnight - (weekday - 1) * dayMs);
	return { date, time, weekday, monday: monday.toISOString().slice(0, 10) };
}

import { z } from "zod";

/** One setting that a manager changed, as the audit keeps it. */
export type SettingChange = { setting: Setting; from: Value; to: Value };
/** null: not worth showing, or more than a line holds. */
export type Value = number | boolean | string | null;

/** Settings that history names; with a dot they are parts of a section. */
export const settings = [
	"name",
	"description",
	"allowsGuests",
	"departments",
	"locations",
	"kinds",
	"defaults.rhythm",
	"defaults.lengthMinutes",
	"defaults.durationMonths",
	"defaults.capacity",
	"rules.reportingLevels",
	"rules.department",
	"rules.location",
	"rules.minimumOverlap",
	"rules.leastAhead",
	"rules.mostAhead",
	"weights",
	"replies.remindAfterDays",
	"replies.closeAfterDays",
	"holidays",
	"safeguarding",
	"report.channel",
	"report.every",
	"report.weekday",
	"report.time",
	"report.zone",
] as const;
export type Setting = (typeof settings)[number];

/** Where both values say something by themselves, in a few characters. */
const withValues: readonly Setting[] = [
	"name",
	"allowsGuests",
	"defaults.lengthMinutes",
	"defaults.durationMonths",
	"defaults.capacity",
	"rules.reportingLevels",
	"rules.minimumOverlap",
	"rules.leastAhead",
	"rules.mostAhead",
	"replies.remindAfterDays",
	"replies.closeAfterDays",
	"report.time",
	"report.zone",
];

/** The changes in an audit line's detail; what is not known is left out. */
export function changesIn(detail: Record<string, unknown>): SettingChange[] {
	return settings.flatMap((setting) => {
		const change = detail[setting];
		if (typeof change !== "object" || change === null) return [];
		if (!("from" in change && "to" in change)) return [];
		const shows = withValues.includes(setting);
		return [
			{
				setting,
				from: shows ? shown(change.from) : null,
				to: shows ? shown(change.to) : null,
			},
		];
	});
}

function shown(value: unknown): Value {
	return typeof value === "number" ||
		typeof value === "boolean" ||
		(typeof value === "string" && value !== "")
		? value
		: null;
}

const name = z.string().nullable().catch(null);

/** What other acts keep in their detail. */
export const knownFacts = z.object({
	topic: z.object({ from: name, to: name }).catch({ from: null, to: null }),
	rows: z.number().catch(0),
	people: z.number().catch(0),
	cohort: z.string().catch(""),
});

import { Temporal } from "temporal-polyfill";

/**
 * Countries whose working week is not Monday to Friday, by the zones people
 * there have. Source: CLDR's week data, corrected for offices: CLDR counts
 * Saturday as a working day in India and Uganda, and lacks Bangladesh, the
 * Maldives and Palestine.
 */
const sundayToThursday = [
	"Africa/Algiers",
	"Africa/Cairo",
	"Africa/Khartoum",
	"Africa/Tripoli",
	"Asia/Aden",
	"Asia/Amman",
	"Asia/Baghdad",
	"Asia/Bahrain",
	"Asia/Damascus",
	"Asia/Dhaka",
	"Asia/Gaza",
	"Asia/Hebron",
	"Asia/Jerusalem",
	"Asia/Kuwait",
	"Asia/Muscat",
	"Asia/Qatar",
	"Asia/Riyadh",
	"Indian/Maldives",
];
const saturdayToWednesday = ["Asia/Kabul", "Asia/Tehran"];

const weekOfZone = new Map<string, readonly number[]>([
	...sundayToThursday.map((zone) => [zone, [1, 2, 3, 4, 7]] as const),
	...saturdayToWednesday.map((zone) => [zone, [1, 2, 3, 6, 7]] as const),
]);

/** Whether `name` is an IANA zone this runtime knows; bare offsets are not. */
export function isZone(name: string): boolean {
	if (!/^[A-Za-z]/.test(name)) return false;
	try {
		new Intl.DateTimeFormat("en", { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

/** Zones that JavaScript lists by an older name only. */
const newerNames = [
	"Africa/Asmara",
	"America/Nuuk",
	"Asia/Ho_Chi_Minh",
	"Asia/Kathmandu",
	"Asia/Kolkata",
	"Asia/Yangon",
	"Atlantic/Faroe",
	"Europe/Kyiv",
	"Pacific/Chuuk",
	"Pacific/Kanton",
	"Pacific/Pohnpei",
];
const listedZones = [
	...new Set([...Intl.supportedValuesOf("timeZone"), ...newerNames]),
].sort();

/** Zones whose name has these letters, those of places before "UTC". */
export function zonesLike(letters: string): string[] {
	const sought = letters.toLowerCase().replaceAll(" ", "_");
	return [...listedZones.filter((zone) => zone !== "UTC"), "UTC"].filter(
		(zone) => zone.toLowerCase().includes(sought),
	);
}

/**
 * The working days usual in the country of a zone, as ISO weekdays (1 is
 * Monday), ascending. Older names of a zone count as the zone.
 * Throws RangeError for an unknown zone.
 */
export function usualWorkingDays(zone: string): readonly number[] {
	const { timeZone } = new Intl.DateTimeFormat("en", {
		timeZone: zone,
	}).resolvedOptions();
	return weekOfZone.get(timeZone) ?? [1, 2, 3, 4, 5];
}

/** What the clock on the wall shows in `zone` at an instant. */
export function inZone(at: Date, zone: string): Temporal.ZonedDateTime {
	return Temporal.Instant.fromEpochMilliseconds(
		at.getTime(),
	).toZonedDateTimeISO(zone);
}

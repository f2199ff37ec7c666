import { inZone, isZone } from "../time/zones.ts";

const firstHour = 1;
/** Minutes over which workspaces are spread, each at its own. */
const spread = 180;

/**
 * The next time, later than `from`, that the clock in `zone` shows this
 * workspace's minute between 1 and 4 at night. An unknown zone counts as UTC.
 */
export function nextNight(from: Date, zone: string, workspaceId: string): Date {
	// The end of such an id is chance.
	const minutes = Number.parseInt(workspaceId.slice(-6), 16) % spread;
	const here = inZone(from, isZone(zone) ? zone : "UTC");
	const tonight = here.withPlainTime({
		hour: firstHour + Math.floor(minutes / 60),
		minute: minutes % 60,
	});
	const at = (days: number) =>
		new Date(tonight.add({ days }).epochMilliseconds);
	return at(0) > from ? at(0) : at(1);
}

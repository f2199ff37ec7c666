import type { WorkspaceTrx } from "../db/database.ts";
import { factsSince, type Health, healthOf } from "./health.ts";
import { readPairs } from "./pairs.service.ts";

/**
 * How these mentorships go, by id, as program managers may see it: nothing of
 * before `from` counts. null: over, or closing.
 *
 * Its periods count from when it began to stand as it does, and never from when
 * somebody took back that something is wrong: that must not show.
 */
export async function readHealthByName(
	trx: WorkspaceTrx,
	mentorshipIds: string[],
	{ from, now }: { from: Date; now: Date },
): Promise<Map<string, Health | null>> {
	const found = await readPairs(trx, mentorshipIds);
	return new Map(
		[...found].map(([id, { pair, since }]) => [
			id,
			healthOf(factsSince({ ...pair, countedFrom: since }, from), now),
		]),
	);
}

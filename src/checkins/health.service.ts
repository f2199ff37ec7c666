import type { WorkspaceTrx } from "../db/database.ts";
import { type Health, healthOf } from "./health.ts";
import { readPairs } from "./pairs.service.ts";

/** How these mentorships go, by id; null: over, or closing. */
export async function readHealth(
	trx: WorkspaceTrx,
	mentorshipIds: string[],
	now: Date,
): Promise<Map<string, Health | null>> {
	const found = await readPairs(trx, mentorshipIds);
	return new Map(
		[...found].map(([id, { pair, healthFrom }]) => [
			id,
			healthOf({ ...pair, countedFrom: healthFrom }, now),
		]),
	);
}

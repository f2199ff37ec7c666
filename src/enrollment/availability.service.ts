import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { type Availability, afterExpiry, type Part } from "./availability.ts";
import {
	type EnrollmentKey,
	findEnrollment,
	listParts,
	lockParts,
	updateEnrollment,
} from "./enrollment.queries.ts";
import { keyOf } from "./enrollment.service.ts";

/**
 * Holds people's parts in programs, so that decisions on their seats and
 * requests are made one after another. Before requests, never after. With
 * "or not at all", null when someone else holds one of them.
 */
export async function holdParts(
	trx: WorkspaceTrx,
	keys: readonly EnrollmentKey[],
	how: "wait" | "or not at all" = "wait",
): Promise<Part[] | null> {
	const held = await lockParts(trx, keys, { wait: how === "wait" });
	if (how === "wait") return held;
	const all = await listParts(trx, keys);
	return held.length === all.length ? held : null;
}

/** null for whoever has not joined. */
export async function readAvailability(
	trx: WorkspaceTrx,
	key: EnrollmentKey,
): Promise<Availability | null> {
	const row = await findEnrollment(trx, key);
	return row
		? {
				state: row.state,
				silentSince: row.silent_since,
				expiredInRow: row.expired_in_row,
				unavailableUntil: row.unavailable_until,
			}
		: null;
}

export function readOwnAvailability(
	deps: Deps,
	visit: Visit,
): Promise<Availability | null> {
	return withWorkspace(deps.db, visit.workspaceId, (trx) =>
		readAvailability(trx, keyOf(visit)),
	);
}

/** A mentor let a request run out; true when that made them silent. */
export async function noteExpiry(
	trx: WorkspaceTrx,
	key: EnrollmentKey,
	now: Date,
): Promise<boolean> {
	const before = await readAvailability(trx, key);
	if (!before) return false;
	const { expiredInRow, silentSince } = afterExpiry(before, now);
	await updateEnrollment(trx, key, {
		expired_in_row: expiredInRow,
		silent_since: silentSince,
	});
	return before.silentSince === null && silentSince !== null;
}

/** Any answer starts the count anew; whoever is silent says so themself. */
export async function noteAnswer(
	trx: WorkspaceTrx,
	key: EnrollmentKey,
): Promise<void> {
	await updateEnrollment(trx, key, { expired_in_row: 0 });
}

/** Not suggested and not asked as a mentor until then. */
export async function setAway(
	deps: Deps,
	visit: Visit,
	until: Date,
): Promise<void> {
	await withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		if (!(await claimRequest(trx, visit.key))) return;
		await updateEnrollment(trx, keyOf(visit), { unavailable_until: until });
	});
}

/** "I am available": neither away nor silent any more. */
export async function comeBack(deps: Deps, visit: Visit): Promise<void> {
	await withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		if (!(await claimRequest(trx, visit.key))) return;
		await updateEnrollment(trx, keyOf(visit), {
			unavailable_until: null,
			silent_since: null,
			expired_in_row: 0,
		});
	});
}

import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import { readManagers } from "../programs/managers.service.ts";
import { readProgram } from "../programs/programs.service.ts";
import type { Next } from "../scheduler/schedule.ts";
import { saveSchedule } from "../scheduler/schedules.queries.ts";
import type { Message } from "../slack/blocks.ts";
import type { MessageContext } from "../slack/feature.ts";
import { unpostedMessage } from "./arrival.views.ts";
import { findPosting } from "./posting.queries.ts";
import { type Posting, postingKeys } from "./posting.ts";
import { findLatest, findRelease } from "./published.queries.ts";

/** Schedules of this kind are of programs: whether their report has arrived. */
export const arrivalKind = "reports:arrived";

/** By then it has, unless its channel cannot be written to. */
const arrivesWithinMs = 5 * 60_000;

export const watchArrival = (
	trx: WorkspaceTrx,
	programId: string,
	now: Date,
): Promise<void> =>
	saveSchedule(trx, {
		kind: arrivalKind,
		subjectId: programId,
		nextAt: new Date(now.getTime() + arrivesWithinMs),
	});

/** What became of a release in a channel. */
export const readPosting = (
	trx: WorkspaceTrx,
	releaseId: string,
	channel: string,
): Promise<Posting> => findPosting(trx, postingKeys(releaseId, channel));

/** Of reports that have not arrived the managers hear once, each for itself. */
export async function planArrivals(
	trx: WorkspaceTrx,
	programIds: string[],
): Promise<{ owed: OwedMessage[]; next: Next[] }> {
	const owed = await Promise.all(
		programIds.map((programId) => listUnposted(trx, programId)),
	);
	return {
		owed: owed.flat(),
		next: programIds.map((subjectId) => ({ subjectId, nextAt: null })),
	};
}

async function listUnposted(
	trx: WorkspaceTrx,
	programId: string,
): Promise<OwedMessage[]> {
	const latest = await findLatest(trx, programId);
	const found = latest && (await findUnposted(trx, latest.releaseId));
	if (!found) return [];
	const managers = await readManagers(trx, programId);
	return managers
		.filter(({ isActive }) => isActive)
		.map(({ personId }) => ({
			kind: "reports:unposted",
			to: { personId },
			subjectId: found.releaseId,
			key: `report-unposted:${found.releaseId}:${found.channel}:${personId}`,
			urgency: "now" as const,
			staleAfterHours: 3 * 24,
		}));
}

/** A release that was to be posted and could not be; else null. */
async function findUnposted(trx: WorkspaceTrx, releaseId: string) {
	const release = await findRelease(trx, releaseId);
	if (!release) return null;
	const { name, settings } = await readProgram(trx, release.programId);
	const { channel } = settings.report;
	if (channel === null) return null;
	const posting = await readPosting(trx, releaseId, channel);
	return posting.is === "stopped" || posting.is === "lost"
		? { ...release, program: name, channel, reason: posting.reason }
		: null;
}

/** For a manager; null: it has been posted meanwhile, or they manage no more. */
export async function renderUnposted({
	trx,
	subjectId,
	personId,
	text,
}: MessageContext): Promise<Message | null> {
	const found = await findUnposted(trx, subjectId);
	if (!found) return null;
	const managers = await readManagers(trx, found.programId);
	return managers.some((one) => one.isActive && one.personId === personId)
		? unpostedMessage(found, text)
		: null;
}

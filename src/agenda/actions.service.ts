import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { updateHomeChanged } from "../delivery/home.queries.ts";
import type { Deps } from "../deps.ts";
import { memberOf } from "../mentorships/mentorship.ts";
import { isOver } from "../mentorships/mentorship-moves.ts";
import { readMentorship } from "../mentorships/mentorships.service.ts";
import {
	deleteSchedule,
	saveSchedule,
} from "../scheduler/schedules.queries.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import {
	type ActionItem,
	mostActions,
	type NewAction,
	openAction,
	type Report,
	sealAction,
} from "./action-item.ts";
import {
	type ActionRow,
	findAction,
	insertAction,
	listActions,
	listOpenOfOwner,
	updateReport,
} from "./actions.queries.ts";

/** When the owner of an action item is asked how it went. */
export const dueKind = "agenda:action-due";

const day = 24 * 3_600_000;
/** What was reported is on the agenda for so long: the next one opens with it. */
const freshMs = 28 * day;

/**
 * Open ones, and those reported on of late; the nearest date first. With a
 * `reader`: none of before they joined.
 */
export async function readActions(
	deps: Deps,
	trx: WorkspaceTrx,
	mentorshipId: string,
	{ now, reader }: { now: Date; reader?: string | undefined },
): Promise<ActionItem[]> {
	const since = new Date(now.getTime() - freshMs);
	const rows = await listActions(trx, mentorshipId, since, reader);
	return rows.map((row) => asAction(deps, trx, row));
}

/** Someone's own, in all their mentorships. */
export function readOwnActions(
	deps: Deps,
	{ workspaceId, actor }: Visit,
): Promise<ActionItem[]> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const rows = await listOpenOfOwner(trx, actor.personId);
		return rows.map((row) => asAction(deps, trx, row));
	});
}

export async function readAction(
	deps: Deps,
	trx: WorkspaceTrx,
	actionId: string,
): Promise<ActionItem | null> {
	const row = await findAction(trx, actionId);
	return row ? asAction(deps, trx, row) : null;
}

function asAction(
	deps: Deps,
	{ workspaceId }: WorkspaceTrx,
	row: ActionRow,
): ActionItem {
	const where = { workspaceId, actionId: row.actionId };
	return {
		actionId: row.actionId,
		mentorshipId: row.mentorshipId,
		owner: {
			personId: row.ownerId,
			slackUserId: row.ownerSlackId,
			name: row.ownerName,
		},
		text: openAction(deps.cipher, where, "words", row.words),
		dueOn: row.dueOn,
		state: row.state,
		why: row.why && openAction(deps.cipher, where, "why", row.why),
		reportedAt: row.reportedAt,
	};
}

/** What became of writing some down: `notMembers` have an owner elsewhere. */
export type Noted = "noted" | "over" | "tooMany" | "notMembers";

/** Writes down what members took on; lines without words are none. */
export async function noteActions(
	deps: Deps,
	trx: WorkspaceTrx,
	mentorshipId: string,
	taken: NewAction[],
	{ actor, now, key }: Visit,
): Promise<Noted> {
	const written = taken.map((one) => ({
		...one,
		owner: one.owner ?? actor.personId,
	}));
	if (written.length === 0) return "noted";
	const mentorship = await readMentorship(trx, mentorshipId);
	if (!mentorship || isOver(mentorship.state)) return "over";
	if (written.some(({ owner }) => !memberOf(mentorship, owner)))
		return "notMembers";
	const open = await listActions(trx, mentorshipId, null);
	if (open.length + written.length > mostActions) return "tooMany";
	// Repeated, it is written down already; what was refused may come again.
	if (!(await claimRequest(trx, key))) return "noted";
	const { workspaceId } = trx;
	for (const { text, owner: ownerId, dueOn } of written) {
		const actionId = newId();
		const where = { workspaceId, actionId };
		const words = sealAction(deps.cipher, where, "words", text);
		await insertAction(trx, {
			...{ actionId, mentorshipId, ownerId, words, dueOn, now },
		});
		if (dueOn)
			await saveSchedule(trx, {
				kind: dueKind,
				subjectId: actionId,
				nextAt: new Date(`${dueOn}T12:00:00Z`),
			});
	}
	await updateHomeChanged(
		trx,
		mentorship.members.map(({ personId }) => personId),
	);
	return "noted";
}

/**
 * How it went: did it, did it my way, decided against it. Said once more, it
 * is what was said last. null: it is gone.
 */
export function report(
	deps: Deps,
	visit: Visit,
	actionId: string,
	{ state, why }: { state: Report; why: string | null },
): Promise<ActionItem | null> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const row = await findAction(trx, actionId);
		if (!row) return null;
		const where = { workspaceId: trx.workspaceId, actionId };
		// A line that was written stays when only the answer is tapped again.
		const kept = why ? sealAction(deps.cipher, where, "why", why) : row.why;
		await updateReport(trx, actionId, { state, why: kept, now: visit.now });
		await deleteSchedule(trx, { kind: dueKind, subjectId: actionId });
		return readAction(deps, trx, actionId);
	});
}

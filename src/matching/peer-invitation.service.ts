import type { WorkspaceTrx } from "../db/database.ts";
import { updateHomeChanged } from "../delivery/home.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import { roomIn } from "../mentorships/kinds.ts";
import { isQuiet, type Mentorship } from "../mentorships/mentorship.ts";
import { readMentorship } from "../mentorships/mentorships.service.ts";
import type { Next, ScheduleKind } from "../scheduler/schedule.ts";
import {
	deleteSchedule,
	saveSchedule,
} from "../scheduler/schedules.queries.ts";
import { judgePair } from "./askable.service.ts";
import {
	isOpen,
	type Move,
	moves,
	type PeerInvitation,
} from "./peer-invitation.ts";
import { cannotNews, staysNews } from "./peer-invitation-news.ts";
import {
	findInvitation,
	lockIdleInvitation,
	updateInvitation,
} from "./peer-invitations.queries.ts";
import { readClock } from "./reply-window.service.ts";
import { openWindow } from "./reply-window.ts";

/** The schedule of an invitation: its window closes. */
export const invitationKind = "matching:peer-invitation";

/** Whether somebody may come to these peers now, by every hard rule. */
export async function mayCome(
	deps: Deps,
	trx: WorkspaceTrx,
	{ programId, members, ...mentorship }: Mentorship,
	{ invitedId, now }: { invitedId: string; now: Date },
): Promise<boolean> {
	if (isQuiet({ ...mentorship, members })) return false;
	if (mentorship.kind !== "peer") return false;
	if (roomIn({ ...mentorship, members }) === 0) return false;
	for (const { personId: menteeId } of members) {
		if (menteeId === invitedId) return false;
		const pair = { programId, menteeId, mentorId: invitedId, now };
		if (!(await judgePair(deps, trx, pair, "peers")).ok) return false;
	}
	return true;
}

/** When the time of whoever has the move is over, by their own working days. */
export async function readClosing(
	trx: WorkspaceTrx,
	{ programId, now }: { programId: string; now: Date },
	personId: string,
): Promise<Date> {
	return openWindow(now, await readClock(trx, programId, personId)).closesAt;
}

/** Writes a move, and what its clock does then. */
export async function makeMove(
	trx: WorkspaceTrx,
	before: PeerInvitation,
	{ move, now, closesAt }: { move: Move; now: Date; closesAt?: Date },
): Promise<PeerInvitation> {
	const { to: state } = moves[move];
	const { invitationId: subjectId } = before;
	await updateInvitation(trx, subjectId, {
		state,
		...(closesAt && { closes_at: closesAt }),
		...(!isOpen(state) && { ended_at: now }),
	});
	const key = { kind: invitationKind, subjectId };
	if (closesAt) await saveSchedule(trx, { ...key, nextAt: closesAt });
	else await deleteSchedule(trx, key);
	await updateHomeChanged(trx, [before.invited.personId, ...before.agreed]);
	return { ...before, state, ...(closesAt && { closesAt }) };
}

/** The members who hear that somebody can't right now. */
export async function readCannotNews(
	trx: WorkspaceTrx,
	invitation: PeerInvitation,
): Promise<OwedMessage[]> {
	const mentorship = await readMentorship(trx, invitation.mentorshipId);
	return cannotNews(invitation, mentorship?.members ?? []);
}

const soon = (now: Date) => new Date(now.getTime() + 60_000);

/** A window has passed: a silence reads like a no. */
export const invitationSchedule: ScheduleKind = {
	async plan({ trx, now, due }) {
		const owed: OwedMessage[] = [];
		const next: Next[] = [];
		for (const { subjectId } of due) {
			const held = await lockIdleInvitation(trx, subjectId);
			if (held && isOpen(held.state))
				owed.push(...(await expire(trx, held, now)));
			const isHeld = !held && (await findInvitation(trx, subjectId));
			next.push({ subjectId, nextAt: isHeld ? soon(now) : null });
		}
		return { owed, next };
	},
};

async function expire(
	trx: WorkspaceTrx,
	held: PeerInvitation,
	now: Date,
): Promise<OwedMessage[]> {
	const move = held.state === "proposed" ? "lapse" : "expire";
	const over = await makeMove(trx, held, { move, now });
	return move === "lapse" ? staysNews(over) : readCannotNews(trx, over);
}

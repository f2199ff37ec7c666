import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { updateHomeChanged } from "../delivery/home.queries.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import { enroll, hasJoined } from "../enrollment/enrollment.service.ts";
import { emptyJoinForm } from "../enrollment/join-form.ts";
import { comeIn } from "../mentorships/members.service.ts";
import { type Mentorship, memberOf } from "../mentorships/mentorship.ts";
import { holdMentorship } from "../mentorships/mentorships.service.ts";
import { saveSchedule } from "../scheduler/schedules.queries.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { findOrMeet } from "../workspaces/people.service.ts";
import {
	invitationKind,
	makeMove,
	mayCome,
	readCannotNews,
	readClosing,
} from "./peer-invitation.service.ts";
import {
	canMove,
	type Move,
	type PeerInvitation,
	undecided,
} from "./peer-invitation.ts";
import {
	invitationNews,
	proposalNews,
	staysNews,
} from "./peer-invitation-news.ts";
import {
	findInvitation,
	insertInvitation,
	insertYes,
	lockInvitation,
	wasInvited,
} from "./peer-invitations.queries.ts";

export type Proposed =
	| { is: "proposed"; invitation: PeerInvitation; others: string[] }
	| { is: "notAvailable"; name: string }
	/** They are deciding about somebody already, or it is over. */
	| { is: "notNow" };

/** A member thinks of someone; the others are asked first. */
export async function propose(
	deps: Deps,
	visit: Visit,
	{ mentorshipId, slackUserId }: { mentorshipId: string; slackUserId: string },
): Promise<Proposed> {
	const { workspaceId, programId, actor, now } = visit;
	const invited = await findOrMeet(deps, workspaceId, slackUserId);
	if (!invited) return { is: "notAvailable", name: "" };
	const { personId: invitedId, name } = invited;
	return withWorkspace(deps.db, workspaceId, async (trx): Promise<Proposed> => {
		const mentorship = await holdMentorship(trx, mentorshipId);
		if (!mentorship || !memberOf(mentorship, actor.personId))
			return { is: "notNow" };
		const pair = { mentorshipId, invitedId };
		const may =
			(await mayCome(deps, trx, mentorship, { invitedId, now })) &&
			!(await wasInvited(trx, pair, now));
		if (!may) return { is: "notAvailable", name };
		const others = undecided({ agreed: [actor.personId] }, mentorship.members);
		const [first = actor] = others;
		const closesAt = await readClosing(trx, visit, first.personId);
		const invitationId = newId();
		const proposerId = actor.personId;
		const it = { invitationId, ...pair, programId, proposerId, closesAt, now };
		if (!(await claimRequest(trx, visit.key))) return { is: "notNow" };
		if (!(await insertInvitation(trx, it))) return { is: "notNow" };
		await insertYes(trx, { invitationId, personId: proposerId });
		await saveSchedule(trx, {
			kind: invitationKind,
			subjectId: invitationId,
			nextAt: closesAt,
		});
		const invitation = await findInvitation(trx, invitationId);
		if (!invitation) return { is: "notNow" };
		await insertOwed(trx, proposalNews(invitation, others));
		await updateHomeChanged(
			trx,
			mentorship.members.map(({ personId }) => personId),
		);
		return {
			is: "proposed",
			invitation,
			others: others.map((other) => other.name),
		};
	});
}

export type Decided = {
	did:
		| "agreed"
		| "asked"
		| "dropped"
		| "joined"
		| "declined"
		| "before"
		| "over";
	invitation: PeerInvitation;
	/** The members as they are now. */
	mentorship: Mentorship;
};

/** A member agrees; with the last of them the person is asked. */
export const agree = (deps: Deps, visit: Visit, invitationId: string) =>
	decide(deps, visit, { invitationId, move: "ask" }, async (held) => {
		const { trx, mentorship } = held;
		const { personId } = visit.actor;
		await insertYes(trx, { invitationId, personId });
		const agreed = [...new Set([...held.invitation.agreed, personId])];
		const invitation = { ...held.invitation, agreed };
		if (undecided(invitation, mentorship.members).length > 0)
			return { did: "agreed", invitation, mentorship };
		const { now } = visit;
		const { invited } = invitation;
		const closesAt = await readClosing(trx, visit, invited.personId);
		const asked = await makeMove(trx, invitation, {
			move: "ask",
			now,
			closesAt,
		});
		const who = { invitedId: invited.personId, now };
		if (!(await mayCome(deps, trx, mentorship, who))) {
			await refuse(trx, asked, now);
			return { did: "asked", invitation: asked, mentorship };
		}
		await insertOwed(trx, invitationNews(asked));
		return { did: "asked", invitation: asked, mentorship };
	});

/** Not this time: those who agreed read that it stays as it is. */
export const drop = (deps: Deps, visit: Visit, invitationId: string) =>
	decide(deps, visit, { invitationId, move: "drop" }, async (held) => {
		const { trx, mentorship } = held;
		const { now } = visit;
		const over = await makeMove(trx, held.invitation, { move: "drop", now });
		await insertOwed(trx, staysNews(over));
		return { did: "dropped", invitation: over, mentorship };
	});

/** The yes: a new conversation opens with everyone in it. */
export const join = (deps: Deps, visit: Visit, invitationId: string) =>
	decide(deps, visit, { invitationId, move: "accept" }, async (held) => {
		const { trx, mentorship } = held;
		const { programId, actor, now } = visit;
		const { personId } = actor;
		if (!(await mayCome(deps, trx, mentorship, { invitedId: personId, now }))) {
			const invitation = await refuse(trx, held.invitation, now);
			return { did: "over", invitation, mentorship };
		}
		const key = { programId, personId };
		if (!(await hasJoined(trx, key)))
			await enroll(deps, trx, key, { ...emptyJoinForm, role: "peer" });
		const invitation = await makeMove(trx, held.invitation, {
			move: "accept",
			now,
		});
		const coming = { personId, role: "peer", now } as const;
		const come = await comeIn(trx, mentorship, coming);
		await insertOwed(trx, come.owed);
		return { did: "joined", invitation, mentorship: come.mentorship };
	});

/** Not now: all of them read that they can't right now, and nothing else. */
export const decline = (deps: Deps, visit: Visit, invitationId: string) =>
	decide(deps, visit, { invitationId, move: "decline" }, async (held) => {
		const { trx, mentorship } = held;
		const invitation = await refuse(trx, held.invitation, visit.now);
		return { did: "declined", invitation, mentorship };
	});

async function refuse(
	trx: WorkspaceTrx,
	invitation: PeerInvitation,
	now: Date,
): Promise<PeerInvitation> {
	const over = await makeMove(trx, invitation, { move: "decline", now });
	await insertOwed(trx, await readCannotNews(trx, over));
	return over;
}

type Held = {
	trx: WorkspaceTrx;
	invitation: PeerInvitation;
	mentorship: Mentorship;
};

/** Makes one move; a second tap finds it made. The mentorship is held first. */
function decide(
	deps: Deps,
	{ workspaceId }: Visit,
	{ invitationId, move }: { invitationId: string; move: Move },
	work: (held: Held) => Promise<Decided>,
): Promise<Decided | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const found = await findInvitation(trx, invitationId);
		const mentorship = found && (await holdMentorship(trx, found.mentorshipId));
		const invitation = await lockInvitation(trx, invitationId);
		if (!invitation || !mentorship) return null;
		return canMove(invitation.state, move)
			? work({ trx, invitation, mentorship })
			: { did: "before", invitation, mentorship };
	});
}

import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { PeerInvitation, PeerInvitationState } from "./peer-invitation.ts";
import { refusalDays } from "./program-rules.ts";

function invitations(trx: WorkspaceTrx) {
	return trx
		.selectFrom("peer_invitation as i")
		.innerJoin("person as proposer", (join) =>
			join
				.onRef("proposer.workspace_id", "=", "i.workspace_id")
				.onRef("proposer.person_id", "=", "i.proposer_id"),
		)
		.innerJoin("person as invited", (join) =>
			join
				.onRef("invited.workspace_id", "=", "i.workspace_id")
				.onRef("invited.person_id", "=", "i.invited_id"),
		)
		.select([
			"i.invitation_id",
			"i.program_id",
			"i.mentorship_id",
			"i.state",
			"i.closes_at",
			"i.proposer_id",
			"proposer.slack_user_id as proposer_slack_id",
			"proposer.name as proposer_name",
			"i.invited_id",
			"invited.slack_user_id as invited_slack_id",
			"invited.name as invited_name",
			sql<string[]>`array(select y.person_id::text from peer_invitation_yes y
				where y.workspace_id = i.workspace_id
					and y.invitation_id = i.invitation_id)`.as("agreed"),
		])
		.where("i.workspace_id", "=", trx.workspaceId);
}

type Row = Awaited<
	ReturnType<ReturnType<typeof invitations>["execute"]>
>[number];

function asInvitation(row: Row): PeerInvitation {
	return {
		invitationId: row.invitation_id,
		programId: row.program_id,
		mentorshipId: row.mentorship_id,
		state: row.state,
		proposer: {
			personId: row.proposer_id,
			slackUserId: row.proposer_slack_id,
			name: row.proposer_name,
		},
		invited: {
			personId: row.invited_id,
			slackUserId: row.invited_slack_id,
			name: row.invited_name,
		},
		agreed: row.agreed,
		closesAt: row.closes_at,
	};
}

export async function findInvitation(
	trx: WorkspaceTrx,
	invitationId: string,
): Promise<PeerInvitation | undefined> {
	const row = await invitations(trx)
		.where("i.invitation_id", "=", invitationId)
		.executeTakeFirst();
	return row && asInvitation(row);
}

/** The same, held until the transaction ends; its mentorship comes first. */
export async function lockInvitation(
	trx: WorkspaceTrx,
	invitationId: string,
): Promise<PeerInvitation | undefined> {
	const row = await invitations(trx)
		.where("i.invitation_id", "=", invitationId)
		.forUpdate("i")
		.executeTakeFirst();
	return row && asInvitation(row);
}

/** The same, for the clock, which waits for nobody; undefined: held, or gone. */
export async function lockIdleInvitation(
	trx: WorkspaceTrx,
	invitationId: string,
): Promise<PeerInvitation | undefined> {
	const row = await invitations(trx)
		.where("i.invitation_id", "=", invitationId)
		.forUpdate("i")
		.skipLocked()
		.executeTakeFirst();
	return row && asInvitation(row);
}

/** The one of a mentorship that is not over. */
export async function findOpenInvitation(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<PeerInvitation | undefined> {
	const row = await invitations(trx)
		.where("i.mentorship_id", "=", mentorshipId)
		.where("i.state", "in", ["proposed", "asked"])
		.executeTakeFirst();
	return row && asInvitation(row);
}

/** What waits for the answer of who is invited. */
export async function listInvitationsTo(
	trx: WorkspaceTrx,
	personId: string,
): Promise<PeerInvitation[]> {
	const rows = await invitations(trx)
		.where("i.invited_id", "=", personId)
		.where("i.state", "=", "asked")
		.orderBy("i.invitation_id")
		.execute();
	return rows.map(asInvitation);
}

/** These peers asked this person in vain, not long ago. */
export async function wasInvited(
	trx: WorkspaceTrx,
	{ mentorshipId, invitedId }: { mentorshipId: string; invitedId: string },
	now: Date,
): Promise<boolean> {
	const row = await trx
		.selectFrom("peer_invitation")
		.select("invitation_id")
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", mentorshipId)
		.where("invited_id", "=", invitedId)
		.where("state", "in", ["declined", "expired"])
		.where(
			"ended_at",
			">",
			sql<Date>`${now}::timestamptz - make_interval(days => ${refusalDays})`,
		)
		.executeTakeFirst();
	return row !== undefined;
}

export type NewInvitation = {
	invitationId: string;
	programId: string;
	mentorshipId: string;
	proposerId: string;
	invitedId: string;
	closesAt: Date;
	now: Date;
};

/** False: they are deciding about somebody already. */
export async function insertInvitation(
	trx: WorkspaceTrx,
	it: NewInvitation,
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto("peer_invitation")
		.values({
			workspace_id: trx.workspaceId,
			invitation_id: it.invitationId,
			program_id: it.programId,
			mentorship_id: it.mentorshipId,
			proposer_id: it.proposerId,
			invited_id: it.invitedId,
			state: "proposed",
			started_at: it.now,
			closes_at: it.closesAt,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows === 1n;
}

export async function insertYes(
	trx: WorkspaceTrx,
	{ invitationId, personId }: { invitationId: string; personId: string },
): Promise<void> {
	trx.send(
		trx
			.insertInto("peer_invitation_yes")
			.values({
				workspace_id: trx.workspaceId,
				invitation_id: invitationId,
				person_id: personId,
			})
			.onConflict((conflict) => conflict.doNothing()),
	);
}

export async function updateInvitation(
	trx: WorkspaceTrx,
	invitationId: string,
	patch: { state: PeerInvitationState; closes_at?: Date; ended_at?: Date },
): Promise<void> {
	trx.send(
		trx
			.updateTable("peer_invitation")
			.set(patch)
			.where("workspace_id", "=", trx.workspaceId)
			.where("invitation_id", "=", invitationId),
	);
}

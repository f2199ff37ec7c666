import { sql, type Updateable } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { MentorshipsTables } from "../db/schema/mentorships.ts";
import type { MemberRole, Rhythm } from "./mentorship.ts";
import type { MentorshipState } from "./mentorship-moves.ts";

export type NewMentorship = {
	mentorshipId: string;
	programId: string;
	/** null: it was matched by its program. */
	requestId: string | null;
	kind: string;
	/** Exploring, where nothing is said. */
	state?: MentorshipState;
	exploringUntil: Date | null;
	/** Of one that needs no agreement. */
	active?: { since: Date; rhythm: Rhythm; endsOn: string | null };
	/** Sealed: who mentors from outside Slack. */
	partnerName?: Buffer;
	/** Sealed: what an external mentorship is about. */
	about?: Buffer;
	members: { personId: string; role: MemberRole }[];
};

export async function insertMentorship(
	trx: WorkspaceTrx,
	mentorship: NewMentorship,
): Promise<void> {
	const keys = {
		workspace_id: trx.workspaceId,
		mentorship_id: mentorship.mentorshipId,
	};
	trx.send(
		trx.insertInto("mentorship").values({
			...keys,
			program_id: mentorship.programId,
			request_id: mentorship.requestId,
			kind: mentorship.kind,
			state: mentorship.state ?? "exploring",
			exploring_until: mentorship.exploringUntil,
			...(mentorship.active && {
				active_since: mentorship.active.since,
				rhythm: mentorship.active.rhythm,
				ends_on: mentorship.active.endsOn,
			}),
			...(mentorship.partnerName && { partner_name: mentorship.partnerName }),
			...(mentorship.about && { about: mentorship.about }),
		}),
		trx.insertInto("mentorship_member").values(
			mentorship.members.map(({ personId, role }) => ({
				...keys,
				person_id: personId,
				role,
			})),
		),
	);
}

export type Coming = {
	mentorshipId: string;
	personId: string;
	role: MemberRole;
	/** The change of members with which they come. */
	lineup: number;
};

/** Somebody comes in; also whoever was in it before, who begins anew. */
export async function insertMember(
	trx: WorkspaceTrx,
	{ mentorshipId, personId, role, lineup }: Coming,
): Promise<void> {
	const begins = {
		role,
		joined_at: sql<Date>`now()`,
		joined_lineup: lineup,
		left_at: null,
		left_lineup: null,
		stopped_at: null,
	};
	trx.send(
		trx
			.insertInto("mentorship_member")
			.values({
				workspace_id: trx.workspaceId,
				mentorship_id: mentorshipId,
				person_id: personId,
				...begins,
			})
			.onConflict((conflict) =>
				conflict
					.columns(["workspace_id", "mentorship_id", "person_id"])
					.doUpdateSet(begins),
			),
	);
}

/** Somebody leaves, and the others go on. */
export async function updateLeft(
	trx: WorkspaceTrx,
	{ mentorshipId, personId, lineup }: Omit<Coming, "role">,
): Promise<void> {
	trx.send(
		trx
			.updateTable("mentorship_member")
			.set({ left_at: sql<Date>`now()`, left_lineup: lineup })
			.where("workspace_id", "=", trx.workspaceId)
			.where("mentorship_id", "=", mentorshipId)
			.where("person_id", "=", personId),
	);
}

export type MentorshipPatch = Updateable<MentorshipsTables["mentorship"]>;

export async function updateMentorship(
	trx: WorkspaceTrx,
	mentorshipId: string,
	patch: MentorshipPatch,
): Promise<void> {
	trx.send(
		trx
			.updateTable("mentorship")
			.set(patch)
			.where("workspace_id", "=", trx.workspaceId)
			.where("mentorship_id", "=", mentorshipId),
	);
}

export async function updateGroupChannel(
	trx: WorkspaceTrx,
	mentorshipId: string,
	channel: string,
): Promise<void> {
	await trx
		.updateTable("mentorship")
		.set({ channel })
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", mentorshipId)
		.execute();
}

/** A mentee's own order of their mentors. */
export async function updateBoardSeat(
	trx: WorkspaceTrx,
	{ mentorshipId, personId }: { mentorshipId: string; personId: string },
	seat: "technical" | "career" | "industry" | "leadership",
): Promise<void> {
	trx.send(
		trx
			.updateTable("mentorship_member")
			.set({ board_seat: seat })
			.where("workspace_id", "=", trx.workspaceId)
			.where("mentorship_id", "=", mentorshipId)
			.where("person_id", "=", personId),
	);
}

/** `since` null: they want to hear of it again. */
export async function updateStopped(
	trx: WorkspaceTrx,
	{ mentorshipId, personId }: { mentorshipId: string; personId: string },
	since: Date | null,
): Promise<void> {
	trx.send(
		trx
			.updateTable("mentorship_member")
			.set({ stopped_at: since })
			.where("workspace_id", "=", trx.workspaceId)
			.where("mentorship_id", "=", mentorshipId)
			.where("person_id", "=", personId)
			.where("stopped_at", since ? "is" : "is not", null),
	);
}

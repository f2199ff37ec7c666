import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { Agreement } from "./agreement.ts";

/** A version with its words sealed. */
export type AgreementRow = Omit<Agreement, "words"> & { words: Buffer };

function agreements(trx: WorkspaceTrx) {
	return trx
		.selectFrom("agreement")
		.leftJoin("person as author", (join) =>
			join
				.onRef("author.workspace_id", "=", "agreement.workspace_id")
				.onRef("author.person_id", "=", "agreement.author_id"),
		)
		.select([
			"agreement.agreement_id",
			"agreement.mentorship_id",
			"agreement.version",
			"agreement.author_id",
			"author.slack_user_id",
			"author.name",
			"agreement.words",
			"agreement.written_at",
			"agreement.in_force_at",
			sql<string[]>`array(select s.person_id::text from agreement_signature s
				where s.workspace_id = agreement.workspace_id
					and s.agreement_id = agreement.agreement_id
				order by s.signed_at)`.as("signed_by"),
		])
		.where("agreement.workspace_id", "=", trx.workspaceId);
}

type Row = Awaited<
	ReturnType<ReturnType<typeof agreements>["execute"]>
>[number];

function asAgreement(row: Row): AgreementRow {
	const { author_id, slack_user_id, name } = row;
	return {
		agreementId: row.agreement_id,
		mentorshipId: row.mentorship_id,
		version: row.version,
		author:
			author_id && slack_user_id && name
				? { personId: author_id, slackUserId: slack_user_id, name }
				: null,
		words: row.words,
		writtenAt: row.written_at,
		inForceAt: row.in_force_at,
		signedBy: row.signed_by,
	};
}

/** All versions of a mentorship's agreement, the latest first. */
export async function listAgreements(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<AgreementRow[]> {
	const rows = await agreements(trx)
		.where("agreement.mentorship_id", "=", mentorshipId)
		.orderBy("agreement.version", "desc")
		.execute();
	return rows.map(asAgreement);
}

/** Which mentorship a version belongs to. */
export async function findMentorshipOf(
	trx: WorkspaceTrx,
	agreementId: string,
): Promise<string | undefined> {
	const row = await trx
		.selectFrom("agreement")
		.select("mentorship_id")
		.where("workspace_id", "=", trx.workspaceId)
		.where("agreement_id", "=", agreementId)
		.executeTakeFirst();
	return row?.mentorship_id;
}

export type NewAgreement = {
	agreementId: string;
	mentorshipId: string;
	version: number;
	authorId: string | null;
	words: Buffer;
	now: Date;
};

/** False: there is such a version already. */
export async function insertAgreement(
	trx: WorkspaceTrx,
	agreement: NewAgreement,
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto("agreement")
		.values({
			workspace_id: trx.workspaceId,
			agreement_id: agreement.agreementId,
			mentorship_id: agreement.mentorshipId,
			version: agreement.version,
			author_id: agreement.authorId,
			words: agreement.words,
			written_at: agreement.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows === 1n;
}

export async function insertSignature(
	trx: WorkspaceTrx,
	{ agreementId, personId }: { agreementId: string; personId: string },
	now: Date,
): Promise<void> {
	trx.send(
		trx
			.insertInto("agreement_signature")
			.values({
				workspace_id: trx.workspaceId,
				agreement_id: agreementId,
				person_id: personId,
				signed_at: now,
			})
			.onConflict((conflict) => conflict.doNothing()),
	);
}

/** The last of them has signed it. */
export async function updateInForce(
	trx: WorkspaceTrx,
	agreementId: string,
	now: Date,
): Promise<void> {
	trx.send(
		trx
			.updateTable("agreement")
			.set({ in_force_at: now })
			.where("workspace_id", "=", trx.workspaceId)
			.where("agreement_id", "=", agreementId),
	);
}

/** What the members' profiles say; who has none is left out. Text is sealed. */
export async function listPreferences(trx: WorkspaceTrx, mentorshipId: string) {
	return trx
		.selectFrom("mentorship_member as member")
		.innerJoin("mentorship", (join) =>
			join
				.onRef("mentorship.workspace_id", "=", "member.workspace_id")
				.onRef("mentorship.mentorship_id", "=", "member.mentorship_id"),
		)
		.innerJoin("enrollment", (join) =>
			join
				.onRef("enrollment.workspace_id", "=", "member.workspace_id")
				.onRef("enrollment.program_id", "=", "mentorship.program_id")
				.onRef("enrollment.person_id", "=", "member.person_id"),
		)
		.innerJoin("person", (join) =>
			join
				.onRef("person.workspace_id", "=", "member.workspace_id")
				.onRef("person.person_id", "=", "member.person_id"),
		)
		.select([
			"member.person_id as personId",
			"member.role",
			"person.name",
			"enrollment.offer",
			"enrollment.helps_not_with as helpsNotWith",
			"enrollment.rhythm",
			"enrollment.length_minutes as lengthMinutes",
			"enrollment.format",
		])
		.where("member.workspace_id", "=", trx.workspaceId)
		.where("member.mentorship_id", "=", mentorshipId)
		.where("member.left_at", "is", null)
		.orderBy("person.name")
		.execute();
}

import type { WorkspaceTrx } from "../db/database.ts";
import { type Act, actsOnPage } from "./act.ts";

function acts(trx: WorkspaceTrx) {
	return trx
		.selectFrom("audit as a")
		.leftJoin("person as actor", (join) =>
			join
				.onRef("actor.workspace_id", "=", "a.workspace_id")
				.onRef("actor.person_id", "=", "a.actor_id"),
		)
		.leftJoin("person as subject", (join) =>
			join
				.onRef("subject.workspace_id", "=", "a.workspace_id")
				.onRef("subject.person_id", "=", "a.subject_id"),
		)
		.select([
			"a.audit_id",
			"a.program_id",
			"a.at",
			"a.action",
			"a.detail",
			"actor.slack_user_id as actor_slack_id",
			"actor.name as actor_name",
			"subject.slack_user_id as subject_slack_id",
			"subject.name as subject_name",
		])
		.where("a.workspace_id", "=", trx.workspaceId)
		.where("a.outcome", "=", "done");
}

type Row = Awaited<ReturnType<ReturnType<typeof acts>["execute"]>>[number];

function read(row: Row): Act {
	const named = (slackUserId: string | null, name: string | null) =>
		slackUserId === null || name === null ? null : { slackUserId, name };
	return {
		auditId: row.audit_id,
		programId: row.program_id ?? "",
		at: row.at,
		action: row.action,
		actor: named(row.actor_slack_id, row.actor_name),
		subject: named(row.subject_slack_id, row.subject_name),
		detail: row.detail ?? {},
	};
}

export async function findAct(
	trx: WorkspaceTrx,
	auditId: string,
): Promise<Act | null> {
	const row = await acts(trx)
		.where("a.audit_id", "=", auditId)
		.executeTakeFirst();
	return row?.program_id ? read(row) : null;
}

/** What the managers of a program did, newest first; one more than a page. */
export async function listActs(
	trx: WorkspaceTrx,
	programId: string,
	before: string | null,
): Promise<Act[]> {
	const rows = await acts(trx)
		.where("a.program_id", "=", programId)
		.$if(before !== null, (query) => query.where("a.audit_id", "<", before))
		.orderBy("a.audit_id", "desc")
		.limit(actsOnPage + 1)
		.execute();
	return rows.map(read);
}

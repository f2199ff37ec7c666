import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";

export type RequestState = "open" | "accepted" | "declined" | "withdrawn";

/** A request with the names of its two people. */
export type RequestRow = {
	requestId: string;
	programId: string;
	kind: string;
	state: RequestState;
	ask: Buffer;
	askedAt: Date;
	menteeId: string;
	menteeSlackId: string;
	menteeName: string;
	mentorId: string;
	mentorSlackId: string;
	mentorName: string;
};

function requests(trx: WorkspaceTrx) {
	return trx
		.selectFrom("request")
		.innerJoin("person as mentee", (join) =>
			join
				.onRef("mentee.workspace_id", "=", "request.workspace_id")
				.onRef("mentee.person_id", "=", "request.mentee_id"),
		)
		.innerJoin("person as mentor", (join) =>
			join
				.onRef("mentor.workspace_id", "=", "request.workspace_id")
				.onRef("mentor.person_id", "=", "request.mentor_id"),
		)
		.select([
			"request.request_id as requestId",
			"request.program_id as programId",
			"request.kind",
			"request.state",
			"request.ask",
			"request.asked_at as askedAt",
			"request.mentee_id as menteeId",
			"mentee.slack_user_id as menteeSlackId",
			"mentee.name as menteeName",
			"request.mentor_id as mentorId",
			"mentor.slack_user_id as mentorSlackId",
			"mentor.name as mentorName",
		])
		.where("request.workspace_id", "=", trx.workspaceId);
}

export async function findRequest(
	trx: WorkspaceTrx,
	requestId: string,
): Promise<RequestRow | undefined> {
	return requests(trx)
		.where("request.request_id", "=", requestId)
		.executeTakeFirst();
}

/** The open requests that someone made or received, oldest first. */
export async function listOpenRequestsOf(
	trx: WorkspaceTrx,
	personId: string,
): Promise<RequestRow[]> {
	return requests(trx)
		.where("request.state", "=", "open")
		.where((eb) =>
			eb.or([
				eb("request.mentee_id", "=", personId),
				eb("request.mentor_id", "=", personId),
			]),
		)
		.orderBy("request.asked_at")
		.execute();
}

export type NewRequest = {
	requestId: string;
	programId: string;
	menteeId: string;
	mentorId: string;
	kind: string;
	ask: Buffer;
};

/** False when the pair has an open request already. */
export async function insertRequest(
	trx: WorkspaceTrx,
	request: NewRequest,
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto("request")
		.values({
			workspace_id: trx.workspaceId,
			request_id: request.requestId,
			program_id: request.programId,
			mentee_id: request.menteeId,
			mentor_id: request.mentorId,
			kind: request.kind,
			state: "open",
			ask: request.ask,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows === 1n;
}

/** Locks a request for a decision, so that two taps decide one after another. */
export async function lockRequest(
	trx: WorkspaceTrx,
	requestId: string,
): Promise<RequestState | undefined> {
	const row = await trx
		.selectFrom("request")
		.select("state")
		.where("workspace_id", "=", trx.workspaceId)
		.where("request_id", "=", requestId)
		.forUpdate()
		.executeTakeFirst();
	return row?.state;
}

export async function updateRequestState(
	trx: WorkspaceTrx,
	requestId: string,
	state: RequestState,
): Promise<void> {
	await trx
		.updateTable("request")
		.set({ state, answered_at: sql<Date>`now()` })
		.where("workspace_id", "=", trx.workspaceId)
		.where("request_id", "=", requestId)
		.execute();
}

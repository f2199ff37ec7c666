import type { WorkspaceTrx } from "../db/database.ts";

/** A question of the mentor, or the mentee's answer to it. */
export type NoteRow = {
	noteId: string;
	requestId: string;
	authorId: string;
	body: Buffer;
};

function notes(trx: WorkspaceTrx) {
	return trx
		.selectFrom("request_note")
		.select([
			"note_id as noteId",
			"request_id as requestId",
			"author_id as authorId",
			"body",
		])
		.where("workspace_id", "=", trx.workspaceId);
}

/** In the order they were written: ids grow with time. */
export async function listNotes(
	trx: WorkspaceTrx,
	requestId: string,
): Promise<NoteRow[]> {
	return notes(trx)
		.where("request_id", "=", requestId)
		.orderBy("note_id")
		.execute();
}

export async function insertNote(
	trx: WorkspaceTrx,
	note: NoteRow & { now: Date },
): Promise<void> {
	await trx
		.insertInto("request_note")
		.values({
			workspace_id: trx.workspaceId,
			note_id: note.noteId,
			request_id: note.requestId,
			author_id: note.authorId,
			body: note.body,
			created_at: note.now,
		})
		.execute();
}

import type { Cipher, Place } from "../db/cipher.ts";

/** What was asked back, or answered to it, in clear text. */
export type Note = { by: "mentor" | "mentee"; words: string };

/** Characters of a question back, and of its answer. */
export const noteLengths = { question: 300, reply: 600 };

type NoteKey = { workspaceId: string; noteId: string };

function placeOf({ workspaceId, noteId }: NoteKey): Place {
	return { workspaceId, table: "request_note", column: "body", id: noteId };
}

export function sealNote(cipher: Cipher, key: NoteKey, words: string): Buffer {
	return cipher.seal(placeOf(key), words);
}

export function openNote(cipher: Cipher, key: NoteKey, sealed: Buffer): string {
	return cipher.open(placeOf(key), sealed);
}

import { z } from "zod";
import type { Cipher, Place } from "../db/cipher.ts";

export const topicLength = 150;
export const lineLength = 300;

const words = z.object({
	/** About what. */
	topic: z.string(),
	why: z.string().nullable(),
});

/** What the mentee asks; the mentor and the person they name read it. */
export type Words = z.infer<typeof words>;

type Owner = { workspaceId: string; introductionId: string };

function placeOf(owner: Owner, column: "words" | "note"): Place {
	const { workspaceId, introductionId: id } = owner;
	return { workspaceId, table: "introduction", column, id };
}

export function sealWords(cipher: Cipher, owner: Owner, told: Words): Buffer {
	return cipher.seal(placeOf(owner, "words"), JSON.stringify(told));
}

export function openWords(cipher: Cipher, owner: Owner, sealed: Buffer): Words {
	return words.parse(JSON.parse(cipher.open(placeOf(owner, "words"), sealed)));
}

/** The mentor's line to the person they name. */
export function sealNote(
	cipher: Cipher,
	owner: Owner,
	note: string | null,
): Buffer | null {
	return note === null ? null : cipher.seal(placeOf(owner, "note"), note);
}

export function openNote(
	cipher: Cipher,
	owner: Owner,
	sealed: Buffer | null,
): string | null {
	return sealed === null ? null : cipher.open(placeOf(owner, "note"), sealed);
}

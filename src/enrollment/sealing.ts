import type { Cipher, Place } from "../db/cipher.ts";
import type { EnrollmentKey } from "./enrollment.queries.ts";

export type SealedColumn = "goal" | "offer" | "helps_not_with" | "moves";

type Owner = EnrollmentKey & { workspaceId: string };

function place(owner: Owner, column: SealedColumn): Place {
	return {
		workspaceId: owner.workspaceId,
		table: "enrollment",
		column,
		id: `${owner.programId}/${owner.personId}`,
	};
}

export function sealField(
	cipher: Cipher,
	owner: Owner,
	column: SealedColumn,
	text: string | null,
): Buffer | null {
	return text === null ? null : cipher.seal(place(owner, column), text);
}

export function openField(
	cipher: Cipher,
	owner: Owner,
	column: SealedColumn,
	sealed: Buffer | null,
): string | null {
	return sealed === null ? null : cipher.open(place(owner, column), sealed);
}

/** One's own topic is found by a keyed hash, and read by its owner alone. */
export function ownTopicKey(
	cipher: Cipher,
	workspaceId: string,
	name: string,
): string {
	const folded = name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
	return `own:${cipher.keyedHash(workspaceId, folded).slice(0, 32)}`;
}

export function ownTopicPlace(owner: Owner, topicKey: string): Place {
	return {
		workspaceId: owner.workspaceId,
		table: "enrollment_topic",
		column: "own_name",
		id: `${owner.programId}/${owner.personId}/${topicKey}`,
	};
}

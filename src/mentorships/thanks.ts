import { z } from "zod";
import type { Cipher, Place } from "../db/cipher.ts";
import { optionalText } from "../slack/fields.ts";
import type { Mentorship } from "./mentorship.ts";

/** What one member says to the others at the end; only they see it. */
export type Thanks = { personId: string; words: Buffer | null };

/** What has been said between someone and their partner. */
export type Thanked = {
	/** They have thanked. */
	mine: boolean;
	/** The partner has, perhaps in words. */
	theirs: { words: string | null } | null;
};

export const thanksLength = 500;
export const thanksForm = z.object({ words: optionalText(thanksLength) });

type Owner = { workspaceId: string; mentorshipId: string; personId: string };

function placeOf({ workspaceId, mentorshipId, personId }: Owner): Place {
	const id = `${mentorshipId}/${personId}`;
	return { workspaceId, table: "thanks", column: "words", id };
}

export function sealThanks(
	cipher: Cipher,
	owner: Owner,
	words: string | null,
): Buffer | null {
	return words === null ? null : cipher.seal(placeOf(owner), words);
}

export function openThanks(
	cipher: Cipher,
	owner: Owner,
	sealed: Buffer | null,
): string | null {
	return sealed === null ? null : cipher.open(placeOf(owner), sealed);
}

/** A flash that has been had: also once it is closed, to thank in return. */
export function mayThank({
	kind,
	state,
}: Pick<Mentorship, "kind" | "state">): boolean {
	return kind === "flash" && (state === "closing" || state === "completed");
}

import type { Place } from "../db/cipher.ts";

/** What someone is writing, under a key that names what it is. */
export type DraftKey = { personId: string; draftKey: string };

/** Where its words are sealed; each slice seals its own. */
export const placeOfDraft = ({
	workspaceId,
	personId,
	draftKey,
}: DraftKey & { workspaceId: string }): Place => ({
	workspaceId,
	table: "draft",
	column: "body",
	id: `${personId}/${draftKey}`,
});

import type { WorkspaceTrx } from "../db/database.ts";
import type { DraftKey } from "./draft.ts";
import { deleteDrafts, findDraft, upsertDraft } from "./drafts.queries.ts";

// What someone is writing, in any slice after this one; each seals its own.

export const readKeptDraft = (
	trx: WorkspaceTrx,
	key: DraftKey,
): Promise<Buffer | undefined> => findDraft(trx, key);

export const keepDraft = (
	trx: WorkspaceTrx,
	key: DraftKey,
	body: Buffer,
): Promise<void> => upsertDraft(trx, key, body);

export const dropDraft = (
	trx: WorkspaceTrx,
	{ personId, draftKey }: DraftKey,
): Promise<void> => deleteDrafts(trx, { personIds: [personId], draftKey });

/** The same for several people who were writing the same. */
export const dropDrafts = deleteDrafts;

import type { WorkspaceTrx } from "../db/database.ts";
import {
	type DraftKey,
	deleteDraft,
	findDraft,
	upsertDraft,
} from "./drafts.queries.ts";

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

export const dropDraft = (trx: WorkspaceTrx, key: DraftKey): Promise<void> =>
	deleteDraft(trx, key);

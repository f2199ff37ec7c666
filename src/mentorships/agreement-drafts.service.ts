import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import {
	dropDraft,
	keepDraft,
	readKeptDraft,
} from "../enrollment/drafts.service.ts";
import type { Visit } from "../slack/feature.ts";
import {
	type AgreementDraft,
	draftKeyOf,
	openDraft,
	sealDraft,
} from "./agreement-draft.ts";
import { findMentorshipOf } from "./agreements.queries.ts";

/** What a member has typed and not saved; null: nothing. */
export async function readDraft(
	{ cipher }: Deps,
	trx: WorkspaceTrx,
	visit: Visit,
	mentorshipId: string,
): Promise<AgreementDraft | null> {
	const owner = ownerOf(visit, mentorshipId);
	const sealed = await readKeptDraft(trx, draftKeyOf(owner));
	return sealed ? openDraft(cipher, owner, sealed) : null;
}

/** Keeps it, for whoever is writing alone, until it is saved. */
export async function writeDraft(
	{ cipher }: Deps,
	trx: WorkspaceTrx,
	visit: Visit,
	{ mentorshipId, ...draft }: AgreementDraft & { mentorshipId: string },
): Promise<void> {
	const owner = ownerOf(visit, mentorshipId);
	const sealed = sealDraft(cipher, owner, draft);
	await keepDraft(trx, draftKeyOf(owner), sealed);
}

/** The same, by itself. */
export function keepAgreement(
	deps: Deps,
	visit: Visit,
	draft: AgreementDraft,
): Promise<void> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const mentorshipId = await findMentorshipOf(trx, draft.agreementId);
		if (mentorshipId)
			await writeDraft(deps, trx, visit, { ...draft, mentorshipId });
	});
}

/** Saved, or signed as it stands: what was kept goes. */
export const discardDraft = (
	trx: WorkspaceTrx,
	visit: Visit,
	mentorshipId: string,
): Promise<void> => dropDraft(trx, draftKeyOf(ownerOf(visit, mentorshipId)));

const ownerOf = (
	{ workspaceId, actor: { personId } }: Visit,
	mentorshipId: string,
) => ({ workspaceId, personId, mentorshipId });

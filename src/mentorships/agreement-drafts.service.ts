import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import {
	dropDraft,
	dropDrafts,
	keepDraft,
	readKeptDraft,
} from "../enrollment/drafts.service.ts";
import type { Visit } from "../slack/feature.ts";
import {
	type AgreementDraft,
	draftKeyFor,
	draftKeyOf,
	openDraft,
	sealDraft,
} from "./agreement-draft.ts";
import { findMentorshipOf } from "./agreements.queries.ts";
import type { Mentorship } from "./mentorship.ts";
import { isOver } from "./mentorship-moves.ts";
import { findMentorship } from "./read-mentorships.queries.ts";

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

/**
 * Keeps it, for whoever is writing alone, until it is saved; not once all is
 * over, when nobody could open it again.
 */
export async function writeDraft(
	{ cipher }: Deps,
	trx: WorkspaceTrx,
	visit: Visit,
	{ mentorshipId, state }: Pick<Mentorship, "mentorshipId" | "state">,
	draft: AgreementDraft,
): Promise<void> {
	if (isOver(state)) return;
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
		const mentorship =
			mentorshipId && (await findMentorship(trx, mentorshipId));
		if (mentorship) await writeDraft(deps, trx, visit, mentorship, draft);
	});
}

/** Saved, or signed as it stands: what was kept goes. */
export const discardDraft = (
	trx: WorkspaceTrx,
	visit: Visit,
	mentorshipId: string,
): Promise<void> => dropDraft(trx, draftKeyOf(ownerOf(visit, mentorshipId)));

/** It is over, or they have left: nobody can open what they were writing. */
export const discardDraftsOf = (
	trx: WorkspaceTrx,
	mentorshipId: string,
	personIds: string[],
): Promise<void> =>
	dropDrafts(trx, { personIds, draftKey: draftKeyFor(mentorshipId) });

const ownerOf = (
	{ workspaceId, actor: { personId } }: Visit,
	mentorshipId: string,
) => ({ workspaceId, personId, mentorshipId });

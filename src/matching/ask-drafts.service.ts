import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import {
	dropDraft,
	keepDraft,
	readKeptDraft,
} from "../enrollment/drafts.service.ts";
import type { Visit } from "../slack/feature.ts";
import { type Ask, openAsk, sealAsk } from "./ask.ts";
import {
	type Choices,
	noChoices,
	openChoices,
	sealChoices,
} from "./ask-choices.ts";

/** What someone is writing to a mentor, and who comes next. */
export type AskDraft = { ask: Ask | null; choices: Choices };

function ownerOf(visit: Visit, what: "ask" | "choices", mentorId: string) {
	return {
		workspaceId: visit.workspaceId,
		personId: visit.actor.personId,
		draftKey: `${what}:${mentorId}`,
	};
}

/** Keeps what was typed, so that nothing is lost on the way to sending. */
export async function saveDraft(
	deps: Deps,
	visit: Visit,
	mentorId: string,
	ask: Ask,
): Promise<void> {
	const owner = ownerOf(visit, "ask", mentorId);
	const body = sealAsk(deps.cipher, owner, ask);
	await withWorkspace(deps.db, visit.workspaceId, (trx) =>
		keepDraft(trx, owner, body),
	);
}

export async function saveChoices(
	deps: Deps,
	trx: WorkspaceTrx,
	visit: Visit,
	{ mentorId, choices }: { mentorId: string; choices: Choices },
): Promise<void> {
	const owner = ownerOf(visit, "choices", mentorId);
	await keepDraft(trx, owner, sealChoices(deps.cipher, owner, choices));
}

export async function readDraft(
	deps: Deps,
	trx: WorkspaceTrx,
	visit: Visit,
	mentorId: string,
): Promise<AskDraft> {
	const asked = ownerOf(visit, "ask", mentorId);
	const next = ownerOf(visit, "choices", mentorId);
	const ask = await readKeptDraft(trx, asked);
	const choices = await readKeptDraft(trx, next);
	return {
		ask: ask ? openAsk(deps.cipher, asked, ask) : null,
		choices: choices ? openChoices(deps.cipher, next, choices) : noChoices,
	};
}

/** Sent: what was kept goes. */
export async function discardDraft(
	trx: WorkspaceTrx,
	visit: Visit,
	mentorId: string,
): Promise<void> {
	await dropDraft(trx, ownerOf(visit, "ask", mentorId));
	await dropDraft(trx, ownerOf(visit, "choices", mentorId));
}

import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import { insertAudit } from "../slack/gate.queries.ts";
import { type Act, type ActPage, pageOf } from "./act.ts";
import { findAct, listActs } from "./acts.queries.ts";
import { listManagers } from "./managers.queries.ts";

export type NewAct = {
	programId: string;
	actorId: string;
	/** `programs:<verb>`; act.views.ts has a sentence for it. */
	action: string;
	/** The person it is about. */
	subjectId?: string;
	/** Never a private text: every manager of the program reads it. */
	detail?: Record<string, unknown>;
};

/** Writes down what a manager did, for the program's history; its id. */
export function writeAct(trx: WorkspaceTrx, act: NewAct): Promise<string> {
	const { subjectId = null, ...rest } = act;
	return insertAudit(trx, { ...rest, subjectId, outcome: "done" });
}

/**
 * Writes down what a manager did and tells the other managers of it: for acts
 * that matter, such as an export. To be owed in the same transaction.
 */
export async function announceAct(
	trx: WorkspaceTrx,
	act: NewAct,
): Promise<{ auditId: string; owed: OwedMessage[] }> {
	const auditId = await writeAct(trx, act);
	const managers = await listManagers(trx, act.programId);
	const others = managers.filter(
		({ personId, isActive }) =>
			isActive && personId !== act.actorId && personId !== act.subjectId,
	);
	const owed = others.map(({ personId }) =>
		wordOf("programs:news", auditId, personId),
	);
	return { auditId, owed };
}

/** A message about an act; it is read again when it is sent. */
export function wordOf(
	kind: string,
	auditId: string,
	personId: string,
): OwedMessage {
	return {
		kind,
		to: { personId },
		subjectId: auditId,
		key: `act:${auditId}:${personId}`,
		urgency: "now",
		staleAfterHours: 7 * 24,
	};
}

export const readAct = (
	trx: WorkspaceTrx,
	auditId: string,
): Promise<Act | null> => findAct(trx, auditId);

/** A page of a program's history, newest first, older than `before`. */
export async function readHistory(
	trx: WorkspaceTrx,
	programId: string,
	before: string | null,
): Promise<ActPage> {
	return pageOf(await listActs(trx, programId, before));
}

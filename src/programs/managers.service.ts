import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { findOrMeet } from "../workspaces/people.service.ts";
import { announceAct, wordOf } from "./acts.service.ts";
import {
	deleteManager,
	insertManager,
	listManagers,
} from "./managers.queries.ts";
import { type CannotAdd, canGo, type Manager, whyNotAdd } from "./managers.ts";
import { lockProgram } from "./programs.queries.ts";

export const readManagers = (
	trx: WorkspaceTrx,
	programId: string,
): Promise<Manager[]> => listManagers(trx, programId);

export type Added =
	| { outcome: "added" | "before"; name: string }
	| { outcome: "refused"; why: CannotAdd; name: string };

/** Makes someone a manager of the visit's program; they are told once. */
export async function addManager(
	deps: Deps,
	visit: Visit,
	slackUserId: string,
): Promise<Added> {
	const { workspaceId, programId, actor } = visit;
	const person = await findOrMeet(deps, workspaceId, slackUserId);
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		await lockProgram(trx, programId);
		const why = whyNotAdd(await listManagers(trx, programId), person);
		const name = person?.name ?? "";
		if (why || !person)
			return { outcome: "refused", why: why ?? "unknown", name };
		// The same request again must not bring back who was removed since.
		if (!(await claimRequest(trx, visit.key)))
			return { outcome: "before", name };
		const { personId } = person;
		await insertManager(trx, programId, personId);
		const { auditId, owed } = await announceAct(trx, {
			programId,
			actorId: actor.personId,
			action: "programs:addManager",
			subjectId: personId,
		});
		const told = wordOf("programs:appointed", auditId, personId);
		await insertOwed(trx, [...owed, told]);
		return { outcome: "added", name };
	});
}

export type Removed = "removed" | "last" | "before";

/**
 * Ends someone's part as a manager of the visit's program; oneself: stepping
 * down. One who can act always stays.
 */
export async function removeManager(
	deps: Deps,
	visit: Visit,
	personId: string,
): Promise<{ outcome: Removed; name: string }> {
	const { programId, actor } = visit;
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		await lockProgram(trx, programId);
		const managers = await listManagers(trx, programId);
		const leaving = managers.find((manager) => manager.personId === personId);
		if (!leaving) return { outcome: "before", name: "" };
		const { name } = leaving;
		if (!canGo(managers, personId)) return { outcome: "last", name };
		if (!(await claimRequest(trx, visit.key)))
			return { outcome: "before", name };
		await deleteManager(trx, programId, personId);
		const isOwn = personId === actor.personId;
		const { auditId, owed } = await announceAct(trx, {
			programId,
			actorId: actor.personId,
			action: isOwn ? "programs:stepDown" : "programs:removeManager",
			subjectId: personId,
		});
		const told = wordOf("programs:dismissed", auditId, personId);
		await insertOwed(trx, isOwn ? owed : [...owed, told]);
		return { outcome: "removed", name };
	});
}

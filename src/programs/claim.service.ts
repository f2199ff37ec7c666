import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { findOrMeet } from "../workspaces/people.service.ts";
import { readInstaller } from "../workspaces/workspaces.service.ts";
import { wordOf, writeAct } from "./acts.service.ts";
import {
	insertManager,
	listManagers,
	listSlackAdmins,
	listUnmanaged,
} from "./managers.queries.ts";
import { canClaim, type Manager } from "./managers.ts";
import { listPrograms, lockProgram } from "./programs.queries.ts";

export type Claimed =
	| { outcome: "claimed" }
	/** Someone runs it already, perhaps since a moment ago. */
	| { outcome: "taken"; by: Manager[] }
	| { outcome: "gone" | "before" };

/**
 * Makes an owner or admin of the Slack workspace the manager of a program
 * that has none who can act. All other owners and admins are told.
 */
export async function claimProgram(
	deps: Deps,
	visit: Visit,
	programId: string,
): Promise<Claimed> {
	const { actor } = visit;
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const programs = await listPrograms(trx);
		if (!programs.some((program) => program.programId === programId))
			return { outcome: "gone" };
		await lockProgram(trx, programId);
		const managers = await listManagers(trx, programId);
		if (!canClaim(managers)) {
			const by = managers.filter(({ isActive }) => isActive);
			return { outcome: "taken", by };
		}
		// The same request again must not bring back who has stepped down since.
		if (!(await claimRequest(trx, visit.key))) return { outcome: "before" };
		await insertManager(trx, programId, actor.personId);
		const auditId = await writeAct(trx, {
			programId,
			actorId: actor.personId,
			action: "programs:claim",
		});
		const admins = await listSlackAdmins(trx);
		await insertOwed(
			trx,
			admins
				.filter((personId) => personId !== actor.personId)
				.map((personId) => wordOf("programs:claimed", auditId, personId)),
		);
		return { outcome: "claimed" };
	});
}

/** Programs that nobody runs; `name` null: there is only one program. */
export async function readUnmanaged(
	trx: WorkspaceTrx,
): Promise<{ programId: string; name: string | null }[]> {
	const unmanaged = await listUnmanaged(trx);
	const isOneOfSeveral = (await listPrograms(trx)).length > 1;
	return unmanaged.map(({ programId, name }) => ({
		programId,
		name: isOneOfSeveral ? name : null,
	}));
}

/** Whoever installed the app manages its first program. */
export async function appointInstaller(
	deps: Deps,
	workspaceId: string,
	programId: string,
): Promise<void> {
	const slackUserId = await withWorkspace(deps.db, workspaceId, readInstaller);
	if (!slackUserId) return;
	const person = await findOrMeet(deps, workspaceId, slackUserId);
	if (person?.standing !== "member") return;
	await withWorkspace(deps.db, workspaceId, async (trx) => {
		await lockProgram(trx, programId);
		if (!canClaim(await listManagers(trx, programId))) return;
		await insertManager(trx, programId, person.personId);
		await writeAct(trx, {
			programId,
			actorId: person.personId,
			action: "programs:install",
		});
	});
}

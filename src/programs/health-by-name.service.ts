import { withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { announceAct } from "./acts.service.ts";
import { healthStart } from "./health-by-name.ts";
import {
	makeVersion,
	type OnNewText,
	readParticipation,
} from "./participation.service.ts";
import { lockProgram } from "./programs.queries.ts";

/** Since or from when managers see health by name; null: they do not. */
export const readHealthFrom = (
	deps: Deps,
	{ workspaceId, programId }: Visit,
): Promise<Date | null> =>
	withWorkspace(
		deps.db,
		workspaceId,
		async (trx) => (await readParticipation(trx, programId)).healthFrom,
	);

/**
 * Switches it on, from a day of which everybody enrolled is told before; or
 * off, at once. Either is a version of what people agree to, and is told to
 * the other managers. From when it is seen now, and whether this changed it.
 */
export function switchHealth(
	deps: Deps,
	visit: Visit,
	to: "on" | "off",
	onNewText: OnNewText[],
): Promise<{ healthFrom: Date | null; isChanged: boolean }> {
	const { workspaceId, programId, actor, now } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		await lockProgram(trx, programId);
		const before = await readParticipation(trx, programId);
		const { healthFrom: from } = before;
		const isOn = from !== null;
		if (isOn === (to === "on")) return { healthFrom: from, isChanged: false };
		if (!(await claimRequest(trx, visit.key)))
			return { healthFrom: from, isChanged: false };
		const healthFrom = isOn ? null : healthStart(now);
		const change = { before, terms: { healthFrom } };
		const made = await makeVersion(trx, visit, change, onNewText);
		const { owed } = await announceAct(trx, {
			actorId: actor.personId,
			action: isOn ? "programs:hideHealth" : "programs:showHealth",
			subjectId: made.textId,
			programId,
			detail: { healthFrom: { from, to: healthFrom } },
		});
		await insertOwed(trx, [...made.owed, ...owed]);
		return { healthFrom, isChanged: true };
	});
}

import { setImmediate as breathe } from "node:timers/promises";
import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { inChunks } from "../delivery/ledger.queries.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { lockDirectory } from "./directory.queries.ts";
import type { Announce } from "./directory-export.service.ts";
import type { Applied, OnProgress } from "./directory-import.ts";
import { type ImportPlan, planImport } from "./directory-plan.ts";
import { loadWorld, openRows, openSource } from "./directory-world.service.ts";
import { stopImport } from "./import-news.service.ts";
import { findImport, forgetRows, updateImport } from "./imports.queries.ts";
import { updateDirectories, upsertPeople } from "./people.queries.ts";

/** Takes an import for writing, if it is there to be taken. */
export function claimImport(
	deps: Deps,
	{ workspaceId }: Visit,
	importId: string,
): Promise<"claimed" | "going" | "gone"> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		if (await updateImport(trx, importId, "checked", { state: "applying" }))
			return "claimed";
		const record = await findImport(trx, importId);
		return record?.state === "applying" ? "going" : "gone";
	});
}

/**
 * Writes all rows of a claimed import, or none: they are judged once more, as
 * people may have changed since. What fails leaves everything as it was.
 */
export async function applyImport(
	deps: Deps,
	visit: Visit,
	importId: string,
	{ announce, onProgress }: { announce: Announce; onProgress: OnProgress },
): Promise<Applied> {
	const { workspaceId } = visit;
	try {
		return await withWorkspace(deps.db, workspaceId, (trx) =>
			apply(deps, trx, visit, importId, { announce, onProgress }),
		);
	} catch (error) {
		await stopImport(deps, visit, importId, "applying");
		throw error;
	}
}

async function apply(
	deps: Deps,
	trx: WorkspaceTrx,
	visit: Visit,
	importId: string,
	{ announce, onProgress }: { announce: Announce; onProgress: OnProgress },
): Promise<Applied> {
	const { workspaceId, actor } = visit;
	// Two imports at once could close a circle that neither sees.
	await lockDirectory(trx);
	const record = await findImport(trx, importId);
	if (record?.state !== "applying" || !record.rows) return { is: "gone" };
	const { total } = record;
	const kept = openRows(deps.cipher, { workspaceId, importId }, record.rows);
	const world = await loadWorld(trx, actor.personId, kept);
	const plan = planImport(kept.rows, world);
	if (plan.bad.length > 0) {
		await updateImport(trx, importId, "applying", { state: "checked" });
		const pasted = record.source
			? openSource(deps.cipher, { workspaceId, importId }, record.source)
			: null;
		return { is: "checked", plan, total, unused: kept.unused, pasted };
	}
	const meets = plan.meets.flatMap((id) => world.strangers.get(id) ?? []);
	await upsertPeople(trx, meets);
	await writeChanges(trx, plan, onProgress);
	await updateImport(trx, importId, "applying", {
		state: "applied",
		done: total,
	});
	await forgetRows(trx, importId);
	const { owed } = await announce(trx, {
		programId: visit.programId,
		actorId: actor.personId,
		action: "workspaces:importDirectory",
		detail: { rows: total, ...plan.counts },
	});
	await insertOwed(trx, owed);
	return { is: "applied", total };
}

async function writeChanges(
	trx: WorkspaceTrx,
	{ changes }: ImportPlan,
	onProgress: OnProgress,
): Promise<void> {
	const inOrder = changes
		.map(({ slackUserId, after }) => ({ slackUserId, ...after }))
		.sort((a, b) => (a.slackUserId < b.slackUserId ? -1 : 1));
	let done = 0;
	for (const some of inChunks(inOrder, 1_000)) {
		await updateDirectories(trx, some);
		done += some.length;
		onProgress({ step: "writing", done });
		await breathe();
	}
}

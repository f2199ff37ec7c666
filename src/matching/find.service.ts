import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { nothingSought, type Sought, seek } from "./engine/query.ts";
import { rank } from "./engine/rank.ts";
import { type FoundPage, foundPage, type Names, pageSize } from "./find.ts";
import { loadPool } from "./pool.service.ts";
import { listWaitingOf } from "./waiting.queries.ts";
import { soughtKey, type WaitOffer } from "./waiting.ts";

/** Mentors for one person, best first; `offset` for the next page. */
export async function find(
	deps: Deps,
	visit: Visit,
	{ query, offset }: { query: string; offset: number },
): Promise<FoundPage & { names: Names; wait: WaitOffer }> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const pool = await loadPool(deps, trx, {
			programId: visit.programId,
			personId: visit.actor.personId,
			now: visit.now,
		});
		const sought = query ? seek(query, pool.topics) : nothingSought;
		const ranking = rank(
			pool.me,
			pool.mentors,
			{ sought, kinds: pool.me.kindsWanted },
			pool.options,
		);
		const page = foundPage(query, offset, ranking, pool.profiles, pool.names);
		const few = ranking.ranked.length <= pageSize;
		const wait = few ? await offerOf(deps, trx, visit, sought) : "none";
		return { ...page, names: pool.names, wait };
	});
}

/** A list of a few may hold nobody who suits; an empty one surely does. */
async function offerOf(
	deps: Deps,
	trx: WorkspaceTrx,
	{ workspaceId, programId, actor: { personId } }: Visit,
	sought: Sought,
): Promise<WaitOffer> {
	const mine = await listWaitingOf(trx, { programId, personId });
	const name = soughtKey(deps.cipher, workspaceId, sought);
	return mine.some((entry) => entry.soughtKey === name) ? "waits" : "offer";
}

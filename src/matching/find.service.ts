import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { nothingSought, seek } from "./engine/query.ts";
import { rank } from "./engine/rank.ts";
import { type FoundPage, foundPage, type Names } from "./find.ts";
import { loadPool } from "./pool.service.ts";

/** Mentors for one person, best first; `offset` for the next page. */
export async function find(
	deps: Deps,
	visit: Visit,
	{ query, offset }: { query: string; offset: number },
): Promise<FoundPage & { names: Names }> {
	const pool = await withWorkspace(deps.db, visit.workspaceId, (trx) =>
		loadPool(deps, trx, {
			programId: visit.programId,
			personId: visit.actor.personId,
			now: visit.now,
		}),
	);
	const sought = query ? seek(query, pool.topics) : nothingSought;
	const ranking = rank(
		pool.me,
		pool.mentors,
		{ sought, kinds: pool.me.kindsWanted },
		pool.options,
	);
	const page = foundPage(query, offset, ranking, pool.profiles, pool.names);
	return { ...page, names: pool.names };
}

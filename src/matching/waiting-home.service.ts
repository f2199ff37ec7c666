import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { keyOf, readOwnPart } from "../enrollment/enrollment.service.ts";
import type { Visit } from "../slack/feature.ts";
import type { Reader } from "../time/dates.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { nothingSought, seek } from "./engine/query.ts";
import { rank } from "./engine/rank.ts";
import { foundPage } from "./find.ts";
import { loadPool } from "./pool.service.ts";
import { listMatchedOf, listWaitingOf } from "./waiting.queries.ts";
import { openQuery } from "./waiting.ts";
import { type SuggestionPage, standing, type Waits } from "./waiting-home.ts";
import {
	findSuggestion,
	listSuggestionsOf,
} from "./waiting-suggestions.queries.ts";

/** What someone waits for, with the seat they are told of, if any. */
export async function readWaits(deps: Deps, visit: Visit): Promise<Waits> {
	const { workspaceId, now } = visit;
	const key = keyOf(visit);
	const rows = await withWorkspace(deps.db, workspaceId, async (trx) => ({
		waiting: await listWaitingOf(trx, key),
		matched: await listMatchedOf(trx, key),
		suggestions: await listSuggestionsOf(trx, key),
	}));
	const queryOf = ({
		waitingId,
		query,
	}: {
		waitingId: string;
		query: Buffer | null;
	}) => openQuery(deps.cipher, workspaceId, { waitingId }, query);
	const me = rows.waiting.length > 0 ? await readOwnPart(deps, visit) : null;
	const held = me?.state !== "open";
	const suggestions = rows.suggestions.flatMap((suggestion) => {
		const is = standing(suggestion, now);
		// Nobody asks during a pause: the seat goes to the next.
		return is && !(held && is === "open") ? [{ ...suggestion, is }] : [];
	});
	return {
		waiting: rows.waiting.map((row) => ({
			waitingId: row.waitingId,
			query: queryOf(row),
			since: row.since,
			held,
			suggestion:
				suggestions.findLast(({ waitingId }) => waitingId === row.waitingId) ??
				null,
		})),
		matched: rows.matched.map((row) => ({
			query: queryOf(row),
			mentorSlackId: row.mentorSlackId,
		})),
	};
}

/**
 * A suggestion as it stands when it is sent; null once it is over, or the
 * mentor suits no longer.
 */
export async function readSuggestion(
	deps: Deps,
	trx: WorkspaceTrx,
	suggestionId: string,
	now: Date,
): Promise<(SuggestionPage & { reader: Reader }) | null> {
	const suggestion = await findSuggestion(trx, suggestionId);
	if (!suggestion || standing(suggestion, now) !== "open") return null;
	const { programId, personId, mentorId, waitingId } = suggestion;
	const reader = await readPerson(trx, personId);
	const pool = await loadPool(deps, trx, { programId, personId, now });
	const owner = { waitingId };
	const query = openQuery(
		deps.cipher,
		trx.workspaceId,
		owner,
		suggestion.query,
	);
	const sought = query ? seek(query, pool.topics) : nothingSought;
	const ranking = rank(
		pool.me,
		pool.mentors.filter(({ person }) => person === mentorId),
		{ sought, kinds: pool.me.kindsWanted },
		pool.options,
	);
	const page = foundPage(query, 0, ranking, pool.profiles, pool.names);
	const [found] = page.found;
	if (!reader || !found) return null;
	return { suggestion, query, found, names: pool.names, reader };
}

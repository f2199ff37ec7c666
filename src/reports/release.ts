import {
	type Candidate,
	type Limit,
	type Published,
	peopleLimit,
	type Released,
	type StoredSet,
} from "./candidate.ts";
import { type Claim, claimOf } from "./release-claim.ts";
import {
	emptyLedger,
	type Ledger,
	type Rule,
	record,
	rules,
} from "./release-ledger.ts";
import {
	type Members,
	type Numbering,
	startNumbering,
} from "./release-people.ts";
import { show } from "./release-show.ts";

/** What is shown of a candidate, and what keeps it from being published. */
export type Engine = {
	readonly show: typeof show;
	readonly rules: readonly Rule[];
};

const engine: Engine = { show, rules: Object.values(rules) };

/**
 * What may be published of the candidates at `at` (ISO 8601, UTC), given all
 * that was published before. See candidate.ts for the whole contract, and
 * docs/how-reports-protect.md for the rules.
 *
 * A figure enters only if all that was ever published is still safe with it;
 * else the earlier figure stands, which tells nothing new.
 */
export function release(
	candidates: readonly Candidate[],
	past: readonly Released[],
	at: string,
): Released {
	return releaseBy(engine, candidates, past, at);
}

/** The same by other rules, which is for tests: none of them may be missing. */
export function releaseBy(
	engine: Engine,
	candidates: readonly Candidate[],
	past: readonly Released[],
	at: string,
): Released {
	const number = startNumbering();
	const ledger = emptyLedger();
	const standing = new Map<string, Published>();
	for (const earlier of past.toSorted((a, b) => (a.at < b.at ? -1 : 1)))
		for (const { published, claim } of readRelease(earlier, number)) {
			record(ledger, claim);
			standing.set(published.id, published);
		}
	const figures: Published[] = [];
	const sets: StoredSet[] = [];
	for (const candidate of candidates) {
		const fresh = tryFresh(engine, candidate, at, ledger, number);
		const { id } = candidate;
		figures.push(
			fresh?.published ?? standing.get(id) ?? { kind: "hidden", id, asOf: at },
		);
		sets.push(...(fresh?.sets ?? []));
	}
	return { at, figures, sets };
}

function tryFresh(
	engine: Engine,
	candidate: Candidate,
	at: string,
	ledger: Ledger,
	number: Numbering,
) {
	const { shown, parts } = engine.show(candidate);
	const published: Published = { ...shown, id: candidate.id, asOf: at };
	const members = new Map<string, Members>();
	const sets: StoredSet[] = [];
	for (const [part, people] of parts) {
		members.set(part, number(people));
		sets.push({ figure: candidate.id, part, people: [...people] });
	}
	const claim = claimOf(published, members);
	const limit: Limit = candidate.limit ?? peopleLimit;
	if (!claim || engine.rules.some((rule) => rule(claim, ledger, limit)))
		return null;
	record(ledger, claim);
	return { published, sets };
}

function readRelease({ at, figures, sets }: Released, number: Numbering) {
	const byFigure = Map.groupBy(sets, ({ figure }) => figure);
	const read: { published: Published; claim: Claim }[] = [];
	for (const published of figures) {
		if (published.asOf !== at) continue;
		const parts = (byFigure.get(published.id) ?? []).map(
			({ part, people }) => [part, number(people)] as const,
		);
		const claim = claimOf(published, new Map(parts));
		if (claim) read.push({ published, claim });
	}
	return read;
}

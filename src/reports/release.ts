import type {
	Candidate,
	Earlier,
	Limit,
	Numbers,
	Published,
	Released,
} from "./candidate.ts";
import { peopleLimit } from "./candidate.ts";
import { claimOf } from "./release-claim.ts";
import {
	emptyLedger,
	type Ledger,
	type Rule,
	record,
	rules,
} from "./release-ledger.ts";
import { higher, readPast } from "./release-past.ts";
import { type Register, startRegister } from "./release-people.ts";
import { show } from "./release-show.ts";
import { startStoring } from "./release-stored.ts";

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
 *
 * Where sets of the past are numbers, `numbers` says whose. To look up everybody
 * of two years by id would take longer than all the rest.
 */
export function release(
	candidates: readonly Candidate[],
	past: readonly Earlier[],
	at: string,
	numbers?: Numbers,
): Released {
	return releaseBy(engine, candidates, past, at, numbers);
}

/** The same by other rules, which is for tests: none of them may be missing. */
export function releaseBy(
	engine: Engine,
	candidates: readonly Candidate[],
	past: readonly Earlier[],
	at: string,
	numbers?: Numbers,
): Released {
	refuseTwins(candidates);
	const register = startRegister(numbers);
	const ledger = emptyLedger();
	const { claims, standing, limits } = readPast(past, register);
	for (const claim of claims) record(ledger, claim);
	const { sets, store } = startStoring();
	const figures = candidates.map((candidate): Published => {
		const { id } = candidate;
		const limit = higher(limits.get(id), candidate.limit ?? peopleLimit);
		const stands = standing.get(id);
		// At one time a figure says one thing.
		if (stands?.asOf === at) return stands;
		const fresh = tryFresh(engine, { ...candidate, limit }, ledger, register);
		if (fresh) store(id, fresh.members, fresh.parts);
		if (!fresh && stands) return stands;
		const shown = fresh?.shown ?? { kind: "hidden" };
		return { ...shown, ...named(id, at, limit) };
	});
	return { at, figures, sets };
}

function refuseTwins(candidates: readonly Candidate[]): void {
	const ids = candidates.map(({ id }) => id);
	const twin = ids.find((id, at) => ids.indexOf(id) < at);
	if (twin) throw new Error(`Two figures of a release are called ${twin}.`);
}

/** A limit is told where it is not the one that all figures have. */
const named = (id: string, asOf: string, limit: Limit) => ({
	...{ id, asOf },
	...(limit > peopleLimit && { limit }),
});

function tryFresh(
	{ show, rules }: Engine,
	candidate: Candidate & { readonly limit: Limit },
	ledger: Ledger,
	register: Register,
) {
	const { shown, parts } = show(candidate);
	const members = new Map(
		[...parts].map(([part, people]) => [part, register.members(people)]),
	);
	const published = { ...shown, ...named(candidate.id, "", candidate.limit) };
	const claim = claimOf(published, members, register);
	if (!claim || rules.some((rule) => rule(claim, ledger))) return null;
	record(ledger, claim);
	return { shown, parts, members };
}

import {
	type Earlier,
	type Limit,
	limitOf,
	type Published,
	peopleLimit,
} from "./candidate.ts";
import { type Claim, claimOf, isTrueOf } from "./release-claim.ts";
import type { Register } from "./release-people.ts";
import { readStored } from "./release-stored.ts";

/** What was ever published, read for the next release. */
export type Past = {
	/** In the order of their releases. */
	readonly claims: readonly Claim[];
	/** The latest of each figure, by its id. */
	readonly standing: ReadonlyMap<string, Published>;
	/** The highest limit that each figure ever had. */
	readonly limits: ReadonlyMap<string, Limit>;
};

/**
 * @throws where what was stored cannot be what was published: numbers would be
 * held against something else than people have seen.
 */
export function readPast(past: readonly Earlier[], register: Register): Past {
	const sorted = past.toSorted((a, b) => (a.at < b.at ? -1 : 1));
	const read = sorted.flatMap((release) => readRelease(release, register));
	const origins = new Set<string>();
	for (const { published } of read) {
		const origin = originOf(published);
		if (origins.has(origin)) refuse(`${origin} is new twice`);
		origins.add(origin);
	}
	const limits = new Map<string, Limit>();
	for (const { at, figures } of sorted)
		for (const figure of figures) {
			const { id, limit, asOf } = figure;
			limits.set(id, higher(limits.get(id), limitOf(limit ?? peopleLimit)));
			if (asOf !== at && !origins.has(originOf(figure)))
				refuse(`${id} of ${asOf} is in none of that time`);
		}
	return {
		claims: read.map(({ claim }) => claim),
		standing: new Map(read.map(({ published }) => [published.id, published])),
		limits,
	};
}

export const higher = (one: Limit | undefined, other: Limit): Limit =>
	one !== undefined && one > other ? one : other;

/** What stands is in every word what it was when it was new. */
const originOf = (published: Published): string =>
	JSON.stringify(Object.entries(published).toSorted(byKey), sorted);

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number =>
	a < b ? -1 : 1;

/** A store may keep the keys of an object in an order of its own. */
const sorted = (_: string, value: unknown): unknown =>
	value && typeof value === "object" && !Array.isArray(value)
		? Object.fromEntries(Object.entries(value).toSorted(byKey))
		: value;

function readRelease(
	{ at, figures, sets }: Earlier,
	register: Register,
): { published: Published; claim: Claim }[] {
	const stored = readStored(sets, register);
	const read = figures
		.filter(({ asOf }) => asOf === at)
		.flatMap((published) => {
			const parts = stored.get(published.id) ?? new Map();
			const claim = claimOf(published, parts, register);
			if (claim && !isTrueOf(published, claim))
				refuse(`${published.id} of ${at} is of other people`);
			return claim ? [{ published, claim }] : [];
		});
	const fresh = new Set(read.map(({ published }) => published.id));
	for (const id of stored.keys())
		if (!fresh.has(id)) refuse(`${id} is not new at ${at}, and has sets`);
	return read;
}

function refuse(why: string): never {
	throw new Error(`Past releases do not fit: ${why}.`);
}

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { peopleLimit, type Share } from "../../src/reports/candidate.ts";
import { counted, inNumbers } from "../../src/reports/numbered.ts";
import { release } from "../../src/reports/release.ts";
import { type Claim, claimOf } from "../../src/reports/release-claim.ts";
import { differsTooLittle } from "../../src/reports/release-flow.ts";
import {
	isNear,
	overlap,
	type Register,
	sizeOf,
	startRegister,
} from "../../src/reports/release-people.ts";
import { show } from "../../src/reports/release-show.ts";
import { readStored, startStoring } from "../../src/reports/release-stored.ts";

// Sets of people as numbers, held against the same with plain sets.

const someone = fc.integer({ min: 0, max: 40 }).map((at) => `p${at}`);
const people = fc.uniqueArray(someone, { maxLength: 40 });

const minus = (a: Iterable<string>, b: Iterable<string>): Set<string> => {
	const others = new Set(b);
	return new Set([...a].filter((one) => !others.has(one)));
};
const apart = (a: Iterable<string>, b: Iterable<string>): number =>
	minus(a, b).size + minus(b, a).size;

test("two sets overlap, and are near, as plain sets say", () => {
	fc.assert(
		fc.property(people, people, people, people, (a, b, c, d) => {
			const { members, union } = startRegister();
			const shared = overlap(members(a), members(b));
			expect(shared.both).toBe(a.length - minus(a, b).size);
			expect(shared.left + shared.right).toBe(apart(a, b));
			expect([...union([members(a), members(b)])]).toEqual([
				...members(new Set([...a, ...b])),
			]);
			const [few, others] = [a.slice(0, 7), c.filter((_, at) => at % 3 === 0)];
			const one = { of: members(a), less: members(few) };
			const other = {
				of: members([...c, ...d].filter(unique)),
				less: members(others),
			};
			const left = minus(a, few);
			const right = minus([...c, ...d], others);
			expect([sizeOf(one), sizeOf(other)]).toEqual([left.size, right.size]);
			const between = apart(left, right);
			expect(isNear(one, other, 5)).toBe(between > 0 && between < 5);
		}),
	);
});

const unique = <T>(value: T, at: number, all: T[]): boolean =>
	all.indexOf(value) === at;

test("the same people are the same set, whatever they came in", () => {
	fc.assert(
		fc.property(people, fc.nat(), (some, seed) => {
			const { members } = startRegister();
			const turned = some.toSorted(
				(a, b) => ((a.length + seed) % 3) - ((b.length + seed) % 3),
			);
			expect(members(new Set(turned))).toBe(members(some));
		}),
	);
});

const asShare = (id: string, some: string[], yes: string[]): Share => ({
	...{ id, people: new Set(some), yes: new Set(yes) },
	kind: "share",
});

function claimed(share: Share, register: Register): Claim {
	const { shown, parts } = show(share);
	const members = new Map(
		[...parts].map(([part, some]) => [part, register.members(some)]),
	);
	const claim = claimOf(
		{ ...shown, id: share.id, asOf: "" },
		members,
		register,
	);
	if (!claim) throw new Error("Nothing is claimed");
	return claim;
}

/** All sets of people that a share gives a number of, or several of them do. */
function told({ people, yes }: Share): Record<string, ReadonlySet<string>> {
	const [few, many] = [yes.size, people.size - yes.size];
	const isTold = few >= peopleLimit && many >= peopleLimit;
	const all = { all: people };
	return isTold ? { ...all, yes, no: minus(people, yes) } : all;
}

describe("two releases of a share", () => {
	const half = people.map((some) =>
		asShare(
			"s",
			some,
			some.filter((_, at) => at % 2 === 0),
		),
	);

	test("differ too little where any set of theirs differs by 1 to 4 people", () => {
		let count = 0;
		fc.assert(
			fc.property(half, fc.array(someone, { maxLength: 9 }), (was, turned) => {
				const register = startRegister();
				const flipped = new Set(turned);
				const next = asShare(
					"s",
					[...was.people].filter((one) => !flipped.has(one) || one < "p2"),
					[...was.people].filter((one) =>
						flipped.has(one)
							? one < "p2" && !was.yes.has(one)
							: was.yes.has(one),
					),
				);
				const [before, after] = [told(was), told(next)];
				const isNearby = Object.keys(before).some((name) => {
					const [a, b] = [before[name], after[name]];
					const by = a && b ? apart(a, b) : 0;
					return by > 0 && by < peopleLimit;
				});
				if (isNearby) count++;
				const [a, b] = [claimed(was, register), claimed(next, register)];
				expect(differsTooLittle(a, b, peopleLimit)).toBe(isNearby);
			}),
			{ numRuns: 500 },
		);
		expect(count).toBeGreaterThan(50);
	});
});

test("a past by number is the same past, whoever was erased since", () => {
	const half = people.map((some) =>
		asShare(
			"s",
			some,
			some.filter((_, at) => at % 2 === 0),
		),
	);
	let stood = 0;
	fc.assert(
		fc.property(half, half, fc.nat(40), (was, is, gone) => {
			const [before, now] = ["2026-01-01", "2026-02-01"];
			const first = release([was], [], before);
			// Numbers as the database gives them: other programs have some, too.
			const numbered = Array.from({ length: 41 }, (_, at) => ({
				personId: `p${at}`,
				number: 4_000 + 7 * at,
			}));
			const sets = inNumbers(first.sets, numbered);
			if (!sets) throw new Error("Somebody has no number");
			const { past, numbers } = counted(
				[{ ...first, sets }],
				numbered.filter(({ personId }) => personId !== `p${gone}`),
			);
			const left = asShare(
				"s",
				minusOne(is.people, `p${gone}`),
				minusOne(is.yes, `p${gone}`),
			);
			const { figures } = release([left], past, now, numbers);
			expect(figures).toEqual(release([left], [first], now).figures);
			if (figures[0]?.asOf === before) stood++;
		}),
		{ numRuns: 300 },
	);
	expect(stood).toBeGreaterThan(50);
});

const minusOne = (some: Iterable<string>, gone: string): string[] =>
	[...some].filter((one) => one !== gone);

test("who is stored once for several parts is read for each of them", () => {
	fc.assert(
		fc.property(fc.array(people, { minLength: 1, maxLength: 6 }), (sets) => {
			const register = startRegister();
			const { sets: stored, store } = startStoring();
			const named = sets.map(
				(set, at) => [`f${at % 3}`, `part/${at}`, set] as const,
			);
			for (const [figure, part, set] of named)
				store(
					figure,
					new Map([[part, register.members(set)]]),
					new Map([[part, set]]),
				);
			const read = readStored(stored, register);
			for (const [figure, part, set] of named)
				expect(read.get(figure)?.get(part)).toBe(register.members(set));
			const written = stored.flatMap(({ people }) => people);
			const different = new Set(sets.map((set) => set.toSorted().join()));
			expect(written.length).toBe(
				[...different].reduce(
					(sum, key) => sum + (key === "" ? 0 : key.split(",").length),
					0,
				),
			);
		}),
	);
});

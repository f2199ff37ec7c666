import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Profile } from "../../../src/matching/engine/profile.ts";
import { nothingSought } from "../../../src/matching/engine/query.ts";
import { type Query, rank } from "../../../src/matching/engine/rank.ts";
import { missingEdge } from "../../../src/matching/engine/rules.ts";
import {
	anyKind,
	anyMentee,
	anyMentors,
	anySought,
	options,
	profile,
	topic,
} from "./builders.ts";

const plain: Query = { sought: nothingSought, kinds: ["one_to_one"] };
const people = (ranking: { ranked: readonly { person: string }[] }) =>
	ranking.ranked.map(({ person }) => person);

const anyQuery = fc.record({
	sought: anySought,
	kinds: fc.uniqueArray(anyKind, { minLength: 1, maxLength: 3 }),
});

describe("rank", () => {
	const mentee = profile("mentee", { wanted: [topic("sql")] });

	test("the best first, the rest counted by rule", () => {
		const mentors = [
			profile("same", { offered: [topic("sql", 1)] }),
			profile("expert", { offered: [topic("sql", 3)] }),
			profile("paused", { state: "paused" }),
			profile("gone", { state: "left" }),
			profile("gone too", { state: "left" }),
			mentee,
		];
		const ranking = rank(mentee, mentors, plain, options);
		expect(people(ranking)).toEqual(["expert", "same"]);
		expect(ranking.missing).toEqual({ paused: 1, left: 2, self: 1 });
	});

	test("a search lists those who offer it or made the move", () => {
		const mentors = [
			profile("offers", { offered: [topic("people", 2)] }),
			profile("moved", { moves: ["Engineer to manager"] }),
			profile("neither", { offered: [topic("sql", 3)] }),
		];
		const sought = { topics: ["people"], words: ["manag"] };
		const ranking = rank(mentee, mentors, { ...plain, sought }, options);
		expect(people(ranking)).toEqual(["offers", "moved"]);
		expect(ranking.missing).toEqual({ topic: 1 });
	});

	test("of several kinds the first possible counts, and all are named", () => {
		const mentor = profile("m", {
			kindsOffered: ["flash", "one_to_one"],
			offered: [topic("sql", 3)],
		});
		const kinds = ["expertise", "one_to_one", "flash"] as const;
		const ranking = rank(mentee, [mentor], { ...plain, kinds }, options);
		expect(ranking.ranked[0]).toMatchObject({
			kind: "one_to_one",
			kinds: ["one_to_one", "flash"],
		});
	});

	test("of several missing kinds the closest miss is counted", () => {
		const mentor = profile("m", { kindsOffered: ["flash"], state: "paused" });
		const kinds = ["one_to_one", "flash", "peer"] as const;
		const ranking = rank(mentee, [mentor], { ...plain, kinds }, options);
		expect(ranking.missing).toEqual({ paused: 1 });
	});

	test("equal scores are ordered by the seed", () => {
		const mentors = Array.from({ length: 20 }, (_, n) => profile(`m${n}`));
		const ordered = (seed: string) =>
			people(rank(mentee, mentors, plain, { ...options, seed }));
		expect(ordered("a")).toEqual(ordered("a"));
		expect(ordered("a")).not.toEqual(ordered("b"));
		expect(ordered("a").toSorted()).toEqual(ordered("b").toSorted());
	});
});

describe("whatever is given", () => {
	const anySearch = [anyMentee, anyMentors, anyQuery] as const;

	test("the order of the candidates changes nothing", () => {
		fc.assert(
			fc.property(...anySearch, fc.infiniteStream(fc.nat()), (...given) => {
				const [mentee, mentors, query, keys] = given;
				const shuffled = mentors
					.map((mentor) => ({ mentor, key: keys.next().value }))
					.sort((a, b) => a.key - b.key)
					.map(({ mentor }) => mentor);
				expect(rank(mentee, shuffled, query, options)).toEqual(
					rank(mentee, mentors, query, options),
				);
			}),
		);
	});

	test("nobody is listed for a kind with a missing edge, all are accounted for", () => {
		let listed = 0;
		fc.assert(
			fc.property(...anySearch, (mentee, mentors, query) => {
				const { ranked, missing } = rank(mentee, mentors, query, options);
				const kept = Object.values(missing).reduce((a, b) => a + b, 0);
				expect(ranked.length + kept).toBe(mentors.length);
				for (const { person, kind, kinds } of ranked) {
					listed++;
					const mentor = mentors.find((one) => one.person === person);
					expect(mentor).toBeDefined();
					if (!mentor) continue;
					expect(kinds).toContain(kind);
					for (const each of kinds) {
						const pair = { mentee, mentor, kind: each };
						expect(missingEdge(pair, options)).toBeNull();
					}
				}
			}),
			{ numRuns: 300 },
		);
		expect(listed).toBeGreaterThan(50);
	});

	test("one more seat removes nobody", () => {
		const roomier = (mentor: Profile): Profile => ({
			...mentor,
			seats: { ...mentor.seats, capacity: mentor.seats.capacity + 1 },
		});
		fc.assert(
			fc.property(...anySearch, fc.nat(5), (...given) => {
				const [mentee, mentors, query, chosen] = given;
				const more = mentors.map((mentor, n) =>
					n === chosen ? roomier(mentor) : mentor,
				);
				const then = people(rank(mentee, more, query, options));
				for (const person of people(rank(mentee, mentors, query, options))) {
					expect(then).toContain(person);
				}
			}),
		);
	});
});

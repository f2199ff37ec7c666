import { describe, expect, test } from "@jest/globals";
import {
	type Candidate,
	commentLimit,
	type Limit,
	type Published,
	peopleLimit,
	type Released,
} from "../../src/reports/candidate.ts";
import { release } from "../../src/reports/release.ts";
import { day, enrolled, mean, publish, share, some } from "./publishing.ts";

describe("the next release", () => {
	const counts = (...sizes: number[]) =>
		publish(...sizes.map((size) => [enrolled(...some("p", size))])).map(
			({ figures: [figure], sets }) => [
				figure?.kind === "count" && figure.people.is === "number"
					? figure.people.value
					: null,
				new Date(figure?.asOf ?? "").getUTCMonth(),
				sets.length,
			],
		);

	test("is new with nobody or five people more, else the earlier stands", () => {
		expect(counts(20, 20, 24, 25)).toEqual([
			[20, 0, 1],
			[20, 1, 1],
			[20, 1, 0],
			[25, 3, 1],
		]);
	});

	test("is held against all earlier ones, not only the last", () => {
		expect(counts(20, 26, 23, 19, 20)).toEqual([
			[20, 0, 1],
			[26, 1, 1],
			[26, 1, 0],
			[26, 1, 0],
			[20, 4, 1],
		]);
	});

	test("hides what cannot be shown and never was", () => {
		const [, later] = publish(
			[enrolled(...some("p", 20))],
			[
				enrolled(...some("p", 20)),
				{ id: "asked", kind: "count", people: new Set(some("p", 18)) },
			],
		);
		expect(later?.figures[1]).toEqual({
			id: "asked",
			asOf: day(1),
			kind: "hidden",
		});
		expect(later?.sets.map(({ figure }) => figure)).toEqual(["enrolled"]);
	});

	test("stands when somebody who stays has changed an answer", () => {
		const scores = [1, 2, 3, 4, 5, 1, 2, 4];
		const months = publish([mean(...scores)], [mean(5, ...scores.slice(1))]);
		expect(months[1]?.figures[0]?.asOf).toBe(day(0));
	});

	test("knows people who were erased by the id that took their place", () => {
		const [first] = publish([enrolled(...some("p", 20))]) as [Released];
		const erased: Released = {
			...first,
			sets: first.sets.map((set) => ({
				...set,
				people: set.people.map((person) => (person === "p3" ? "x1" : person)),
			})),
		};
		const left = some("p", 20).filter((person) => person !== "p3");
		const next = release([enrolled(...left)], [erased], day(1));
		expect(next.figures).toEqual(first.figures);
		const rejoined = release([enrolled(...left, "p3")], [erased], day(1));
		expect(rejoined.figures).toEqual(first.figures);
	});

	test("is the same from what was stored as JSON, in any order", () => {
		const months = [12, 18, 30].map((size) => [
			share(size, size - 6),
			enrolled(...some("p", size)),
		]);
		const past = publish(...months);
		const stored = JSON.parse(JSON.stringify(past.toReversed())) as Released[];
		const next = [share(30, 24), enrolled(...some("p", 40))];
		expect(release(next, stored, day(5))).toEqual(release(next, past, day(5)));
	});
});

describe("the limit of a figure", () => {
	const commented = (limit: Limit, ...people: string[]): Candidate => ({
		...enrolled(...people),
		limit,
	});

	test("is never lower than it was, whoever asks for less", () => {
		const [, second, third] = publish(
			[commented(commentLimit, ...some("p", 20))],
			[commented(peopleLimit, ...some("p", 26))],
			[commented(peopleLimit, ...some("p", 30))],
		);
		// Six came: not enough where it takes ten.
		expect(second?.figures[0]).toMatchObject({ asOf: day(0), limit: 10 });
		expect(third?.figures[0]).toMatchObject({ asOf: day(2), limit: 10 });
	});

	test("is kept where nothing could be shown", () => {
		const [, second] = publish(
			[commented(commentLimit, ...some("p", 3))],
			[commented(peopleLimit, ...some("p", 9))],
		);
		expect(second?.figures[0]).toMatchObject({
			asOf: day(0),
			people: { is: "under", limit: 10 },
		});
	});

	test("protects its people in other figures as well", () => {
		const [only] = publish([
			commented(commentLimit, ...some("p", 30)),
			{ id: "asked", kind: "count", people: new Set(some("p", 23)) },
		]);
		expect(only?.figures[1]).toMatchObject({ kind: "hidden" });
	});
});

describe("what was stored and cannot have been published is refused", () => {
	const [first, second] = publish(
		[share(12, 8), enrolled(...some("p", 20))],
		[share(12, 8), enrolled(...some("p", 22))],
	) as [Released, Released];
	const next =
		(...past: Released[]) =>
		() =>
			release([enrolled(...some("p", 30))], past, day(5));

	test("and what was is not", () => {
		expect(second.figures[1]?.asOf).toBe(day(0));
		expect(next(first, second)).not.toThrow();
	});

	test("a figure that stands and was never new", () => {
		expect(next(second)).toThrow("enrolled of 2026-01-01");
		const [matched, known] = second.figures as [Published, Published];
		const other: Published = { ...known, asOf: day(3) };
		expect(next(first, { ...second, figures: [matched, other] })).toThrow(
			"enrolled of 2026-04-01",
		);
		const changed = { ...known, people: { is: "number", value: 19 } };
		expect(
			next(first, { ...second, figures: [matched, changed as Published] }),
		).toThrow("in none of that time");
	});

	test("numbers of other people than are stored, or of none", () => {
		const [, ...missing] = first.sets;
		expect(next({ ...first, sets: missing })).toThrow("of other people");
		expect(next({ ...first, sets: [] })).toThrow("of other people");
		const fewer = first.sets.map((set) => ({
			...set,
			people: set.people.slice(1),
		}));
		expect(next({ ...first, sets: fewer })).toThrow("of other people");
	});

	test("people behind a figure that is not new", () => {
		const sets = [...second.sets, ...first.sets.slice(-1)];
		expect(next(first, { ...second, sets })).toThrow("and has sets");
	});

	test("the same figure twice", () => {
		const twice = [enrolled("p1"), enrolled("p2")];
		expect(() => publish(twice)).toThrow("are called enrolled");
		expect(next(first, first)).toThrow("is new twice");
	});
});

test("people of several parts are stored once, and found again", () => {
	const people = new Set(some("p", 40));
	const ticked = (id: string, count: number): Candidate => ({
		...{ id, people, yes: new Set(some("p", count)) },
		kind: "share",
	});
	const past = publish([ticked("a", 10), ticked("b", 20), ticked("c", 10)]);
	const stored = past[0]?.sets.flatMap(({ people }) => people);
	expect(stored).toHaveLength(40 + 10 + 20);
	// Four more would tick it, as is known of the earlier release.
	const [next] = release([ticked("c", 14)], past, day(1)).figures;
	expect(next).toMatchObject({ asOf: day(0), yes: { value: 10 } });
});

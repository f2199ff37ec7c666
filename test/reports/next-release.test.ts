import { describe, expect, test } from "@jest/globals";
import type { Released } from "../../src/reports/candidate.ts";
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

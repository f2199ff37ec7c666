import { expect, test } from "@jest/globals";
import type { Profile } from "../../src/matching/engine/profile.ts";
import type { Ranked } from "../../src/matching/engine/rank.ts";
import { foundPage, type Names, pageSize } from "../../src/matching/find.ts";
import { profile } from "./engine/builders.ts";

const ids = Array.from({ length: 7 }, (_, index) => `p${index}`);
const ranked = ids.map(
	(person): Ranked => ({
		person,
		kind: "flash",
		kinds: ["flash"],
		total: 0,
		terms: [],
	}),
);
const profiles = new Map<string, Profile>(
	ids.map((person) => [
		person,
		profile(person, {
			offered: [
				{ topic: "listed", level: 2, own: false },
				{ topic: "own:1", level: 3, own: true },
			],
			seats: { capacity: 4, taken: 1, openRequests: 2 },
		}),
	]),
);
const names: Names = {
	topic: (key) => (key === "listed" ? "Testing" : undefined),
	person: (id) => ({ slackUserId: `U${id}`, name: id, title: "", offer: null }),
};

const page = (offset: number, list = ranked) =>
	foundPage("q", offset, { ranked: list, missing: {} }, profiles, names);

test("five at a time, until there are no more", () => {
	expect(page(0).found.map(({ name }) => name)).toEqual(ids.slice(0, pageSize));
	expect(page(0).next).toBe(5);
	expect(page(5).found.map(({ name }) => name)).toEqual(["p5", "p6"]);
	expect(page(5).next).toBeNull();
	expect(page(1000).found).toEqual([]);
	expect(page(0, ranked.slice(0, 5)).next).toBeNull();
});

test("only topics of the program's list are named, and free seats counted", () => {
	expect(page(0).found[0]).toMatchObject({ topics: ["Testing"], freeSeats: 3 });
});

test("an empty list says why", () => {
	const ranking = { ranked: [], missing: { topic: 2, self: 1 } };
	const { empty } = foundPage("q", 0, ranking, profiles, names);
	expect(empty).toEqual([
		{ because: "topic", people: 2, change: "other_topic" },
	]);
	expect(page(0).empty).toEqual([]);
});

test("who is no longer known is left out", () => {
	const [first] = ranked;
	if (!first) throw new Error("Nobody is ranked.");
	const gone = { ...first, person: "gone" };
	expect(page(0, [gone]).found).toEqual([]);
});

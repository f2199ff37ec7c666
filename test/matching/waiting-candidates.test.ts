import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { nothingSought, type Sought } from "../../src/matching/engine/query.ts";
import { rank } from "../../src/matching/engine/rank.ts";
import { stems } from "../../src/matching/engine/words.ts";
import { candidatesAmong } from "../../src/matching/waiting-candidates.ts";
import {
	anyMentee,
	anyMentors,
	anySought,
	options,
	profile,
	topic,
} from "./engine/builders.ts";

test("ranking those found is ranking everybody", () => {
	let ranked = 0;
	fc.assert(
		fc.property(anyMentee, anyMentors, anySought, (mentee, mentors, sought) => {
			const query = { sought, kinds: mentee.kindsOffered };
			const few = candidatesAmong(mentors)(sought);
			const all = rank(mentee, mentors, query, options).ranked;
			expect(rank(mentee, few, query, options).ranked).toEqual(all);
			ranked += all.length;
		}),
		{ numRuns: 1_000 },
	);
	expect(ranked).toBeGreaterThan(100);
});

test("a mentor with the topic and the move is found once, others never", () => {
	const both = profile("both", {
		offered: [topic("management")],
		moves: ["Engineer to manager"],
	});
	const moved = profile("moved", { moves: ["Engineer to manager"] });
	const other = profile("other", {
		moves: ["Manager of nothing", "To engineer"],
	});
	const find = candidatesAmong([both, moved, other]);
	const found = (sought: Sought) => find(sought).map(({ person }) => person);
	const words = stems("engineer to manager");
	expect(found({ topics: ["management"], words })).toEqual(["both", "moved"]);
	expect(found({ topics: [], words: words.toReversed() })).toEqual([
		"both",
		"moved",
	]);
	expect(found({ topics: [], words: ["juggl"] })).toEqual([]);
	expect(found(nothingSought)).toEqual(["both", "moved", "other"]);
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
	canMove,
	introductionStates,
	isOpen,
	type Move,
	moves,
	whoseMove,
} from "../../src/introductions/introduction-moves.ts";

const names = Object.keys(moves) as Move[];

describe("the states of an introduction", () => {
	test("everybody with the move can answer, and the clock ends it", () => {
		for (const state of introductionStates.filter(isOpen)) {
			const mover = whoseMove(state);
			const theirs = names.filter(
				(move) => moves[move].by === mover && canMove(state, move),
			);
			// A yes of a kind and a no.
			expect(theirs.length).toBeGreaterThanOrEqual(2);
			expect(canMove(state, "expire")).toBe(true);
		}
	});

	test("what is over stays so, and is nobody's move", () => {
		for (const state of introductionStates.filter((one) => !isOpen(one))) {
			expect(names.filter((move) => canMove(state, move))).toEqual([]);
			expect(whoseMove(state)).toBeNull();
		}
	});

	test("the third person says yes before there is a yes", () => {
		const toYes = names.filter((move) => moves[move].to === "accepted");
		expect(toYes).toEqual(["accept"]);
		expect(moves.accept).toMatchObject({ by: "third", from: ["named"] });
	});

	test("any moves, in any order, end after two at the most", () => {
		const any = fc.array(fc.constantFrom(...names), { maxLength: 12 });
		fc.assert(
			fc.property(
				fc.constantFrom("offered" as const, "asked" as const),
				any,
				(first, tried) => {
					let state: (typeof introductionStates)[number] = first;
					let made = 0;
					for (const move of tried) {
						if (!canMove(state, move)) continue;
						state = moves[move].to;
						made += 1;
					}
					expect(made).toBeLessThanOrEqual(2);
					expect(isOpen(state) || whoseMove(state) === null).toBe(true);
				},
			),
		);
	});
});

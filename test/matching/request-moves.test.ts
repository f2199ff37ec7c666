import { expect, test } from "@jest/globals";
import {
	askedStates,
	canMove,
	isAsked,
	liveStates,
	type Move,
	moves,
	noStates,
	requestStates,
	whoseMove,
} from "../../src/matching/request-moves.ts";

const all = Object.keys(moves) as Move[];
const from = (state: (typeof requestStates)[number]) =>
	all.filter((move) => canMove(state, move));

test("who may do what, and where", () => {
	expect(from("queued")).toEqual(["withdraw", "withdrawList", "ask", "skip"]);
	expect(from("open")).toEqual([
		"accept",
		"decline",
		"askBack",
		"withdraw",
		"withdrawList",
		"expire",
	]);
	expect(from("asked_back")).toEqual([
		"accept",
		"decline",
		"reply",
		"withdraw",
		"withdrawList",
		"lapse",
	]);
});

test("what is over stays as it is", () => {
	for (const state of requestStates)
		if (!isIn(liveStates, state)) expect(from(state)).toEqual([]);
});

test("every request has an end that needs nobody: the clock's or the list's", () => {
	for (const state of liveStates) {
		const alone = from(state).filter((move) =>
			["clock", "list"].includes(moves[move].by),
		);
		expect(alone.map((move) => moves[move].to)).not.toEqual([]);
	}
	const ends = all.map((move) => moves[move].to);
	for (const state of requestStates)
		if (state !== "queued") expect(ends).toContain(state);
});

test("whoever is asked has the move, and then the one who was asked back", () => {
	expect(requestStates.map((state) => [state, whoseMove(state)])).toEqual([
		["queued", null],
		["open", "mentor"],
		["asked_back", "mentee"],
		["accepted", null],
		["declined", null],
		["expired", null],
		["withdrawn", null],
		["unasked", null],
	]);
	for (const state of requestStates)
		expect(isAsked(state)).toBe(whoseMove(state) !== null);
});

test("a no asks the next choice, and a yes ends the list", () => {
	for (const move of all) {
		if (isIn(noStates, moves[move].to))
			expect(moves[move].list).toBe("asks next");
		if (isIn(askedStates, moves[move].to))
			expect(moves[move].list).toBe("goes on");
	}
	expect(moves.accept.list).toBe("ends");
});

function isIn(states: readonly string[], state: string): boolean {
	return states.includes(state);
}

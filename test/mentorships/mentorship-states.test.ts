import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { features } from "../../src/features.ts";
import {
	canMove,
	isOver,
	isUnderWay,
	type Move,
	mentorshipStates,
	moves,
} from "../../src/mentorships/mentorship-moves.ts";
import { moved, owedBy } from "../../src/mentorships/move.service.ts";
import { turnActs } from "../../src/mentorships/turn-acts.service.ts";
import { dueTurns, nextTurn, turnsOf } from "../../src/mentorships/turns.ts";
import { aMentorship } from "../support/a-mentorship.ts";
import { statesPage } from "../support/state-diagram.ts";

const names = Object.keys(moves) as Move[];
const start = new Date("2026-03-02T12:00:00Z");
const day = 24 * 3_600_000;

test("docs/mentorship-states.md is what the code says", () => {
	const docs = path.join(import.meta.dirname, "../../docs");
	const page = path.join(docs, "mentorship-states.md");
	if (process.env.UPDATE_DOCS) writeFileSync(page, statesPage());
	expect(readFileSync(page, "utf8")).toBe(statesPage());
});

test("every state has an exit, but the two that are over", () => {
	for (const state of mentorshipStates) {
		const exits = names.filter((move) => canMove(state, move));
		expect([state, exits.length > 0]).toEqual([state, !isOver(state)]);
	}
});

test("ended is reachable from exploring, agreeing, active, paused and closing", () => {
	const from = mentorshipStates.filter((state) => canMove(state, "end"));
	expect(from).toEqual([
		"exploring",
		"agreeing",
		"active",
		"paused",
		"closing",
	]);
	expect(mentorshipStates.filter(isUnderWay)).toEqual(from);
});

test("from every state the calendar alone brings it to an end", () => {
	// But an open-ended pause, which is somebody's own decision, and an active
	// one without an end date.
	for (const state of ["exploring", "agreeing", "active", "closing"] as const) {
		let now = start;
		let mentorship = aMentorship({
			state,
			exploringUntil: new Date("2026-03-30T12:00:00Z"),
			endsOn: "2026-09-01",
		});
		for (let turns = 0; turns < 10; turns += 1) {
			const next = nextTurn(mentorship);
			if (!next) break;
			now = next.at;
			mentorship = { ...mentorship, turnedAt: now };
			const move = moveOf[next.does];
			if (move) mentorship = moved(mentorship, { move, now, by: null });
		}
		expect([state, isOver(mentorship.state)]).toEqual([state, true]);
	}
});

const moveOf: Partial<Record<string, Move>> = {
	part: "part",
	giveUpAgreeing: "end",
	close: "close",
	resume: "resume",
	endPause: "end",
	finish: "finish",
};

test("whatever the moves, what they owe is owed once, and only to members", () => {
	const anyMoves = fc.array(
		fc.record({
			move: fc.constantFrom(...names),
			by: fc.constantFrom("p1", "p2", null),
			days: fc.integer({ min: 0, max: 60 }),
		}),
		{ maxLength: 30 },
	);
	fc.assert(
		fc.property(anyMoves, (walk) => {
			let mentorship = aMentorship({ state: "proposed" });
			let now = start;
			const keys = new Set<string>();
			for (const { move, by, days } of walk) {
				if (!canMove(mentorship.state, move)) continue;
				now = new Date(now.getTime() + days * day);
				const from = mentorship.state;
				mentorship = moved(mentorship, { move, now, by });
				expect(mentorship.state).not.toBe(from);
				for (const owed of owedBy(mentorship, { move, by })) {
					expect(keys.has(owed.key)).toBe(false);
					keys.add(owed.key);
					expect(["p1", "p2"]).toContain(
						"personId" in owed.to && owed.to.personId,
					);
				}
				for (const turn of turnsOf(mentorship))
					expect(turn.does in turnActs).toBe(true);
			}
		}),
	);
});

test("what comes back from a pause is what was paused", () => {
	for (const state of ["exploring", "agreeing", "active"] as const) {
		const moving = { now: start, by: "p1" };
		const paused = moved(aMentorship({ state }), { move: "pause", ...moving });
		expect(paused.state).toBe("paused");
		expect(moved(paused, { move: "resume", ...moving }).state).toBe(state);
	}
});

test("a turn that was taken does not come again", () => {
	const exploringUntil = new Date(start.getTime() + 28 * day);
	const before = aMentorship({ exploringUntil });
	const at = new Date(start.getTime() + 24 * day);
	expect(dueTurns(before, at).map(({ does }) => does)).toEqual([
		"remindExploring",
	]);
	expect(dueTurns({ ...before, turnedAt: at }, at)).toEqual([]);
	expect(nextTurn({ ...before, turnedAt: at })?.does).toBe("part");
});

test("every message that a move owes is registered by a feature", () => {
	const kinds = features.flatMap(({ messages }) => Object.keys(messages ?? {}));
	for (const move of names)
		for (const { what } of moves[move].owes)
			expect(kinds).toContain(`mentorships:${what}`);
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
	faultsIn,
	goalForm,
	linesOf,
	mergeSteps,
	nobody,
	usualDate,
} from "../../src/goals/goal-form.ts";
import { aGoal, steps } from "./builders.ts";

const form = (parts: Record<string, unknown> = {}) =>
	goalForm.parse({ text: "Fly", ...parts });

describe("the form", () => {
	test("takes a text alone", () => {
		expect(form()).toEqual({
			text: "Fly",
			measure: null,
			dueOn: null,
			steps: null,
			mentorship: null,
		});
	});

	test("has each text on one line, as it is shown", () => {
		expect(form({ text: "Fly\nhigh\u2028up" }).text).toBe("Fly high up");
		expect(linesOf(" one \n\n two\tand a half \n")).toEqual([
			"one",
			"two and a half",
		]);
	});

	test("shares with nobody, or in one mentorship", () => {
		const id = "01890a5d-ac96-774b-bcce-b302099a8057";
		expect(form({ mentorship: nobody }).mentorship).toBe(null);
		expect(form({ mentorship: id }).mentorship).toBe(id);
		expect(goalForm.safeParse({ text: "Fly", mentorship: "all" }).success).toBe(
			false,
		);
	});

	test("suggests a date three months on, by the owner's calendar", () => {
		const lateEvening = new Date("2026-11-30T23:30:00Z");
		expect(usualDate(lateEvening, "Europe/Lisbon")).toBe("2027-02-28");
		expect(usualDate(lateEvening, "Asia/Kathmandu")).toBe("2027-03-01");
	});
});

describe("what is wrong with it", () => {
	const today = "2026-03-02";
	const faults = (parts: Record<string, unknown>, before = aGoal()) =>
		faultsIn(form(parts), { today, before });

	test("is a date in the past; today and none are fine", () => {
		expect(faults({ dueOn: "2026-03-01" })).toEqual({ dueOn: "past" });
		expect(faults({ dueOn: today })).toEqual({});
		expect(faults({})).toEqual({});
	});

	test("is not a date that has passed since it was chosen", () => {
		const before = aGoal({ dueOn: "2026-02-01" });
		expect(faults({ dueOn: "2026-02-01" }, before)).toEqual({});
		expect(faults({ dueOn: "2026-02-02" }, before)).toEqual({ dueOn: "past" });
	});

	test("is a sixth step, or one that is too long", () => {
		expect(faults({ steps: "1\n2\n3\n4\n5\n\n" })).toEqual({});
		expect(faults({ steps: "1\n2\n3\n4\n5\n6" })).toEqual({
			steps: "tooMany",
		});
		expect(faults({ steps: "a".repeat(101) })).toEqual({ steps: "tooLong" });
	});
});

describe("steps after an edit", () => {
	const before = steps("x one", "two", "x three");
	const edited = (...lines: string[]) =>
		mergeSteps(before, lines).map(
			({ id, text, isDone }) => `${id} ${isDone ? "x " : ""}${text}`,
		);

	test("stay as they were by their name, wherever they stand", () => {
		expect(edited("three", "two", "one")).toEqual([
			"3 x three",
			"2 two",
			"1 x one",
		]);
	});

	test("stay done when they are put into other words", () => {
		expect(edited("one, with care", "two", "three")).toEqual([
			"1 x one, with care",
			"2 two",
			"3 x three",
		]);
	});

	test("are new at the end, and gone when left out", () => {
		expect(edited("one", "three", "two", "four")).toEqual([
			"1 x one",
			"3 x three",
			"2 two",
			"4 four",
		]);
		expect(edited("three")).toEqual(["3 x three"]);
	});

	test("have an id each, and the words as they were typed", () => {
		const names = fc.array(fc.constantFrom("a", "b", "c", "d"), {
			maxLength: 5,
		});
		fc.assert(
			fc.property(names, names, (first, second) => {
				const merged = mergeSteps(mergeSteps([], first), second);
				expect(merged.map(({ text }) => text)).toEqual(second);
				expect(new Set(merged.map(({ id }) => id)).size).toBe(second.length);
			}),
		);
	});
});

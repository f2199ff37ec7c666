import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { newId } from "../../src/db/database.ts";
import { mostOpen } from "../../src/goals/goal.ts";
import {
	doToGoal,
	type OnAllReached,
} from "../../src/goals/goal-acts.service.ts";
import { addGoal, readFormPage } from "../../src/goals/goal-form.service.ts";
import { goalForm } from "../../src/goals/goal-form.ts";
import { readGoalsIn } from "../../src/goals/goals.service.ts";
import { type GoalOffice, openGoalOffice } from "./goal-office.ts";

let office: GoalOffice;
beforeAll(async () => {
	office = await openGoalOffice();
});
afterAll(() => office?.close());

test("at most seven are open, also when added or reopened at once", async () => {
	const { mentee } = await office.pair();
	await office.adds(mentee);
	const first = await office.onlyGoal(mentee);
	await office.does(mentee, first.goalId, { is: "letGo", why: "wind" });
	for (let count = 1; count < mostOpen; count += 1) await office.adds(mentee);
	const results = await Promise.all([
		office.adds(mentee),
		office.adds(mentee),
		office.does(mentee, first.goalId, { is: "reopen" }),
	]);
	expect((await office.own(mentee)).open).toHaveLength(mostOpen);
	const taken = results.filter(
		(result) => result === null || result === "reopened",
	);
	expect(taken).toHaveLength(1);
	expect(await office.adds(mentee)).toEqual({ text: "mostOpen" });
});

test("whoever has left adds none, and keeps those there are", async () => {
	const { mentee } = await office.pair();
	await office.adds(mentee);
	const visit = office.visit(mentee);
	visit.actor.enrollment = { role: "mentee", state: "left", ready: false };
	expect(
		await addGoal(office.deps, visit, goalForm.parse({ text: "Fly" })),
	).toEqual({ text: "left" });
	const { goalId } = await office.onlyGoal(mentee);
	expect(await office.does(mentee, goalId, { is: "reach" })).toBe("reached");
});

test("a repeated request counts once, and undoes nothing that came after", async () => {
	const { mentee } = await office.pair();
	await office.adds(mentee, { steps: "one\ntwo" });
	const { goalId } = await office.onlyGoal(mentee);
	const visit = office.visit(mentee);
	const done = { is: "step", id: 1, isDone: true } as const;
	const first = () => doToGoal(office.deps, visit, goalId, done);
	expect(await first()).toBe("stepDone");
	await office.does(mentee, goalId, { ...done, isDone: false });
	expect(await first()).toBe("already");
	const { steps, touches } = await office.onlyGoal(mentee);
	expect(steps.map(({ isDone }) => isDone)).toEqual([false, false]);
	expect(touches).toBe(2);
	expect(await office.does(mentee, newId(), done)).toBe(null);
});

test("an edit keeps what was done, and is judged like a new goal", async () => {
	const { mentee, mentorshipId, mentor } = await office.pair();
	await office.adds(mentee, { steps: "one\ntwo", dueOn: "2099-01-01" });
	const { goalId } = await office.onlyGoal(mentee);
	await office.does(mentee, goalId, { is: "step", id: 2, isDone: true });
	const saves = (words: Parameters<typeof office.saves>[2]) =>
		office.saves(mentee, goalId, words);
	expect(await saves({ dueOn: "2001-01-01" })).toEqual({
		faults: { dueOn: "past" },
	});
	expect(
		await saves({ text: "Lead it", steps: "two", mentorship: mentorshipId }),
	).toEqual({ did: "saved" });
	expect(await office.onlyGoal(mentee)).toMatchObject({
		text: "Lead it",
		dueOn: null,
		mentorshipId,
		steps: [{ id: 2, text: "two", isDone: true }],
	});
	const [own] = (await office.own(mentee)).open;
	expect(own?.readers.map(({ personId }) => personId)).toEqual([mentor]);
	await office.does(mentee, goalId, { is: "reach" });
	expect(await saves({})).toEqual({ faults: { text: "ended" } });
});

test("what was refused is kept for its goal, sealed, until it is saved", async () => {
	const { mentee } = await office.pair();
	await office.adds(mentee);
	const { goalId } = await office.onlyGoal(mentee);
	const drafts = async () => {
		const visit = office.visit(mentee);
		const pages = await Promise.all(
			[null, goalId].map((id) => readFormPage(office.deps, visit, id)),
		);
		return pages.map(({ draft }) => draft?.text ?? null);
	};
	const tooLate = { dueOn: "2001-01-01" };
	await office.adds(mentee, { ...tooLate, text: "Another" });
	await office.saves(mentee, goalId, { ...tooLate, text: "A better one" });
	expect(await drafts()).toEqual(["Another", "A better one"]);
	await office.saves(mentee, goalId, { text: "A better one" });
	expect(await drafts()).toEqual(["Another", null]);
	await office.adds(mentee, { text: "Another" });
	expect(await drafts()).toEqual([null, null]);
});

test("why a goal was let go is kept for its owner alone, until it is reopened", async () => {
	const { mentee, mentorshipId } = await office.pair();
	await office.adds(mentee, { mentorship: mentorshipId });
	const { goalId } = await office.onlyGoal(mentee);
	await office.does(mentee, goalId, { is: "letGo", why: "The wind" });
	const { ended } = await office.own(mentee);
	expect(ended.map(({ why }) => why)).toEqual(["The wind"]);
	const all = await office.run((trx) =>
		readGoalsIn(office.deps, trx, mentorshipId),
	);
	expect(all).toMatchObject([{ goalId, state: "let_go" }]);
	expect(JSON.stringify(all)).not.toContain("wind");
	await office.does(mentee, goalId, { is: "reopen" });
	await office.does(mentee, goalId, { is: "letGo", why: null });
	expect((await office.own(mentee)).ended[0]?.why).toBe(null);
});

test("when all goals of a mentorship are reached, others can act on it", async () => {
	const { mentee, mentorshipId } = await office.pair();
	const told: string[] = [];
	const hook: OnAllReached = async (_deps, _trx, _visit, id) => {
		told.push(id);
	};
	for (const text of ["One", "Two", "Three"])
		await office.adds(mentee, { text, mentorship: mentorshipId });
	await office.adds(mentee, { text: "Of nobody else" });
	const { open } = await office.own(mentee);
	const [one, two, three] = open
		.filter(({ goal }) => goal.mentorshipId)
		.map(({ goal }) => goal.goalId);
	const alone = open.find(({ goal }) => !goal.mentorshipId)?.goal.goalId;
	if (!one || !two || !three || !alone) throw new Error("There are not four.");
	const reach = (id: string) =>
		office.does(mentee, id, { is: "reach" }, [hook]);
	await reach(one);
	await office.does(mentee, two, { is: "letGo", why: null }, [hook]);
	await reach(alone);
	expect(told).toEqual([]);
	await reach(three);
	await reach(three);
	expect(told).toEqual([mentorshipId]);
});

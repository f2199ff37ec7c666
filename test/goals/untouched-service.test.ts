import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { sql } from "kysely";
import {
	planQuestions,
	readUntouched,
} from "../../src/goals/untouched.service.ts";
import { untouchedKind } from "../../src/goals/untouched.ts";
import { type GoalOffice, openGoalOffice } from "./goal-office.ts";

let office: GoalOffice;
beforeAll(async () => {
	office = await openGoalOffice();
});
afterAll(() => office?.close());

/** When the goal is asked about next, in whole days from now. */
async function daysToQuestion(goalId: string) {
	const { rows } = await office.run((trx) =>
		sql<{ at: Date }>`select next_at as at from schedule
			where kind = ${untouchedKind} and subject_id = ${goalId}`.execute(trx),
	);
	const [row] = rows;
	const ms = row && row.at.getTime() - office.deps.now().getTime();
	return ms === undefined ? null : Math.round(ms / 86_400_000);
}

test("every touch moves the question, and an end takes it away", async () => {
	const { mentee } = await office.pair();
	await office.adds(mentee, { steps: "one" });
	const { goalId } = await office.onlyGoal(mentee);
	const inAMonth = await daysToQuestion(goalId);
	expect(inAMonth).toBeGreaterThanOrEqual(28);
	expect(inAMonth).toBeLessThanOrEqual(31);
	const sooner = () =>
		office.run((trx) =>
			sql`update schedule set next_at = now() where kind = ${untouchedKind}`.execute(
				trx,
			),
		);
	for (const act of [
		{ is: "step", id: 1, isDone: true },
		{ is: "stillOn" },
	] as const) {
		await sooner();
		await office.does(mentee, goalId, act);
		expect(await daysToQuestion(goalId)).toBe(inAMonth);
	}
	await office.does(mentee, goalId, { is: "reach" });
	expect(await daysToQuestion(goalId)).toBe(null);
	await office.does(mentee, goalId, { is: "reopen" });
	expect(await daysToQuestion(goalId)).toBe(inAMonth);
});

test("asked less often, it is asked about after three months", async () => {
	const { mentee, mentorshipId } = await office.pair();
	await office.adds(mentee, { mentorship: mentorshipId });
	const { goalId } = await office.onlyGoal(mentee);
	await office.does(mentee, goalId, { is: "askLess" });
	const owedIn = async (days: number) => {
		const later = new Date(office.deps.now().getTime() + days * 86_400_000);
		return (await office.run((trx) => planQuestions(trx, [goalId], later))).owed
			.length;
	};
	expect(await owedIn(80)).toBe(0);
	expect(await owedIn(95)).toBe(1);
});

test("nothing is asked about a mentorship that is paused or stopped", async () => {
	const { mentor, mentee, mentorshipId } = await office.pair();
	await office.adds(mentee, { mentorship: mentorshipId });
	const { goalId } = await office.onlyGoal(mentee);
	const later = new Date(office.deps.now().getTime() + 40 * 86_400_000);
	const owed = async () =>
		(await office.run((trx) => planQuestions(trx, [goalId], later))).owed;
	const rendered = () =>
		office.run((trx) => readUntouched(office.deps, trx, goalId, later));
	expect(await owed()).toMatchObject([{ to: { personId: mentee } }]);
	expect(await rendered()).not.toBe(null);

	await office.becomes(mentorshipId, "paused");
	expect(await owed()).toEqual([]);
	await office.becomes(mentorshipId, "active");
	const stops = (at: Date | null) =>
		office.run((trx) =>
			sql`update mentorship_member set stopped_at = ${at}
				where person_id = ${mentor}`.execute(trx),
		);
	await stops(later);
	expect(await owed()).toEqual([]);
	expect(await rendered()).toBe(null);
	await stops(null);
	expect(await owed()).toHaveLength(1);
	// Touched between being owed and being sent.
	await office.run((trx) =>
		sql`update goal set touched_at = ${later}
			where goal_id = ${goalId}`.execute(trx),
	);
	expect(await rendered()).toBe(null);
});

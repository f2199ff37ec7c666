import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { sql } from "kysely";
import { newId } from "../../src/db/database.ts";
import { upsertHomeOpened } from "../../src/delivery/home.queries.ts";
import { readGoalsIn } from "../../src/goals/goals.service.ts";
import { readShared, readSharedGoal } from "../../src/goals/shared.service.ts";
import { listStillness } from "../../src/goals/untouched.queries.ts";
import { type GoalOffice, openGoalOffice } from "./goal-office.ts";

let office: GoalOffice;
beforeAll(async () => {
	office = await openGoalOffice();
});
afterAll(() => office?.close());

const shared = (personId: string) =>
	readShared(office.deps, office.visit(personId));

async function relationTo(goalId: string, personId: string) {
	const { rows } = await office.run((trx) =>
		sql<{ relation: string | null }>`select relation from relation_to_goal(
			${office.workspaceId}, ${goalId}, ${personId})`.execute(trx),
	);
	return rows[0]?.relation ?? null;
}

test("a goal is its owner's, its mentor's to read, and nobody else's", async () => {
	const { mentor, mentee, mentorshipId } = await office.pair();
	const manager = await office.joined();
	await office.adds(mentee, { mentorship: mentorshipId });
	const { goalId } = await office.onlyGoal(mentee);
	expect(await relationTo(goalId, mentee)).toBe("owner");
	expect(await relationTo(goalId, mentor)).toBe("mentor");
	expect(await relationTo(goalId, manager)).toBe(null);
	expect(await relationTo(newId(), mentee)).toBe(null);
	expect(await shared(mentor)).toMatchObject([
		{ mentorshipId, owner: { personId: mentee }, open: [{ goalId }] },
	]);
	expect(await shared(mentee)).toEqual([]);
	expect(await shared(manager)).toEqual([]);

	for (const state of ["proposed", "completed", "ended"]) {
		await office.becomes(mentorshipId, state);
		expect([state, await relationTo(goalId, mentor)]).toEqual([state, null]);
		expect(await shared(mentor)).toEqual([]);
		expect(
			await readSharedGoal(office.deps, office.visit(mentor), goalId),
		).toBe(null);
		expect((await office.own(mentee)).open[0]?.readers).toEqual([]);
	}
});

test("whoever leaves a group takes their goals along, and reads nobody else's", async () => {
	const { mentor, mentee, mentorshipId } = await office.pair();
	await office.adds(mentee, { mentorship: mentorshipId });
	const { goalId } = await office.onlyGoal(mentee);
	const leaves = (personId: string, isGone: boolean) =>
		office.run((trx) =>
			sql`update mentorship_member set left_at = ${isGone ? new Date() : null}
				where mentorship_id = ${mentorshipId}
					and person_id = ${personId}`.execute(trx),
		);
	const page = () => readSharedGoal(office.deps, office.visit(mentor), goalId);
	const agreed = () =>
		office.run((trx) => readGoalsIn(office.deps, trx, mentorshipId));
	for (const one of [mentee, mentor]) {
		await leaves(one, true);
		expect(await shared(mentor)).toEqual([]);
		expect(await page()).toBe(null);
		expect(await agreed()).toHaveLength(one === mentee ? 0 : 1);
		await leaves(one, false);
		expect(await shared(mentor)).toHaveLength(1);
		expect(await page()).toMatchObject({ goalId });
	}
	const isHeld = async () => {
		const [goal] = await office.run((trx) => listStillness(trx, [goalId]));
		return goal?.isHeld;
	};
	await office.run((trx) =>
		sql`update mentorship_member set stopped_at = now()
			where mentorship_id = ${mentorshipId}
				and person_id = ${mentor}`.execute(trx),
	);
	expect(await isHeld()).toBe(true);
	await leaves(mentor, true);
	expect(await isHeld()).toBe(false);
	await leaves(mentor, false);
	let isTold = false;
	const told = async () => {
		isTold = true;
	};
	await leaves(mentee, true);
	await office.does(mentee, goalId, { is: "reach" }, [told]);
	expect(isTold).toBe(false);
});

test("each change has the Homes of owner and mentor drawn again", async () => {
	const { mentor, mentee, mentorshipId } = await office.pair();
	const changed = () =>
		office.run(async (trx) => {
			const { rows } = await sql<{ id: string }>`select person_id as id
				from home_tab where changed_at is not null
					and person_id in (${mentor}, ${mentee})`.execute(trx);
			for (const one of [mentor, mentee]) await upsertHomeOpened(trx, one);
			return rows.map(({ id }) => id).sort();
		});
	const both = [mentor, mentee].sort();
	await changed();
	await office.adds(mentee, { mentorship: mentorshipId });
	expect(await changed()).toEqual(both);
	const { goalId } = await office.onlyGoal(mentee);
	await office.does(mentee, goalId, { is: "quarters", quarters: 1 });
	expect(await changed()).toEqual(both);
	await office.saves(mentee, goalId);
	expect(await changed()).toEqual(both);
	await office.does(mentee, goalId, { is: "reach" });
	expect(await changed()).toEqual([mentee]);
});

test("fellow mentees of a group see nothing, peers see each other's", async () => {
	const { mentor, mentee, mentorshipId } = await office.pair();
	const other = await office.joined();
	const joins = (role: string) =>
		office.run((trx) =>
			sql`insert into mentorship_member
				(workspace_id, mentorship_id, person_id, role)
				values (${office.workspaceId}, ${mentorshipId}, ${other}, ${role})
				on conflict (workspace_id, mentorship_id, person_id)
				do update set role = ${role}`.execute(trx),
		);
	await office.adds(mentee, { mentorship: mentorshipId });
	const { goalId } = await office.onlyGoal(mentee);
	await joins("mentee");
	expect(await relationTo(goalId, other)).toBe(null);
	expect(await shared(other)).toEqual([]);
	await joins("peer");
	expect(await relationTo(goalId, other)).toBe("peer");
	expect(await shared(other)).toHaveLength(1);
	const readers = (await office.own(mentee)).open[0]?.readers ?? [];
	expect(readers.map(({ personId }) => personId).sort()).toEqual(
		[mentor, other].sort(),
	);
});

test("a goal cannot be shared where its owner mentors, or is not a member", async () => {
	const { mentor, mentee, mentorshipId } = await office.pair();
	const elsewhere = await office.pair();
	const over = { mentorship: "over" };
	expect(await office.adds(mentor, { mentorship: mentorshipId })).toEqual(over);
	expect(
		await office.adds(mentee, { mentorship: elsewhere.mentorshipId }),
	).toEqual(over);
	expect(await office.adds(mentee, { mentorship: newId() })).toEqual(over);
	expect((await office.own(mentee)).open).toEqual([]);
});

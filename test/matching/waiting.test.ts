import {
	afterAll,
	beforeAll,
	beforeEach,
	describe,
	expect,
	test,
} from "@jest/globals";
import {
	endWaitingOf,
	pass,
	readWaitingCount,
	wait,
} from "../../src/matching/waiting.service.ts";
import {
	tendWaitingOf,
	waitingGoneKind,
	waitingGoneSchedule,
} from "../../src/matching/waiting-gone.service.ts";
import { readWaits } from "../../src/matching/waiting-home.service.ts";
import { type Ledger, openLedger } from "../support/ledger.ts";
import { openRoom, type Room } from "../support/waiting-room.ts";

let ledger: Ledger;
let room: Room;
beforeAll(async () => {
	ledger = await openLedger();
});
afterAll(() => ledger.drop());
// Ana is 0, Ben 1, Chen 2, all looking; 3 to 5 are there to mentor.
beforeEach(async () => {
	await ledger.query("delete from schedule");
	room = await openRoom(ledger, 6);
	for (const mentee of [0, 1, 2]) await room.joins(mentee, "mentee", "Testing");
});

describe("the waiting ends", () => {
	test("with a yes to what it was for, which only Home says", async () => {
		await room.joins(3, "mentor", "Testing");
		await room.sets(3, "capacity = 3");
		for (const query of ["testing", "writing", ""]) await room.waits(0, query);
		await room.begins(0, 3);
		await room.look();
		expect(await room.states(0)).toEqual(["matched", "waiting", "matched"]);
		expect(await room.told()).toEqual([]);
		const { matched, waiting } = await readWaits(
			room.deps,
			await room.visit(0),
		);
		expect(matched.map(({ query }) => query)).toEqual(["testing", ""]);
		expect(waiting.map(({ query }) => query)).toEqual(["writing"]);
	});

	test("when they are gone from Slack for thirty days; back before, they keep their place", async () => {
		const now = new Date();
		const inDays = (days: number) =>
			new Date(now.getTime() + days * 24 * 3_600_000);
		const personId = room.person(0);
		const { deps } = room;
		await room.waits(0);
		const is = async (what: "gone" | "back", standing: string) => {
			await ledger.query(
				"update person set standing = $2 where person_id = $1",
				[personId, standing],
			);
			await room.within((trx) =>
				tendWaitingOf({ deps, trx, personId, is: what, now }),
			);
		};
		const dueAt = async () => {
			const rows = await ledger.query<{ at: Date }>(
				"select next_at as at from schedule where kind = $1",
				[waitingGoneKind],
			);
			return rows.map(({ at }) => at);
		};
		const comes = () =>
			room.within((trx) =>
				waitingGoneSchedule.plan({
					...{ deps, trx, now: inDays(30) },
					due: [{ subjectId: personId, dueAt: inDays(30) }],
				}),
			);
		await is("gone", "deactivated");
		expect(await dueAt()).toEqual([inDays(30)]);
		await is("back", "member");
		expect(await dueAt()).toEqual([]);
		await comes();
		expect(await room.states(0)).toEqual(["waiting"]);
		await is("gone", "deactivated");
		await comes();
		expect(await room.states(0)).toEqual(["left"]);
	});

	test("with leaving; a pause only holds it", async () => {
		await room.waits(0);
		const [{ since } = { since: null }] = await ledger.query<{ since: Date }>(
			"select since from waiting where person_id = $1",
			[room.person(0)],
		);
		await room.sets(0, "state = 'paused'");
		await room.joins(3, "mentor", "Testing");
		await room.look();
		expect(await room.told()).toEqual([]);
		expect(
			(await readWaits(room.deps, await room.visit(0))).waiting,
		).toMatchObject([{ held: true, since }]);
		await room.sets(0, "state = 'open'");
		await room.look();
		expect(await room.told()).toEqual(["0 of 3"]);

		const { actor, programId, now } = await room.visit(0);
		const leaver = { personId: actor.personId, programId, now };
		await room.within((trx) => endWaitingOf(room.deps, trx, leaver));
		expect(await room.states(0)).toEqual(["left"]);
		expect(await room.suggestionOf(0)).toBe("");
	});

	test("and nobody is looked for when nobody waits", async () => {
		await room.waits(0);
		await room.waits(0, "writing");
		await room.waits(1);
		const count = () =>
			room.within((trx) => readWaitingCount(trx, room.programId));
		expect(await count()).toBe(2);
		await room.stops(1);
		expect(await count()).toBe(1);
		await ledger.query("update waiting set state = 'stopped'");
		await room.look();
		expect(await ledger.query("select from schedule")).toEqual([]);
	});
});

describe("beginning to wait", () => {
	test("the same search waits once, three are the most", async () => {
		expect(await room.waits(0, "testing")).toMatchObject({ outcome: "begun" });
		expect(await room.waits(0, "Quality  Assurance")).toMatchObject({
			outcome: "already",
		});
		expect(await room.waits(0, "???")).toMatchObject({
			outcome: "begun",
			query: "",
		});
		const [one, other] = await Promise.all([
			room.waits(0, "writing"),
			room.waits(0, "sales"),
		]);
		expect([one.outcome, other.outcome].sort()).toEqual(["begun", "most"]);
		expect(await room.states(0)).toHaveLength(3);
	});

	test("a repeated tap after stopping changes nothing", async () => {
		const visit = await room.visit(0);
		await wait(room.deps, visit, "testing");
		await room.stops(0);
		await wait(room.deps, visit, "testing");
		expect(await room.states(0)).toEqual(["stopped"]);
	});

	test("taps that Slack repeats count once", async () => {
		await room.waits(0);
		await room.joins(3, "mentor", "Testing");
		await room.look();
		const { deps } = room;
		const visit = await room.visit(0);
		const suggestion = await room.suggestionOf(0);
		expect(await pass(deps, visit, suggestion)).toMatchObject({ passed: true });
		const rows = () =>
			ledger.query("select next_at, s.state from schedule, suggestion s");
		const before = await rows();
		const again = await Promise.all([
			pass(deps, { ...visit, now: new Date(0) }, suggestion),
			pass(deps, { ...visit, now: new Date(0) }, suggestion),
		]);
		expect(again).toMatchObject([{ passed: false }, { passed: false }]);
		expect(await rows()).toEqual(before);
	});

	test("who was in the list already is no news", async () => {
		await room.joins(3, "mentor", "Testing");
		await room.waits(0);
		await room.look();
		expect(await room.told()).toEqual([]);
		await room.joins(4, "mentor", "Testing");
		await room.look();
		expect(await room.told()).toEqual(["0 of 4"]);
	});
});

import {
	afterAll,
	beforeAll,
	beforeEach,
	describe,
	expect,
	test,
} from "@jest/globals";
import { suggestionsFeature } from "../../src/matching/waiting.feature.ts";
import { fillSeats } from "../../src/matching/waiting-fill.service.ts";
import { readWaits } from "../../src/matching/waiting-home.service.ts";
import { textFor } from "../../src/slack/text.ts";
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

const run = (sql: string, ...values: unknown[]) => ledger.query(sql, values);

describe("a seat opens", () => {
	test("whoever has waited longest is told first, then the next", async () => {
		await room.waits(0);
		await room.waits(1);
		await room.look();
		expect(await room.told()).toEqual([]);

		await room.joins(3, "mentor", "Testing");
		await room.look();
		await room.look();
		expect(await room.told()).toEqual(["0 of 3"]);

		expect(await room.passes(0)).toMatchObject({ passed: true });
		await room.look();
		expect(await room.told()).toEqual(["0 of 3", "1 of 3"]);
		await room.passes(1);
		await room.look();
		// Nobody is told of the same mentor again; the seat stays in find.
		expect(await room.told()).toHaveLength(2);
		expect(room.logged).toEqual([]);
	});

	test("only to whom it is about, and as many as there are seats", async () => {
		await room.waits(0, "writing");
		await room.waits(1);
		await room.waits(2, "");
		await room.joins(3, "mentor", "Testing");
		await room.sets(3, "capacity = 2");
		await room.look();
		expect(await room.told()).toEqual(["1 of 3", "2 of 3"]);
	});

	test("by a mentor who comes back, or has an answer given", async () => {
		await room.joins(3, "mentor", "Testing");
		await room.joins(4, "mentor", "Testing");
		await room.sets(3, "state = 'paused'");
		await room.asks(1, 4);
		await room.asks(2, 4);
		await room.asks(5, 4);
		await room.waits(0);
		await room.look();
		expect(await room.told()).toEqual([]);
		await room.sets(3, "state = 'open'");
		await room.look();
		expect(await room.told()).toEqual(["0 of 3"]);
		await room.passes(0);
		await run(
			"update request set state = 'declined', answered_at = now() where mentor_id = $1",
			room.person(4),
		);
		await room.look();
		expect(await room.told()).toEqual(["0 of 3", "0 of 4"]);
	});

	test("two replicas look at once: one is told, once", async () => {
		await room.waits(0);
		await room.waits(1);
		await room.joins(3, "mentor", "Testing");
		await Promise.all([room.look(), room.look(), room.look()]);
		expect(await room.told()).toEqual(["0 of 3"]);
	});

	test("in a look too short for all, the next one goes on behind them", async () => {
		await room.waits(0, "writing");
		await room.waits(1, "sales");
		await room.waits(2);
		await room.joins(3, "mentor", "Testing");
		const { deps, programId } = room;
		const lookBriefly = () =>
			room.within(async (trx) => {
				const now = deps.now();
				return fillSeats({ deps, trx, programId, now }, -1);
			});
		for (const owed of [0, 0, 1]) {
			const filled = await lookBriefly();
			expect(filled).toMatchObject({ isDone: false });
			expect(filled?.owed).toHaveLength(owed);
		}
		// The end was reached: from the longest waiting on, again.
		expect(await lookBriefly()).toMatchObject({ owed: [], isDone: true });
		await room.joins(4, "mentor", "Sales");
		expect((await lookBriefly())?.owed).toEqual([]);
		expect((await lookBriefly())?.owed).toMatchObject([
			{ to: { personId: room.person(1) } },
		]);
	});

	test("never between people who exclude each other", async () => {
		await room.waits(0);
		await room.waits(1);
		await room.joins(3, "mentor", "Testing");
		await run(
			"insert into exclusion values ($1, $2, $3)",
			room.workspaceId,
			room.person(3),
			room.person(0),
		);
		await room.look();
		expect(await room.told()).toEqual(["1 of 3"]);
	});
});

describe("a suggestion", () => {
	beforeEach(async () => {
		await room.waits(0);
		await room.waits(1);
		await room.joins(3, "mentor", "Testing");
		await room.look();
	});

	test("is kept for two working days, then the next one is told", async () => {
		const [row] = await ledger.query<{ days: number }>(
			`select extract(epoch from reserved_until - suggested_at) / 86400 as days
			from suggestion where state = 'open' and workspace_id = $1`,
			[room.workspaceId],
		);
		// Two to five days: the weekend may come between.
		expect(Number(row?.days)).toBeGreaterThanOrEqual(2);
		expect(Number(row?.days)).toBeLessThanOrEqual(5);
		await run("update suggestion set reserved_until = now()");
		await room.look();
		expect(await room.told()).toEqual(["0 of 3", "1 of 3"]);
		expect(await room.states(0)).toEqual(["waiting"]);
	});

	test("of the same mentor comes again after 90 days at the soonest", async () => {
		await room.passes(0);
		await room.stops(1);
		for (const [days, times] of [
			[89, 1],
			[91, 2],
		]) {
			await run(
				"update suggestion set suggested_at = now() - make_interval(days => $1)",
				days,
			);
			await room.look();
			expect(await room.told()).toHaveLength(times ?? 0);
		}
	});

	test("is over when the mentor has no room any more, and says nothing", async () => {
		await room.sets(3, "state = 'paused'");
		expect(await written(0)).toBeNull();
		await room.look();
		expect(await room.suggestionOf(0)).toBe("");
		expect(await room.told()).toEqual(["0 of 3"]);
	});

	test("waits for the answer to a request, and goes on after a no", async () => {
		await room.sets(3, "capacity = 2");
		await room.asks(0, 3);
		const asked = await readWaits(room.deps, await room.visit(0));
		expect(asked.waiting).toMatchObject([{ suggestion: { is: "asked" } }]);
		await room.look();
		expect(await room.told()).toEqual(["0 of 3", "1 of 3"]);

		await room.joins(4, "mentor", "Testing");
		await room.look();
		expect(await room.told()).toHaveLength(2);
		await run(
			"update request set state = 'expired', answered_at = now() where mentee_id = $1",
			room.person(0),
		);
		await room.look();
		expect(await room.told()).toEqual(["0 of 3", "1 of 3", "0 of 4"]);
	});

	test("is written with its reasons, and its notification tells no search", async () => {
		const message = await written(0);
		expect(JSON.stringify(message)).toContain("works with Testing");
		expect(message?.text.mrkdwn).not.toContain("testing");
	});
});

/** The message of someone's open suggestion, as it would be sent now. */
async function written(number: number) {
	const subjectId = await room.suggestionOf(number);
	return room.within(async (trx) =>
		suggestionsFeature.messages?.["matching:suggestion"]?.render({
			trx,
			deps: room.deps,
			subjectId,
			personId: room.person(number),
			text: textFor("en"),
			now: room.deps.now(),
		}),
	);
}

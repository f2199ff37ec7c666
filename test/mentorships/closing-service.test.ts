import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { insertOwed } from "../../src/delivery/owe.queries.ts";
import {
	close,
	endEarly,
	endNow,
} from "../../src/mentorships/close.service.ts";
import type { Ending } from "../../src/mentorships/closing.ts";
import {
	choose,
	saveLookBack,
} from "../../src/mentorships/look-back.service.ts";
import type { LookBackForm } from "../../src/mentorships/look-back.ts";
import { lockMentorship } from "../../src/mentorships/read-mentorships.queries.ts";
import { settle } from "../../src/mentorships/settle.service.ts";
import { type Ledger, openLedger } from "../support/ledger.ts";
import { openRoom, type Room } from "../support/waiting-room.ts";

const now = new Date("2026-03-02T12:00:00Z");
const blank: LookBackForm = {
	helped: [],
	helpedWords: null,
	learned: null,
	ownWords: null,
	thanks: null,
	quote: null,
};

let ledger: Ledger;
let room: Room;
let mentorshipId: string;
beforeAll(async () => {
	ledger = await openLedger();
});
afterAll(() => ledger.drop());
// 0 is mentored by 3; 1 and 2 wait, 1 for longer.
beforeEach(async () => {
	await ledger.query("delete from schedule");
	room = await openRoom(ledger, 4);
	for (const mentee of [0, 1, 2]) await room.joins(mentee, "mentee", "Testing");
	await room.joins(3, "mentor", "Testing");
	await room.begins(0, 3);
	const rows = await ledger.query<{ id: string }>(
		`update mentorship set state = 'closing', changes = 4
			where workspace_id = $1 returning mentorship_id as id`,
		[room.workspaceId],
	);
	mentorshipId = rows[0]?.id ?? "";
	await room.waits(1);
	await room.waits(2);
	await room.look();
});

const held = async () => {
	const [row] = await ledger.query<Record<string, unknown>>(
		"select state, ended_as from mentorship where mentorship_id = $1",
		[mentorshipId],
	);
	return row;
};
/** Everything that is owed about it, and to whom by number. */
const owed = async () => {
	const rows = await ledger.query<{ kind: string; person: string }>(
		`select kind, person_id as person from owed
			where workspace_id = $1 and kind like 'mentorships:%'`,
		[room.workspaceId],
	);
	const people = [0, 1, 2, 3].map(room.person);
	return rows
		.map(({ kind, person }) => `${kind} to ${people.indexOf(person)}`)
		.sort();
};
const chooses = async (person: number, ending: Ending) =>
	choose(room.deps, await room.visit(person), mentorshipId, ending);

test("a completed mentorship frees its seat, for whoever has waited longest", async () => {
	expect(await room.told()).toEqual([]);
	await chooses(0, "finished");
	await room.look();
	expect(await room.told()).toEqual([]);
	await chooses(3, "informal");
	expect(await held()).toEqual({ state: "completed", ended_as: "finished" });
	await room.look();
	expect(await room.told()).toEqual(["1 of 3"]);
});

test("so does one that ends early, and its reason is only a number", async () => {
	const visit = await room.visit(0);
	await endNow(room.deps, visit, mentorshipId, "time");
	// The same request once more, and another one that comes too late.
	await endNow(room.deps, visit, mentorshipId, "time");
	await endNow(room.deps, await room.visit(3), mentorshipId, "fit");
	expect(await held()).toEqual({ state: "ended", ended_as: "early" });
	await room.look();
	expect(await room.told()).toEqual(["1 of 3"]);
	expect(await owed()).toEqual(["mentorships:ended to 3"]);
	expect(
		await ledger.query(
			"select reason, times from ending_reason where workspace_id = $1",
			[room.workspaceId],
		),
	).toEqual([{ reason: "time", times: 1 }]);
});

test("paused from exploring or agreeing it does not close, and still ends", async () => {
	const isPaused = (from: string) =>
		ledger.query(
			`update mentorship set state = 'paused', paused_from = $2
				where mentorship_id = $1`,
			[mentorshipId, from],
		);
	for (const from of ["exploring", "agreeing"]) {
		await isPaused(from);
		const closed = await close(room.deps, await room.visit(0), mentorshipId);
		expect(closed).toMatchObject({ is: "done", did: false });
		expect(await held()).toEqual({ state: "paused", ended_as: null });
		expect(await owed()).toEqual([]);
	}
	await endNow(room.deps, await room.visit(0), mentorshipId, null);
	expect(await held()).toEqual({ state: "ended", ended_as: "early" });
});

test.each([
	["informal", "finished"],
	["renew", "informal"],
] as const)(
	"%s and %s: what is owed is the same, whoever chose which",
	async (one, other) => {
		const stories: string[][] = [];
		for (const [mentee, mentor] of [
			[one, other],
			[other, one],
		] as const) {
			await ledger.query("delete from owed where workspace_id = $1", [
				room.workspaceId,
			]);
			await ledger.query("delete from look_back where workspace_id = $1", [
				room.workspaceId,
			]);
			await ledger.query(
				`update mentorship set state = 'closing', ended_as = null
				where mentorship_id = $1`,
				[mentorshipId],
			);
			await chooses(0, mentee);
			await chooses(3, mentor);
			stories.push([...(await owed()), JSON.stringify(await held())]);
		}
		expect(stories[0]).toEqual(stories[1]);
		expect(stories[0]).toContain("mentorships:completed to 0");
	},
);

test("one may change one's mind until all have chosen, and a repeated request changes nothing", async () => {
	const first = await room.visit(0);
	await choose(room.deps, first, mentorshipId, "renew");
	await chooses(0, "informal");
	await choose(room.deps, first, mentorshipId, "renew");
	await chooses(3, "renew");
	expect(await held()).toEqual({ state: "completed", ended_as: "informal" });
	const late = await chooses(0, "renew");
	expect(late).toMatchObject({ isOpen: false });
});

test("all who choose at once are counted, and it moves once", async () => {
	await Promise.all([chooses(0, "renew"), chooses(3, "renew")]);
	expect(await held()).toEqual({ state: "agreeing", ended_as: null });
	expect(await owed()).toEqual([
		"mentorships:agree to 0",
		"mentorships:agree to 3",
	]);
});

test("a thank-you arrives when it closes, however it closes, and not before", async () => {
	const thanks = { ...blank, thanks: "You stayed calm" };
	await saveLookBack(room.deps, await room.visit(0), mentorshipId, thanks);
	expect(await owed()).toEqual([]);
	await room.within(async (trx) => {
		const mentorship = await lockMentorship(trx, mentorshipId);
		if (!mentorship) throw new Error("There is none.");
		const left = { now, by: room.person(0), endedAs: "left" } as const;
		const ended = await endEarly(trx, mentorship, left);
		await insertOwed(trx, ended.owed);
	});
	expect(await held()).toEqual({ state: "ended", ended_as: "left" });
	expect(await owed()).toEqual([
		"mentorships:ended to 3",
		"mentorships:thank-you to 3",
	]);
});

test("at the end of the time to choose it is finished, with a story for each", async () => {
	await chooses(0, "renew");
	await room.within(async (trx) => {
		const mentorship = await lockMentorship(trx, mentorshipId);
		if (!mentorship) throw new Error("There is none.");
		const settled = await settle(trx, mentorship, { now, by: null });
		await insertOwed(trx, settled.owed);
	});
	expect(await held()).toEqual({ state: "completed", ended_as: "finished" });
	expect(await owed()).toEqual([
		"mentorships:completed to 0",
		"mentorships:completed to 3",
		"mentorships:story to 0",
		"mentorships:story to 3",
	]);
});

test.each(["expertise", "sponsor", "reverse"])(
	"%s closes as any other does",
	async (kind) => {
		await ledger.query(
			"update mentorship set kind = $2 where mentorship_id = $1",
			[mentorshipId, kind],
		);
		await chooses(3, "informal");
		await chooses(0, "informal");
		expect(await held()).toEqual({ state: "completed", ended_as: "informal" });
		expect(await owed()).toHaveLength(4);
	},
);

test("what is written is sealed, each part for its own readers", async () => {
	const words = { ...blank, learned: "To ask", thanks: "You stayed calm" };
	const form = { ...words, helped: ["stories" as const] };
	await saveLookBack(room.deps, await room.visit(0), mentorshipId, form);
	const [row] = await ledger.query<Record<string, Buffer | string[]>>(
		"select helped, words, thanks from look_back where mentorship_id = $1",
		[mentorshipId],
	);
	expect(row?.helped).toEqual(["stories"]);
	for (const sealed of [row?.words, row?.thanks])
		expect(String(sealed)).not.toMatch(/To ask|calm/);
});

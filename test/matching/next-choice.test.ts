import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { holdParts } from "../../src/enrollment/availability.service.ts";
import { pause } from "../../src/enrollment/enrollment.service.ts";
import { accept, decline } from "../../src/matching/answer.service.ts";
import type { Ask } from "../../src/matching/ask.ts";
import { openList } from "../../src/matching/request-lists.service.ts";
import { listRequestsIn } from "../../src/matching/requests.queries.ts";
import { withdraw } from "../../src/matching/withdraw.service.ts";
import { type Office, openOffice } from "../support/office.ts";

let office: Office;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());

const ask: Ask = {
	ask: "Look at my plan",
	goal: null,
	duration: "one_talk",
	why: null,
	offer: null,
	recommendedBy: null,
	notMyManager: true,
	ready: true,
};

/** A list to so many mentors, the first of them asked. */
async function listTo(count: number) {
	const { deps, programId, run } = office;
	const menteeId = await office.joined();
	const mentors: string[] = [];
	for (let made = 0; made < count; made++)
		mentors.push(await office.joined({ role: "mentor" }));
	const first = await run(async (trx) => {
		const people = [menteeId, ...mentors];
		await holdParts(
			trx,
			people.map((personId) => ({ programId, personId })),
		);
		return openList(deps, trx, {
			programId,
			menteeId,
			asks: mentors.map((mentorId) => ({ mentorId, kind: "one_to_one", ask })),
			now: deps.now(),
		});
	});
	if (!first) throw new Error("The list was not opened.");
	const rows = () => run((trx) => listRequestsIn(trx, [first.listId]));
	return {
		menteeId,
		mentors,
		rows,
		states: async () => (await rows()).map(({ state }) => state),
		idOf: async (index: number) => (await rows())[index]?.requestId ?? "",
	};
}

test("whoever cannot be asked any more is passed over in silence", async () => {
	const list = await listTo(4);
	const [first = "", second = ""] = list.mentors;
	await pause(office.deps, office.visit(second));
	await decline(office.deps, office.visit(first), await list.idOf(0));
	expect(await list.states()).toEqual([
		"declined",
		"unasked",
		"open",
		"queued",
	]);
	const rows = await list.rows();
	expect(rows.map(({ closesAt }) => closesAt !== null)).toEqual([
		true,
		false,
		true,
		false,
	]);
});

test("nobody is asked for someone who is on a pause", async () => {
	const list = await listTo(3);
	await pause(office.deps, office.visit(list.menteeId));
	const [first = ""] = list.mentors;
	await decline(office.deps, office.visit(first), await list.idOf(0));
	expect(await list.states()).toEqual(["declined", "unasked", "unasked"]);
});

test("a yes leaves the others unasked; a next choice taken off was never asked", async () => {
	const list = await listTo(3);
	const [first = ""] = list.mentors;
	const mentee = office.visit(list.menteeId);
	const off = await withdraw(office.deps, mentee, await list.idOf(1));
	expect(off?.outcome).toBe("takenOff");
	expect(await list.states()).toEqual(["open", "withdrawn", "queued"]);
	await accept(office.deps, office.visit(first), await list.idOf(0));
	expect(await list.states()).toEqual(["accepted", "withdrawn", "unasked"]);
});

test("accepting joins whoever has not, with the usual seat", async () => {
	const { deps, programId, run } = office;
	const colleague = await office.person();
	const requests = [];
	for (let made = 0; made < 2; made++) {
		const menteeId = await office.joined();
		const opened = await run((trx) =>
			openList(deps, trx, {
				programId,
				menteeId,
				asks: [{ mentorId: colleague, kind: "one_to_one", ask }],
				now: deps.now(),
			}),
		);
		requests.push(opened?.requestId ?? "");
	}
	const answers = await Promise.all(
		requests.map((id) => accept(deps, office.visit(colleague), id)),
	);
	expect(answers.map((one) => one?.outcome).sort()).toEqual([
		"accepted",
		"full",
	]);
});

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { accept } from "../../src/matching/answer.service.ts";
import { askBack, reply } from "../../src/matching/ask-back.service.ts";
import { openList } from "../../src/matching/request-lists.service.ts";
import { findRequest } from "../../src/matching/requests.queries.ts";
import { type Office, openOffice } from "../support/office.ts";
import { strike } from "../support/strike.ts";

let office: Office;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());

/** A Monday morning in Lisbon, where everyone here is. */
const monday = new Date("2026-03-02T10:00:00Z");
const on = (date: string) => new Date(`${date}T10:00:00Z`);

async function asked() {
	const { deps, programId, run } = office;
	const menteeId = await office.joined();
	const mentorId = await office.joined({ role: "mentor" });
	const ask = {
		ask: "Look at my plan",
		goal: null,
		duration: "one_talk" as const,
		why: null,
		offer: null,
		recommendedBy: null,
		notMyManager: true,
		ready: true,
	};
	const asks = [{ mentorId, kind: "one_to_one", ask }];
	const opened = await run((trx) =>
		openList(deps, trx, { programId, menteeId, asks, now: monday }),
	);
	const requestId = opened?.requestId ?? "";
	const at = (personId: string, now: Date) => ({
		...office.visit(personId),
		now,
	});
	return {
		requestId,
		mentor: (now: Date) => at(mentorId, now),
		mentee: (now: Date) => at(menteeId, now),
		state: () => run(async (trx) => (await findRequest(trx, requestId))?.state),
		/** What was owed about it, in order. */
		told: () =>
			run(async (trx) =>
				(
					await trx
						.selectFrom("owed")
						.select("kind")
						.where("workspace_id", "=", trx.workspaceId)
						.where("subject_id", "=", requestId)
						.orderBy("owed_id")
						.execute()
				).map(({ kind }) => kind),
			),
	};
}

test("a reminder after three working days, the end after seven", async () => {
	const request = await asked();
	await strike(office, on("2026-03-04"));
	expect(await request.told()).toEqual(["matching:request"]);
	await strike(office, on("2026-03-05"));
	expect(await request.told()).toEqual([
		"matching:request",
		"matching:reminder",
	]);
	await strike(office, on("2026-03-10"));
	expect(await request.state()).toBe("open");
	await strike(office, on("2026-03-11"));
	expect(await request.state()).toBe("expired");
	expect((await request.told()).slice(2)).toEqual(["matching:declined"]);
});

test("the clock stops for a question, and goes on with what was left", async () => {
	const { deps } = office;
	const request = await asked();
	const id = request.requestId;
	await askBack(deps, request.mentor(on("2026-03-04")), id, "Why me?");
	// The mentor's seven days are over by now, the mentee's are not.
	await strike(office, on("2026-03-12"));
	expect(await request.state()).toBe("asked_back");
	await reply(deps, request.mentee(on("2026-03-12")), id, "You know it.");
	await strike(office, on("2026-03-18"));
	expect(await request.state()).toBe("open");
	await strike(office, on("2026-03-19"));
	expect(await request.state()).toBe("expired");
	expect(await request.told()).toEqual([
		"matching:request",
		"matching:question",
		"matching:question-reminder",
		"matching:reply",
		"matching:reminder",
		"matching:declined",
	]);
});

test("a question without an answer ends the request by itself", async () => {
	const request = await asked();
	const id = request.requestId;
	await askBack(office.deps, request.mentor(monday), id, "Why me?");
	await strike(office, on("2026-03-11"));
	expect(await request.state()).toBe("withdrawn");
	expect((await request.told()).slice(2).sort()).toEqual([
		"matching:closed",
		"matching:lapsed",
		"matching:question-reminder",
	]);
});

test("the clock and a mentor at the same moment: one of them, and nobody waits in a circle", async () => {
	const requests = [];
	for (let made = 0; made < 12; made++) requests.push(await asked());
	const end = on("2026-03-11");
	const [, ...answers] = await Promise.all([
		strike(office, end),
		...requests.map(({ mentor, requestId }) =>
			accept(office.deps, mentor(end), requestId),
		),
	]);
	for (const [index, request] of requests.entries()) {
		const state = await request.state();
		expect(state).toMatch(/^(accepted|expired)$/);
		expect(answers[index]?.outcome).toBe(
			state === "accepted" ? "accepted" : "before",
		);
	}
	await strike(office, on("2026-04-11"));
});

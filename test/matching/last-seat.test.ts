import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { holdParts } from "../../src/enrollment/availability.service.ts";
import { updateEnrollment } from "../../src/enrollment/enrollment.queries.ts";
import { leave } from "../../src/enrollment/enrollment.service.ts";
import { accept, decline } from "../../src/matching/answer.service.ts";
import { sendAsk } from "../../src/matching/ask.service.ts";
import type { Ask } from "../../src/matching/ask.ts";
import { saveDraft } from "../../src/matching/ask-drafts.service.ts";
import { openList } from "../../src/matching/request-lists.service.ts";
import {
	findRequest,
	listOpenRequestsOf,
} from "../../src/matching/requests.queries.ts";
import {
	closeRequestsOf,
	withdraw,
} from "../../src/matching/withdraw.service.ts";
import {
	readMentorshipsOf,
	readSeatsTaken,
} from "../../src/mentorships/mentorships.service.ts";
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

async function mentorWith(capacity: number): Promise<string> {
	const mentor = await office.joined({ role: "mentor" });
	const key = { programId: office.programId, personId: mentor };
	await office.run((trx) => updateEnrollment(trx, key, { capacity }));
	return mentor;
}

/** An open request, whatever a mentor's limit of them says. */
async function requested(mentorId: string, menteeId?: string) {
	const { deps, programId } = office;
	const mentee = menteeId ?? (await office.joined());
	const opened = await office.run(async (trx) => {
		await holdParts(trx, [{ programId, personId: mentee }]);
		return openList(deps, trx, {
			programId,
			menteeId: mentee,
			asks: [{ mentorId, kind: "one_to_one", ask }],
			now: deps.now(),
		});
	});
	const requestId = opened?.requestId ?? "";
	return { menteeId: mentee, requestId, inserted: opened !== null };
}

const many = (count: number) => Array.from({ length: count }, (_, i) => i);

test.each(many(5))(
	"20 accepts at once are never over capacity, run %i",
	async (run) => {
		const capacity = (run % 3) + 1;
		const mentor = await mentorWith(capacity);
		const requests = await Promise.all(many(20).map(() => requested(mentor)));
		const answers = await Promise.all(
			requests.map(({ requestId }) =>
				accept(office.deps, office.visit(mentor), requestId),
			),
		);
		const outcomes = answers.map((answered) => answered?.outcome).sort();
		expect(outcomes).toEqual([
			...many(capacity).map(() => "accepted"),
			...many(20 - capacity).map(() => "full"),
		]);
		const { programId } = office;
		const [taken, open, mine] = await office.run(async (trx) => [
			await readSeatsTaken(trx, programId, mentor),
			await listOpenRequestsOf(trx, mentor),
			await readMentorshipsOf(trx, mentor),
		]);
		expect(taken).toBe(capacity);
		expect(open).toHaveLength(20 - capacity);
		expect(mine.map(({ state }) => state)).toEqual(
			many(capacity).map(() => "exploring"),
		);
	},
);

test("one request, 20 answers of all kinds at once: one counts", async () => {
	const mentor = await mentorWith(3);
	const { requestId, menteeId } = await requested(mentor);
	const answers = await Promise.all(
		many(20).map((index) => {
			const [answer, person] = (
				[
					[accept, mentor],
					[decline, mentor],
					[withdraw, menteeId],
				] as const
			)[index % 3] ?? [accept, mentor];
			return answer(office.deps, office.visit(person), requestId);
		}),
	);
	const counted = answers.filter((it) => it?.outcome !== "before");
	expect(counted).toHaveLength(1);
	const request = await office.run((trx) => findRequest(trx, requestId));
	expect(request?.state).toBe(counted[0]?.outcome);
	for (const answered of answers)
		expect(answered?.request.state).toBe(request?.state);
});

test("leaving and answering at once: no open request, no seat without one", async () => {
	for (const who of ["mentor", "mentee"] as const) {
		const mentor = await mentorWith(3);
		const requests = await Promise.all(many(6).map(() => requested(mentor)));
		const [first] = requests;
		const leaver = who === "mentor" ? mentor : (first?.menteeId ?? "");
		await Promise.all([
			...requests.map(({ requestId }) =>
				accept(office.deps, office.visit(mentor), requestId),
			),
			leave(office.deps, office.visit(leaver), [closeRequestsOf]),
		]);
		const { programId } = office;
		const states = await office.run(async (trx) => {
			const rows = requests.map(({ requestId }) => findRequest(trx, requestId));
			return (await Promise.all(rows)).map((row) => row?.state);
		});
		const taken = await office.run((trx) =>
			readSeatsTaken(trx, programId, mentor),
		);
		expect(states.filter((state) => state === "accepted")).toHaveLength(taken);
		expect(taken).toBeLessThanOrEqual(3);
		const open = await office.run((trx) => listOpenRequestsOf(trx, leaver));
		expect(open).toEqual([]);
	}
});

test("a pair has one open request, and may have another after it", async () => {
	const mentor = await mentorWith(1);
	const mentee = await office.joined();
	const twenty = await Promise.all(
		many(20).map(() => requested(mentor, mentee)),
	);
	const inserted = twenty.filter((one) => one.inserted);
	expect(inserted).toHaveLength(1);
	const visit = office.visit(mentee);
	await withdraw(office.deps, visit, inserted[0]?.requestId ?? "");
	expect((await requested(mentor, mentee)).inserted).toBe(true);
});

test("eight asks at once leave three open", async () => {
	const mentee = await office.joined();
	const mentors = await Promise.all(many(8).map(() => mentorWith(1)));
	for (const mentor of mentors)
		await saveDraft(office.deps, office.visit(mentee), mentor, ask);
	const sent = await Promise.all(
		mentors.map((mentor) => sendAsk(office.deps, office.visit(mentee), mentor)),
	);
	expect(sent.filter((one) => one.sent)).toHaveLength(3);
	const why = sent.flatMap((one) => (one.sent ? [] : [one.why]));
	expect(new Set(why)).toEqual(new Set(["tooMany"]));
});

test("the same ask, sent again and at once, is one request", async () => {
	const mentee = await office.joined();
	const mentor = await mentorWith(1);
	await saveDraft(office.deps, office.visit(mentee), mentor, ask);
	const visit = office.visit(mentee);
	const sent = await Promise.all(
		many(20).map(() => sendAsk(office.deps, visit, mentor)),
	);
	expect(sent.some((one) => one.sent)).toBe(true);
	const open = await office.run((trx) => listOpenRequestsOf(trx, mentee));
	expect(open).toHaveLength(1);
});

import { afterAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { updateEnrollment } from "../../src/enrollment/enrollment.queries.ts";
import { full } from "../support/full.ts";
import { type Office, openOffice } from "../support/office.ts";
import {
	type Act,
	anAct,
	type Cast,
	perform,
} from "../support/request-acts.ts";
import { findBreaches, truths } from "../support/request-truths.ts";
import { strike } from "../support/strike.ts";

let office: Office;
afterAll(() => office?.close());

const day = 24 * 60 * 60_000;
const start = new Date("2026-03-02T09:00:00Z");
const counts = { runs: 0, acts: 0, days: 0, checks: 0, truths, nextChoices: 0 };
const ends: Record<string, number> = {};

/** What is checked after every step: the truths, and that nothing failed. */
async function check(office: Office): Promise<void> {
	counts.checks += 1;
	expect(await findBreaches(office)).toEqual([]);
}

function readRequests({ office, mentees }: Cast) {
	return office.run((trx) =>
		trx
			.selectFrom("request")
			.select([
				"request_id as requestId",
				"mentee_id as menteeId",
				"mentor_id as mentorId",
				"state",
				"position",
				"closes_at as closesAt",
			])
			.where("workspace_id", "=", trx.workspaceId)
			.where("mentee_id", "in", mentees)
			.orderBy("request_id")
			.execute(),
	);
}

type Step = fc.AsyncCommand<object, Cast>;

/** One person acts, or several at the same moment. */
const together = (acts: Act[]): Step => ({
	check: () => true,
	async run(_model, cast) {
		counts.acts += acts.length;
		const requests = await readRequests(cast);
		await Promise.all(acts.map((act) => perform(cast, act, requests)));
		await check(cast.office);
	},
	toString: () => `together ${JSON.stringify(acts)}`,
});

/** Days go by, and what falls due in them happens in its order. */
const later = (days: number): Step => ({
	check: () => true,
	async run(_model, cast) {
		counts.days += days;
		cast.now = new Date(cast.now.getTime() + days * day);
		await strike(cast.office, cast.now, () => check(cast.office));
	},
	toString: () => `${days} days later`,
});

const few = fc.array(anAct, { minLength: 1, maxLength: 3 }).map(together);
const many = fc.array(anAct, { minLength: 3, maxLength: 5 }).map(together);
const steps = [
	...[few, few, many, many],
	fc.constantFrom(1, 1, 1, 2, 4, 12, 40).map(later),
];

/** A database lasts for some runs: a new one takes longer than a run. */
async function officeFor(run: number): Promise<Office> {
	if (run % 25 === 0) {
		await office?.close();
		office = await openOffice();
	}
	return office;
}

/** New people, who have nothing to do with those of the runs before. */
async function castIn(office: Office): Promise<Cast> {
	const mentors = [];
	for (const capacity of [1, 2]) {
		const personId = await office.joined({ role: "mentor" });
		const key = { programId: office.programId, personId };
		await office.run((trx) => updateEnrollment(trx, key, { capacity }));
		mentors.push(personId);
	}
	const mentees = [];
	for (const role of ["both", "both", "mentee", "mentee", "mentee"] as const)
		mentees.push(await office.joined({ role }));
	// Who does both is asked as well, and so is someone who has not joined.
	mentors.push(...mentees.slice(0, 2), await office.person());
	return { office, mentees, mentors, now: start };
}

test(
	"whatever people do and however days go by, every request ends, no seat is over, nobody is asked twice",
	async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.commands(steps, { maxCommands: full ? 80 : 40, size: "max" }),
				async (commands) => {
					const cast = await castIn(await officeFor(counts.runs));
					counts.runs += 1;
					await fc.asyncModelRun(() => ({ model: {}, real: cast }), commands);
					await later(60).run({}, cast);
					for (const request of await readRequests(cast)) {
						const { state, position, closesAt } = request;
						expect(state).not.toMatch(/queued|open|asked_back/);
						ends[state] = (ends[state] ?? 0) + 1;
						if (position > 1 && closesAt) counts.nextChoices += 1;
					}
				},
			),
			full ? { numRuns: 150 } : { numRuns: 5, seed: 4 },
		);
		process.stdout.write(`${JSON.stringify({ ...counts, ends })}\n`);
		// It would prove nothing if hardly anything happened. Acts that race end
		// now one way, now the other, so a short run need not have seen it all.
		expect(counts.nextChoices).toBeGreaterThan(0);
		const rare = full ? ["declined", "unasked"] : [];
		for (const state of ["accepted", "expired", ...rare])
			expect(ends[state]).toBeGreaterThan(0);
	},
	full ? 600_000 : 60_000,
);

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "kysely";
import { newId } from "../../src/db/database.ts";
import { enroll, join } from "../../src/enrollment/enrollment.service.ts";
import { emptyJoinForm } from "../../src/enrollment/join-form.ts";
import type { CohortPlan } from "../../src/programs/cohort.ts";
import {
	leaveCohorts,
	readOwnCohorts,
	readQuotingCohort,
	stepOut,
	takePart,
} from "../../src/programs/cohort-members.service.ts";
import {
	loadCohorts,
	removeCohort,
	saveCohort,
} from "../../src/programs/cohorts.service.ts";
import type { Visit } from "../../src/slack/feature.ts";
import { type Office, openOffice } from "../support/office.ts";

const plan = (name: string, ...days: string[]): CohortPlan => {
	const [signupFrom = "", signupUntil = "", kickoffOn = "", endsOn = ""] = days;
	return { name, signupFrom, signupUntil, kickoffOn, endsOn };
};
const spring = plan(
	"Spring",
	...["2027-01-04", "2027-01-22", "2027-02-01", "2027-07-30"],
);
const today = "2026-12-01";

describe("in the database", () => {
	let office: Office;
	let manager: string;
	let cohortId: string;
	beforeAll(async () => {
		office = await openOffice();
		manager = await office.person("Manager");
	});
	afterAll(() => office?.close());

	const on = (visit: Visit, day: string): Visit => ({
		...visit,
		now: new Date(`${day}T12:00:00Z`),
	});
	const visitOf = (personId: string, day: string) =>
		on(office.visit(personId), day);
	const cohorts = () => loadCohorts(office.deps, visitOf(manager, today));
	const members = () =>
		office.run(async (trx) => {
			const { rows } = await sql<{ id: string }>`
				select person_id as id from cohort_member`.execute(trx);
			return rows.map(({ id }) => id);
		});

	test("the same request twice makes one, and both acts are in the history", async () => {
		const visit = visitOf(manager, today);
		for (const outcome of ["saved", "refused"])
			expect(
				await saveCohort(office.deps, visit, null, spring, []),
			).toMatchObject({ outcome });
		const [made] = await cohorts();
		cohortId = made?.cohortId ?? "";
		const longer = { ...spring, endsOn: "2027-08-31" };
		const again = visitOf(manager, today);
		const seen: string[] = [];
		await saveCohort(office.deps, again, cohortId, longer, [
			async (_trx, cohort, { gone }) => {
				seen.push(`${cohort.name} ${cohort.endsOn} ${gone}`);
			},
		]);
		expect(seen).toEqual(["Spring 2027-08-31 false"]);
		expect(await cohorts()).toMatchObject([{ ...longer, people: 0 }]);
		const acts = await office.run((trx) =>
			trx.selectFrom("audit").select("action").orderBy("audit_id").execute(),
		);
		expect(acts.map(({ action }) => action)).toEqual([
			"programs:addCohort",
			"programs:changeCohort",
		]);
	});

	test("whoever joins by the form while it is open takes part; who is enrolled by saying yes does not", async () => {
		const [early, joiner, invited] = [
			await office.person(),
			await office.person(),
			await office.person(),
		];
		await join(office.deps, visitOf(early, "2027-01-03"), emptyJoinForm);
		await join(office.deps, visitOf(joiner, "2027-01-22"), emptyJoinForm);
		const { programId, deps } = office;
		const key = { programId, personId: invited };
		await office.run((trx) => enroll(deps, trx, key, emptyJoinForm));
		expect(await members()).toEqual([joiner]);

		const late = visitOf(early, "2027-01-23");
		expect(await takePart(deps, late, cohortId)).toMatchObject({
			outcome: "late",
		});
		const inTime = visitOf(early, "2027-01-22");
		expect((await readOwnCohorts(deps, inTime)).open?.name).toBe("Spring");
		await takePart(deps, inTime, cohortId);
		await takePart(deps, visitOf(early, "2027-01-22"), cohortId);
		expect((await members()).toSorted()).toEqual([early, joiner].toSorted());
		expect((await readOwnCohorts(deps, inTime)).open).toBeNull();
	});

	test("it cannot be removed while somebody takes part", async () => {
		const visit = visitOf(manager, today);
		expect(await removeCohort(office.deps, visit, cohortId, [])).toEqual({
			outcome: "used",
			name: "Spring",
		});
	});

	test("who leaves the program before kick-off is out of it, and later is not", async () => {
		const [first = "", second = ""] = await members();
		const { programId, deps } = office;
		const leaves = (personId: string, day: string) =>
			office.run((trx) =>
				leaveCohorts(deps, trx, {
					...{ programId, personId },
					now: new Date(`${day}T12:00:00Z`),
				}),
			);
		await leaves(second, "2027-01-31");
		await leaves(first, "2027-02-01");
		expect(await members()).toEqual([first]);
		await stepOut(deps, visitOf(first, "2027-03-01"), cohortId);
		expect(await members()).toEqual([]);
	});

	test("a mentorship is of a cohort when it began in it, between two of its members", async () => {
		const { programId, run } = office;
		const people = [
			await office.joined(),
			await office.joined(),
			await office.joined(),
		];
		const [mentee = "", mentor = "", outsider = ""] = people;
		for (const personId of [mentee, mentor])
			await takePart(office.deps, visitOf(personId, "2027-01-10"), cohortId);
		const begins = (at: string, ...members: string[]) =>
			run(async (trx) => {
				const mentorshipId = newId();
				const keys = { workspace_id: trx.workspaceId };
				await trx
					.insertInto("mentorship")
					.values({
						...keys,
						mentorship_id: mentorshipId,
						program_id: programId,
						request_id: null,
						kind: "one_to_one",
						state: "closing",
						created_at: new Date(at),
					})
					.execute();
				for (const person_id of members)
					await trx
						.insertInto("mentorship_member")
						.values({
							...keys,
							mentorship_id: mentorshipId,
							person_id,
							role: person_id === mentor ? "mentor" : "mentee",
						})
						.execute();
				return readQuotingCohort(trx, { mentorshipId, personId: mentee });
			});
		expect(await begins("2027-01-04T00:00:00Z", mentee, mentor)).toBe("Spring");
		expect(await begins("2027-08-31T23:59:00Z", mentee, mentor)).toBe("Spring");
		expect(await begins("2027-01-03T23:59:00Z", mentee, mentor)).toBeNull();
		expect(await begins("2027-09-01T00:00:00Z", mentee, mentor)).toBeNull();
		expect(await begins("2027-02-10T12:00:00Z", mentee, outsider)).toBeNull();
	});

	test("once its summary is made nothing of it changes, and it quotes nobody new", async () => {
		await office.run((trx) =>
			trx
				.insertInto("release")
				.values({
					workspace_id: trx.workspaceId,
					release_id: newId(),
					program_id: office.programId,
					cohort_id: cohortId,
					made_at: new Date("2027-08-31T09:00:00Z"),
					asked_by: null,
					figures: "[]",
				})
				.execute(),
		);
		const visit = visitOf(manager, today);
		expect(await saveCohort(office.deps, visit, cohortId, spring, [])).toEqual({
			outcome: "summarized",
		});
		expect((await removeCohort(office.deps, visit, cohortId, [])).outcome).toBe(
			"used",
		);
		const quoting = await office.run(async (trx) => {
			const rows = await trx
				.selectFrom("mentorship_member")
				.select(["mentorship_id as mentorshipId", "person_id as personId"])
				.execute();
			return Promise.all(rows.map((row) => readQuotingCohort(trx, row)));
		});
		expect(new Set(quoting)).toEqual(new Set([null]));
	});
});

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { newId } from "../../src/db/database.ts";
import { updateEnrollment } from "../../src/enrollment/enrollment.queries.ts";
import { weighConsequence } from "../../src/matching/consequences.service.ts";
import { weighRules } from "../../src/matching/consequences.ts";
import type { ProgramRules } from "../../src/matching/engine/rules.ts";
import { insertMentorship } from "../../src/mentorships/mentorships.queries.ts";
import { settingsSchema } from "../../src/programs/settings.ts";
import { saveDirectory } from "../../src/workspaces/people.service.ts";
import { type Office, openOffice } from "../support/office.ts";
import { now, openRules, overlap, profile } from "./engine/builders.ts";

const under = (rules: Partial<ProgramRules> = {}) => ({
	rules: { ...openRules, ...rules },
	now,
	overlap,
});

test("counts those who have no possible mentor, now and then", () => {
	const mentors = [profile("m1", { department: "Sales" }), profile("m2")];
	const looking = [
		profile("a", { department: "Sales" }),
		profile("b", { department: "Legal" }),
		profile("c", { kindsWanted: ["sponsor"] }),
	];
	expect(weighRules({ looking, mentors }, under(), under())).toEqual({
		looking: 3,
		before: 0,
		after: 0,
	});
	expect(
		weighRules({ looking, mentors }, under(), under({ kinds: ["one_to_one"] })),
	).toEqual({ looking: 3, before: 0, after: 1 });
	const sales = [profile("m1", { department: "Sales" })];
	expect(
		weighRules({ looking, mentors: sales }, under(), {
			...under({ department: "same" }),
		}),
	).toEqual({ looking: 3, before: 0, after: 1 });
});

test("no number hints at an exclusion, a refusal or an ended mentorship", () => {
	const until = new Date(now.getTime() + 1);
	const clean = profile("mentor");
	const looking = [profile("a"), profile("b")];
	const plain = { looking, mentors: [clean] };
	const burdened = {
		looking: [
			profile("a", { excluded: ["mentor"], ended: ["mentor"] }),
			profile("b", { refusals: [{ person: "mentor", until }] }),
		],
		mentors: [profile("mentor", { excluded: ["a", "b"] })],
	};
	for (const rules of [{}, { department: "same" as const }])
		expect(weighRules(burdened, under(), under(rules))).toEqual(
			weighRules(plain, under(), under(rules)),
		);
});

test("a full or silent mentor is possible, one on a pause is not", () => {
	const looking = [profile("a")];
	const seats = { capacity: 1, taken: 1, openRequests: 9 };
	for (const [mentor, after] of [
		[profile("m", { seats }), 0],
		[profile("m", { state: "silent" }), 0],
		[profile("m", { state: "paused" }), 1],
		[profile("m", { state: "left" }), 1],
		[profile("a"), 1],
	] as const)
		expect(
			weighRules({ looking, mentors: [mentor] }, under(), under()).after,
		).toBe(after);
});

let office: Office;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(() => office?.close());

test("weighs a program's people as the database has them", async () => {
	const { deps, programId } = office;
	const settings = settingsSchema.parse({});
	const strict = settingsSchema.parse({ rules: { department: "same" } });
	const weigh = () =>
		office.run((trx) =>
			weighConsequence(
				deps,
				trx,
				{ programId, now },
				{ before: settings, after: strict },
			),
		);
	const of = (personId: string, department: string) =>
		office.run((trx) =>
			saveDirectory(trx, personId, {
				department,
				level: null,
				location: null,
				managerId: null,
			}),
		);
	expect(await weigh()).toEqual({ looking: 0, before: 0, after: 0 });

	const mentor = await office.joined({ role: "mentor" });
	const [first, second, both, paused] = await Promise.all([
		office.joined(),
		office.joined(),
		office.joined({ role: "both" }),
		office.joined(),
	]);
	await of(mentor, "Sales");
	await of(first, "Sales");
	await of(second, "Legal");
	await of(both, "Ops");
	await office.run((trx) =>
		updateEnrollment(trx, { programId, personId: paused }, { state: "paused" }),
	);
	// Not only the mentor offers: `both` does as well, to those of Ops.
	expect(await weigh()).toEqual({ looking: 3, before: 0, after: 2 });

	await office.run((trx) =>
		insertMentorship(trx, {
			mentorshipId: newId(),
			programId,
			requestId: null,
			kind: "one_to_one",
			exploringUntil: now,
			members: [
				{ personId: mentor, role: "mentor" },
				{ personId: second, role: "mentee" },
			],
		}),
	);
	expect(await weigh()).toEqual({ looking: 2, before: 0, after: 1 });
});

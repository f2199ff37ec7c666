import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { newId } from "../../src/db/database.ts";
import { readVersions } from "../../src/mentorships/agreement.service.ts";
import {
	type AgreementWords,
	unsignedBy,
} from "../../src/mentorships/agreement.ts";
import { edit, sign } from "../../src/mentorships/agreement-acts.service.ts";
import { settleAgreement } from "../../src/mentorships/agreement-settle.service.ts";
import { readTermsOf } from "../../src/mentorships/agreement-terms.service.ts";
import { letGo } from "../../src/mentorships/leave.service.ts";
import {
	insertMentorship,
	updateMentorship,
} from "../../src/mentorships/mentorships.queries.ts";
import { makeMove } from "../../src/mentorships/move.service.ts";
import { pause, resume } from "../../src/mentorships/pause.service.ts";
import {
	findMentorship,
	lockMentorship,
} from "../../src/mentorships/read-mentorships.queries.ts";
import { full } from "../support/full.ts";
import { type Office, openOffice } from "../support/office.ts";

const now = new Date("2026-03-02T09:00:00Z");

const words: AgreementWords = {
	...{ helps: "Clouds", helpsNot: null, reach: null },
	...{ rhythm: "weekly", lengthMinutes: 30, format: "either", months: 6 },
};

describe("signing", () => {
	let office: Office;
	let people: string[];
	beforeAll(async () => {
		office = await openOffice();
		people = [
			await office.joined({ role: "mentor", offer: "Clouds" }),
			await office.joined(),
			await office.joined(),
		];
	});
	afterAll(() => office.close());

	/** A group that wants to go on. */
	async function begin() {
		const mentorshipId = newId();
		await office.run((trx) =>
			insertMentorship(trx, {
				mentorshipId,
				programId: office.programId,
				requestId: null,
				kind: "group",
				state: "agreeing",
				exploringUntil: null,
				members: people.map((personId, index) => ({
					personId,
					role: index === 0 ? "mentor" : "mentee",
				})),
			}),
		);
		return mentorshipId;
	}

	const look = (mentorshipId: string) =>
		office.run(async (trx) => {
			const mentorship = await findMentorship(trx, mentorshipId);
			if (!mentorship) throw new Error("There is no such mentorship.");
			const { deps } = office;
			const versions = await readVersions(deps, trx, mentorship, now);
			return { mentorship, versions };
		});
	const visit = (who: number) => office.visit(people[who] ?? "");
	const signed = (who: number, agreementId: string) =>
		sign(office.deps, visit(who), agreementId);

	const anyWords = fc
		.record({
			rhythm: fc.constantFrom("weekly", "monthly"),
			lengthMinutes: fc.constantFrom(30, 45),
			months: fc.integer({ min: 1, max: 12 }),
		})
		.map((some) => ({ ...words, ...some }) as AgreementWords);
	const who = fc.integer({ min: 0, max: 2 });
	/** Of all versions there are: 0 is the latest, 1 the one before. */
	const back = fc.constantFrom(0, 0, 0, 1);
	const act = fc.oneof(
		fc.record({ is: fc.constant("sign" as const), who, back }),
		fc.record({ is: fc.constant("sign" as const), who, back }),
		fc.record({ is: fc.constant("edit" as const), who, back, words: anyWords }),
	);

	test("no order of edits and signatures makes it active with a member who has not signed what is in force", async () => {
		let held = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
				const mentorshipId = await begin();
				for (const one of acts) {
					const { versions } = await look(mentorshipId);
					const version = versions[one.back] ?? versions[0];
					const { agreementId } = version ?? { agreementId: "" };
					if (one.is === "sign") await signed(one.who, agreementId);
					else await edit(office.deps, visit(one.who), agreementId, one.words);
					const { mentorship, versions: after } = await look(mentorshipId);
					const inForce = after.find(({ inForceAt }) => inForceAt !== null);
					expect(mentorship.state).toBe(inForce ? "active" : "agreeing");
					if (!inForce) continue;
					held += 1;
					expect(unsignedBy(inForce, mentorship.members)).toEqual([]);
					const { rhythm, lengthMinutes } = inForce.words;
					expect(mentorship).toMatchObject({ rhythm, lengthMinutes });
					// Whatever came later waits for somebody.
					for (const later of after.slice(0, after.indexOf(inForce)))
						expect(unsignedBy(later, mentorship.members)).not.toEqual([]);
				}
			}),
			{ numRuns: full ? 200 : 15, seed: 20260302 },
		);
		expect(held).toBeGreaterThan(10);
	}, 120_000);

	test("who looks while the last one signs begins no version of their own", async () => {
		const mentorshipId = await begin();
		const { mentorship, versions } = await look(mentorshipId);
		const agreementId = versions[0]?.agreementId ?? "";
		for (const one of [0, 1, 2]) await signed(one, agreementId);
		// The mentorship is as it was read before the signatures.
		const seen = await office.run((trx) =>
			readVersions(office.deps, trx, mentorship, now),
		);
		expect(seen.map(({ version }) => version)).toEqual([1]);
	});

	test("two last signatures at once make one beginning", async () => {
		const mentorshipId = await begin();
		const [first] = (await look(mentorshipId)).versions;
		const { agreementId } = first ?? { agreementId: "" };
		const all = await Promise.all(
			[0, 1, 2, 2].map((one) => signed(one, agreementId)),
		);
		const dids = all.map((one) => one?.did).sort();
		expect(dids).toEqual(["already", "holds", "signed", "signed"]);
		const { mentorship } = await look(mentorshipId);
		expect(mentorship).toMatchObject({ state: "active", changes: 1 });
	});

	test("who leaves a group takes the signature that was missing along", async () => {
		const mentorshipId = await begin();
		const [first] = (await look(mentorshipId)).versions;
		for (const one of [0, 1]) await signed(one, first?.agreementId ?? "");
		const { mentorship } = await office.run(async (trx) => {
			const before = await lockMentorship(trx, mentorshipId);
			if (!before) throw new Error("There is no such mentorship.");
			const members = before.members.filter(
				({ personId }) => personId !== people[2],
			);
			return settleAgreement(office.deps, trx, { ...before, members }, now);
		});
		expect(mentorship.state).toBe("active");
		expect(mentorship.endsOn).toBe("2026-09-02");
	});

	test("where it is paused then, it begins when the pause ends", async () => {
		const mentorshipId = await begin();
		const [first] = (await look(mentorshipId)).versions;
		for (const one of [0, 1]) await signed(one, first?.agreementId ?? "");
		await pause(office.deps, visit(0), mentorshipId, null);
		await office.run(async (trx) => {
			const before = await lockMentorship(trx, mentorshipId);
			const [personId = ""] = people.slice(2);
			const leaving = { personId, now, endedAs: "left" } as const;
			if (before) await letGo(office.deps, trx, before, leaving);
		});
		const { mentorship } = await look(mentorshipId);
		expect(mentorship).toMatchObject({ state: "paused", activeSince: null });
		const resumed = await resume(office.deps, visit(0), mentorshipId);
		expect(resumed?.mentorship.state).toBe("active");
		const { mentorship: after, versions } = await look(mentorshipId);
		expect(after).toMatchObject({ state: "active", rhythm: "every_two_weeks" });
		expect(versions[0]?.inForceAt).not.toBeNull();
		const told = await office.run((trx) =>
			trx
				.selectFrom("owed")
				.select("person_id")
				.where("subject_id", "=", mentorshipId)
				.where("kind", "=", "mentorships:begun")
				.execute(),
		);
		expect(told).toHaveLength(2);
	});

	test("new goals begin from the version before, and need every signature", async () => {
		const mentorshipId = await begin();
		const [first] = (await look(mentorshipId)).versions;
		for (const one of [0, 1, 2]) await signed(one, first?.agreementId ?? "");
		const since = (await look(mentorshipId)).mentorship.activeSince;
		await office.run(async (trx) => {
			await updateMentorship(trx, mentorshipId, { state: "closing" });
			const closing = await lockMentorship(trx, mentorshipId);
			if (!closing) throw new Error("There is no such mentorship.");
			await makeMove(trx, closing, { move: "renew", now, by: null });
		});
		const { versions } = await look(mentorshipId);
		const [latest, before] = versions;
		expect(versions).toHaveLength(2);
		expect(latest).toMatchObject({ version: 2, signedBy: [], author: null });
		expect(latest?.words).toEqual(before?.words);
		expect(before?.inForceAt).not.toBeNull();
		for (const one of [0, 1, 2]) await signed(one, latest?.agreementId ?? "");
		const { mentorship } = await look(mentorshipId);
		expect(mentorship.state).toBe("active");
		expect(mentorship.activeSince).toEqual(since);
	});

	test("meetings go by what is in force, before that by the program", async () => {
		const mentorshipId = await begin();
		const terms = () => office.run((trx) => readTermsOf(trx, mentorshipId));
		const usual = { rhythm: "every_two_weeks", lengthMinutes: 30 };
		const [first] = (await look(mentorshipId)).versions;
		const { agreementId } = first ?? { agreementId: "" };
		expect(await terms()).toEqual(usual);
		const other = { ...words, lengthMinutes: 45 } as const;
		await edit(office.deps, visit(0), agreementId, other);
		expect(await terms()).toEqual(usual);
		const [next] = (await look(mentorshipId)).versions;
		for (const one of [1, 2]) await signed(one, next?.agreementId ?? "");
		expect(await terms()).toEqual({ rhythm: "weekly", lengthMinutes: 45 });
		expect(await office.run((trx) => readTermsOf(trx, newId()))).toBeNull();
	});
});

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "kysely";
import { newId } from "../../src/db/database.ts";
import type { Candidate, Published } from "../../src/reports/candidate.ts";
import {
	endedBecause,
	endings,
	helped,
} from "../../src/reports/closing-figures.ts";
import { valueWords } from "../../src/reports/figure-words.views.ts";
import { publish as publishRelease } from "../../src/reports/publish.service.ts";
import { release } from "../../src/reports/release.ts";
import { readRows } from "../../src/reports/rows.service.ts";
import type { ClosingRow } from "../../src/reports/rows.ts";
import { textFor } from "../../src/slack/text.ts";
import { type Office, openOffice } from "../support/office.ts";
import { noRows } from "../support/program-rows.ts";
import { day } from "./publishing.ts";

const date = (text: string) => new Date(`${text}T12:00:00Z`);

describe("closing surveys", () => {
	test("what helped: of those who looked back, everyone who ticked it once", () => {
		const lookBacks = [
			{ personId: "ana", mentorshipId: "1", helped: ["questions"] },
			{ personId: "ana", mentorshipId: "2", helped: ["people"] },
			{ personId: "ben", mentorshipId: "1", helped: [] },
		] as const;
		const { people, yes } = helped("people")({ ...noRows, lookBacks });
		expect([people, yes]).toEqual([new Set(["ana", "ben"]), new Set(["ana"])]);
	});

	test("how mentorships closed: each person once, by the latest", () => {
		const closings: ClosingRow[] = [
			{
				...{ personId: "ana", mentorshipId: "1" },
				...{ outcome: "finished", closedAt: date("2026-03-02") },
			},
			{
				...{ personId: "ana", mentorshipId: "2" },
				...{ outcome: "renewed", closedAt: date("2026-02-01") },
			},
			{
				...{ personId: "ben", mentorshipId: "2" },
				...{ outcome: "renewed", closedAt: date("2026-02-01") },
			},
		];
		expect([...endings({ ...noRows, closings }).categories]).toEqual([
			["finished", new Set(["ana"])],
			["informal", new Set()],
			["renewed", new Set(["ben"])],
		]);
	});

	test("a reason for ending is the same token in every release, and takes ten", () => {
		const at = (times: number, month = "2026-03") => {
			const reasons = [{ month, reason: "time", times } as const];
			return endedBecause({ ...noRows, reasons });
		};
		const tokens = (figure: ReturnType<typeof at>) => [
			...(figure.categories.get("time") ?? []),
		];
		expect(tokens(at(12)).slice(0, 7)).toEqual(tokens(at(7)));
		expect(new Set([...tokens(at(9)), ...tokens(at(9, "2026-04"))]).size).toBe(
			18,
		);
		const shown = (figure: Candidate): Published | undefined =>
			release([figure], [], day(0)).figures[0];
		expect(shown(at(9))).toMatchObject({ people: { is: "under", limit: 10 } });
		expect(shown(at(10))).toMatchObject({ people: { value: 10 } });
	});

	test("reasons are told as times, and everything else as people", () => {
		const words = (id: string) =>
			valueWords(
				{
					...{ id, kind: "split", asOf: day(0) },
					...{ people: { is: "number", value: 14 }, rows: [] },
				},
				textFor("en"),
			);
		expect(words("endedBecause")).toMatch(/^14 times, /);
		expect(words("endings")).toMatch(/^14 people, /);
	});
});

describe("in the database", () => {
	let office: Office;
	const people: string[] = [];
	beforeAll(async () => {
		office = await openOffice();
		for (let count = 0; count < 12; count += 1)
			people.push(await office.joined({ role: "mentee" }));
	});
	afterAll(() => office?.close());

	/** Of these people by number, closed with the count of moves at 3. */
	async function closes(
		members: number[],
		as: { state?: string; endedAs?: string | null; changes?: number },
		choices: (string | null)[],
	): Promise<void> {
		const { state = "completed", endedAs = "finished", changes = 3 } = as;
		await office.run(async (trx) => {
			const mentorshipId = newId();
			await sql`insert into mentorship (workspace_id, mentorship_id,
					program_id, kind, state, ended_as, changes, since, created_at)
				values (${trx.workspaceId}, ${mentorshipId}, ${office.programId},
					'peer', ${state}, ${endedAs}, ${changes}, now(), now())`.execute(trx);
			for (const [at, member] of members.entries()) {
				await sql`insert into mentorship_member
						(workspace_id, mentorship_id, person_id, role)
					values (${trx.workspaceId}, ${mentorshipId}, ${people[member]},
						'peer')`.execute(trx);
				const ending = choices[at];
				if (ending !== undefined)
					await sql`insert into look_back (workspace_id, look_back_id,
							mentorship_id, person_id, closing, helped, words,
							looked_back_at, ending)
						values (${trx.workspaceId}, ${newId()}, ${mentorshipId},
							${people[member]}, 2, '{people,stories}', 'x', now(),
							${ending})`.execute(trx);
			}
		});
	}

	const read = () =>
		office.run((trx) => readRows(trx, office.programId, new Date()));

	test("closings are what became of it, never what one of them chose", async () => {
		await closes([0, 1], { endedAs: "informal" }, ["renew", "informal"]);
		await closes([2, 3], { endedAs: "early", state: "ended" }, []);
		await closes([4, 5], { endedAs: null, state: "active" }, [
			"renew",
			"renew",
		]);
		await closes([6, 7], { endedAs: null, state: "active" }, ["renew"]);
		await closes([8, 9], { endedAs: null, state: "closing", changes: 2 }, [
			...["renew", "renew"],
		]);
		const { closings, lookBacks } = await read();
		expect(
			closings
				.map(
					({ personId, outcome }) => `${people.indexOf(personId)} ${outcome}`,
				)
				.sort(),
		).toEqual(["0 informal", "1 informal", "4 renewed", "5 renewed"]);
		expect(lookBacks).toHaveLength(7);
		expect(lookBacks[0]?.helped).toEqual(["people", "stories"]);
	});

	test("reasons are stored with a release, and read again by the next", async () => {
		const { programId, run } = office;
		const gives = (times: number) =>
			run((trx) =>
				sql`insert into ending_reason
						(workspace_id, program_id, month, reason, times)
					values (${trx.workspaceId}, ${programId},
						date_trunc('month', now()), 'fit', ${times})
					on conflict (workspace_id, program_id, month, reason)
					do update set times = excluded.times`.execute(trx),
			);
		const made = async (days: number) => {
			const now = new Date(Date.now() + days * 24 * 3_600_000);
			const asked = { programId, askedBy: null, now };
			const release = await run((trx) => publishRelease(trx, asked));
			if (release === "few") throw new Error("There are too few people.");
			return release.figures.find(({ id }) => id === "endedBecause");
		};
		await gives(14);
		const first = await made(0);
		expect(first).toMatchObject({ people: { value: 14 } });
		await gives(16);
		expect(await made(2)).toEqual(first);
		await gives(24);
		expect(await made(4)).toMatchObject({ people: { value: 24 } });
	});
});

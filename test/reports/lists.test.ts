import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkView } from "../../simulator/rules/check.ts";
import { goOn, stop } from "../../src/mentorships/wrong.service.ts";
import { switchHealth } from "../../src/programs/health-by-name.service.ts";
import { type ListPage, lists } from "../../src/reports/lists.ts";
import { full } from "../support/full.ts";
import { type Office, openOffice } from "../support/office.ts";
import {
	ago,
	createListing,
	idsIn,
	now,
	type Someone,
	shown,
} from "./listing.ts";

const day = 24 * 3_600_000;

let office: Office;
let listing: ReturnType<typeof createListing>;
beforeAll(async () => {
	office = await openOffice();
	listing = createListing(office);
});
afterAll(() => office?.close());

const runs = full ? 40 : 6;
let tried = 0;

test("whoever looks, on every page and in every count: nobody of their own reporting line, and everybody else", async () => {
	const { newProgram, someone, reportsTo, pair, look, readAll } = listing;
	const { programId } = await newProgram();
	const people: Someone[] = [];
	for (let n = 0; n < 34; n += 1) people.push(await someone(programId));
	const outside = await someone(null);
	const pairs: [Someone, Someone][] = [];
	for (let n = 0; n + 1 < people.length; n += 1) {
		const [one, other] = [people[n], people[(n * 7 + 3) % people.length]];
		if (!one || !other || one === other) continue;
		pairs.push([one, other]);
		await pair(programId, [one, other]);
	}
	await office.run((trx) =>
		trx
			.insertInto("gate")
			.values(
				people
					.filter((_, at) => at % 3 === 0)
					.map(({ id }) => ({
						workspace_id: trx.workspaceId,
						gate_key: `person:${id}`,
						rank: 2,
						stopped: "user_disabled",
					})),
			)
			.execute(),
	);
	// Whom each reports to, and who looks.
	const orgs = fc.record({
		managers: fc.array(fc.option(fc.nat(33)), { minLength: 34, maxLength: 34 }),
		viewers: fc.uniqueArray(fc.nat(33), { minLength: 3, maxLength: 3 }),
	});
	await fc.assert(
		fc.asyncProperty(orgs, async ({ managers, viewers }) => {
			const above = (at: number): number | null => {
				const manager = managers[at] ?? null;
				// Nobody reports in a circle: only to who is there before them.
				return manager !== null && manager < at ? manager : null;
			};
			for (const [at, { id }] of people.entries())
				await reportsTo(id, people[above(at) ?? -1]?.id ?? null);
			const lineOf = (at: number): number[] => {
				const up = above(at);
				return up === null ? [at] : [at, ...lineOf(up)];
			};
			for (const viewer of viewers) {
				const hidden = people.filter(
					(_, at) => lineOf(at).includes(viewer) || lineOf(viewer).includes(at),
				);
				const isHidden = (it: Someone) => hidden.includes(it);
				const at = { programId, viewer: people[viewer]?.id ?? "" };
				const visible = {
					enrolled: people.filter((it) => !isHidden(it)),
					unreachable: people.filter((it, n) => n % 3 === 0 && !isHidden(it)),
				};
				for (const list of ["enrolled", "unreachable"] as const) {
					const { ids, totals } = await readAll(at, list);
					expect(ids.toSorted()).toEqual(
						visible[list].map(({ slack }) => slack).toSorted(),
					);
					expect([...totals]).toEqual(ids.length > 0 ? [ids.length] : []);
				}
				const { ids, totals } = await readAll(at, "mentorships");
				const open = pairs.filter((both) => !both.some(isHidden));
				expect(ids.toSorted()).toEqual(
					open
						.map((both) => both.map(({ slack }) => slack).join(" with "))
						.toSorted(),
				);
				expect([...totals]).toEqual(ids.length > 0 ? [ids.length] : []);
				// Looked for by name, they are not there, as who never joined.
				for (const list of lists)
					for (const { slack } of [...hidden.slice(0, 3), outside]) {
						const page = await look(at, { list, only: slack });
						const nobody = { ...page, only: "" };
						expect(nobody).toMatchObject({ total: 0 });
						expect(idsIn(page)).toEqual([]);
					}
				tried += 1;
			}
		}),
		{ seed: 20261122, numRuns: runs },
	);
	process.stdout.write(
		`manager lists: ${tried} managers in ${runs} organizations, each page of ${lists.length} lists: 0 of their own line, 0 missing\n`,
	);
}, 300_000);

test("someone is found by name: what they are, and what they are in", async () => {
	const { newProgram, someone, pair, look } = listing;
	const { programId, founder: viewer } = await newProgram();
	const [one, other, third] = [
		await someone(programId),
		await someone(programId),
		await someone(programId),
	];
	await pair(programId, [one, other]);
	const at = { programId, viewer };
	expect(idsIn(await look(at, { only: one.slack }))).toEqual([one.slack]);
	const found = await look(at, { list: "mentorships", only: other.slack });
	expect(idsIn(found)).toEqual([`${one.slack} with ${other.slack}`]);
	const none = await look(at, { list: "mentorships", only: third.slack });
	expect(idsIn(none)).toEqual([]);
	const words = JSON.stringify(shown(none));
	expect(words).toContain(`<@${third.slack}> is not in this list.`);
	expect(words).toContain("Show everybody");
});

test("an empty list says what will stand there; a page that is gone is the first", async () => {
	const { newProgram, someone, look } = listing;
	const { programId, founder: viewer } = await newProgram();
	for (const list of lists) {
		const page = await look({ programId, viewer }, { list });
		expect(JSON.stringify(shown(page))).toMatch(
			/There is (nobody|no mentorship) to show/,
		);
	}
	const one = await someone(programId);
	const later = await look({ programId, viewer }, { page: 7 });
	expect([later.page, idsIn(later)]).toEqual([0, [one.slack]]);
});

test("a page of large groups names everybody", () => {
	const id = (group: number, at: number) => `U0${group}0000000${at}`;
	const page: ListPage = {
		...{ programId: "p", program: "All", page: 0, only: null, total: 25 },
		...{ list: "mentorships", healthFrom: now },
		mentorships: Array.from({ length: 25 }, (_, group) => ({
			mentors: [id(group, 0)],
			others: [1, 2, 3, 4, 5, 6, 7].map((at) => id(group, at)),
			...{ kind: "group", state: "exploring", health: "needsCheckIn" },
		})),
	};
	const modal = shown(page);
	expect(new Set(JSON.stringify(modal).match(/U0\d+/g)).size).toBe(25 * 8);
	expect(checkView(modal)).toEqual([]);
});

test("how a mentorship goes: only from the day on, and as if nothing had been before", async () => {
	const { newProgram, someone, pair, meets, look } = listing;
	const { programId, founder: viewer } = await newProgram();
	const at = { programId, viewer };
	const two = async (): Promise<[Someone, Someone]> => [
		await someone(programId),
		await someone(programId),
	];
	const [met, silent] = [
		await pair(programId, await two(), 60),
		await pair(programId, await two(), 60),
	];
	for (const days of [20, 25, 50]) await meets(met, days);
	const health = async (on = now) => {
		const page = await look(at, { list: "mentorships" }, on);
		return page.list === "mentorships"
			? page.mentorships.map((it) => it.health)
			: [];
	};
	expect(await health()).toEqual([null, null]);
	// Switched on so long ago that its first day was 18 days ago.
	const visit = { ...office.visit(viewer), programId, now: ago(26) };
	const { healthFrom } = await switchHealth(office.deps, visit, "on", []);
	if (!healthFrom) throw new Error("It is not on.");
	const after = (days: number) => new Date(healthFrom.getTime() + days * day);
	expect(await health(after(-1))).toEqual([null, null]);
	expect(await health(after(0))).toEqual(["tooEarly", "tooEarly"]);
	// 20 days ago was before the day, so both have been silent for two weeks.
	expect(await health(after(15))).toEqual(["needsCheckIn", "needsCheckIn"]);
	await meets(silent, 4);
	expect((await health(after(15))).toSorted()).toEqual([
		"needsCheckIn",
		"onTrack",
	]);
	const soon = await look(at, { list: "mentorships" }, after(-1));
	const words = JSON.stringify(shown(soon, after(-1)));
	expect(words).toContain("it says here how each goes");
	const off = { ...office.visit(viewer), programId };
	await switchHealth(office.deps, off, "off", []);
	expect(await health(after(15))).toEqual([null, null]);
});

test("that something is wrong does not show, nor that it was taken back", async () => {
	const { newProgram, someone, pair, meets, look } = listing;
	const { programId, founder: viewer } = await newProgram();
	const at = { programId, viewer };
	const visit = { ...office.visit(viewer), programId, now: ago(60) };
	await switchHealth(office.deps, visit, "on", []);
	const both: [Someone, Someone] = [
		await someone(programId),
		await someone(programId),
	];
	const mentorship = await pair(programId, both, 50);
	await meets(mentorship, 30);
	const words = async () => {
		const page = await look(at, { list: "mentorships" });
		return JSON.stringify(shown(page));
	};
	const before = await words();
	expect(before).toContain("quiet");
	const member = () => ({ ...office.visit(both[1].id), programId });
	await stop(office.deps, member(), mentorship);
	expect(await words()).toBe(before);
	await goOn(office.deps, member(), mentorship);
	// What the nightly look at nudges writes when it is taken back.
	await office.run((trx) =>
		trx
			.insertInto("nudge_count")
			.values({
				workspace_id: trx.workspaceId,
				mentorship_id: mentorship,
				counted_from: now,
				is_held: false,
			})
			.execute(),
	);
	expect(await words()).toBe(before);
});

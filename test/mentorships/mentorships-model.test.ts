import { afterAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { insertOwed } from "../../src/delivery/owe.queries.ts";
import { features } from "../../src/features.ts";
import {
	isOver,
	type MentorshipState,
} from "../../src/mentorships/mentorship-moves.ts";
import { beginExploring } from "../../src/mentorships/mentorships.service.ts";
import { createTable } from "../../src/slack/table.ts";
import { type Counter, openCounter } from "../support/counter.ts";
import { full } from "../support/full.ts";
import {
	findLifeBreaches,
	lifeTruths,
	readEffects,
} from "../support/life-truths.ts";
import { about, anAccepted, idOf, listPeople } from "../support/life-walk.ts";
import { type Office, openOffice } from "../support/office.ts";
import { samples } from "../support/samples.ts";
import { strikeAll } from "../support/strike.ts";

let office: Office | undefined;
afterAll(() => office?.close());

const day = 24 * 60 * 60_000;
const counts = { runs: 0, acts: 0, twice: 0, days: 0, turns: 0 };
const visited: Record<string, number> = {};

type Cast = {
	office: Office;
	counter: Counter;
	mentorships: string[];
	clock: { now: Date };
};

/** The acts on a mentorship, its agreement, meetings and what was taken on. */
const table = createTable(features);
const acts = Object.keys(samples).flatMap((key) => {
	const [type = "", id = ""] = key.split(/ (.*)/s);
	if (type !== "action" && type !== "view" && type !== "command") return [];
	const policy = table.find(type, id)?.policy;
	const to = policy?.who === "related" ? policy.to : null;
	const known = about.find((one) => one === to);
	return known ? [{ key, to: known }] : [];
});
const actOf = (key: string) => acts.find((act) => act.key === key);

/** What carries a mentorship on from its state; else walks would end early. */
const onward: Partial<Record<MentorshipState, string[]>> = {
	exploring: [
		"action mentorships:goOn",
		"action meetings:met",
		"action meetings:pick",
	],
	agreeing: [
		"action mentorships:agreement",
		"action mentorships:sign",
		"action mentorships:sign",
	],
	active: [
		"action meetings:met",
		"view mentorships:saveAgreement",
		"action mentorships:sign",
		"view mentorships:saveHalfway",
		"view mentorships:close",
	],
	paused: ["action mentorships:resume"],
	closing: [
		"view mentorships:saveLookBack",
		"view mentorships:choose",
		"action mentorships:thank",
	],
};

const anAct = fc.record({
	which: fc.oneof(
		{ weight: 5, arbitrary: fc.constant(null) },
		{ weight: 2, arbitrary: fc.constantFrom(...acts) },
	),
	mentorship: fc.nat(999),
	who: fc.nat(999),
	/** A member mostly, sometimes somebody else. */
	isStranger: fc.integer({ min: 0, max: 14 }).map((n) => n === 0),
	isTwice: fc.boolean(),
});
type AnAct = typeof anAct extends fc.Arbitrary<infer T> ? T : never;

async function check({ office, counter }: Cast): Promise<void> {
	expect(await findLifeBreaches(office)).toEqual([]);
	expect(counter.failures()).toEqual([]);
}

async function perform(cast: Cast, act: AnAct): Promise<void> {
	const { office, counter, mentorships } = cast;
	const mentorshipId = mentorships[act.mentorship % mentorships.length] ?? "";
	const which =
		act.which ?? (await nextAct(office, mentorshipId, Math.floor(act.who / 7)));
	const id = which && (await idOf(office, which.to, mentorshipId));
	const members = await listPeople(office, mentorshipId, !act.isStranger);
	const user = members[act.who % members.length];
	const sample = samples[which?.key ?? ""];
	if (!id || !user || !sample) return;
	counts.acts += 1;
	const again = await counter.serve(user, sample.act(id));
	if (!act.isTwice) return;
	counts.twice += 1;
	const once = await readEffects(office);
	await again();
	expect(await readEffects(office)).toBe(once);
}

/** One of those that carry it on from where it is. */
async function nextAct({ run }: Office, mentorshipId: string, nth: number) {
	const row = await run((trx) =>
		trx
			.selectFrom("mentorship")
			.select("state")
			.where("mentorship_id", "=", mentorshipId)
			.executeTakeFirst(),
	);
	const known = (row && onward[row.state]) ?? [];
	return actOf(known[nth % Math.max(1, known.length)] ?? "");
}

/** Days go by, and all that falls due in them happens in its order. */
async function later(cast: Cast, days: number): Promise<void> {
	counts.days += days;
	const until = new Date(cast.clock.now.getTime() + days * day);
	await strikeAll(cast.office, cast.counter.deps, until, async (at) => {
		counts.turns += 1;
		cast.clock.now = at;
	});
	cast.clock.now = until;
	await check(cast);
}

async function note({ office }: Cast): Promise<MentorshipState[]> {
	const rows = await office.run((trx) =>
		trx.selectFrom("mentorship").select(["state", "paused_until"]).execute(),
	);
	for (const { state } of rows) visited[state] = (visited[state] ?? 0) + 1;
	return rows
		.filter(({ state, paused_until }) => state !== "paused" || paused_until)
		.map(({ state }) => state);
}

const kinds = ["one_to_one", "expertise", "flash", "peer", "group"] as const;

async function castIn(chosen: readonly string[]): Promise<Cast> {
	await office?.close();
	const opened = await openOffice();
	office = opened;
	// The database's clock says when something was made; ours goes on from it.
	const clock = { now: new Date() };
	const counter = await openCounter(opened, () => clock.now);
	const mentorships: string[] = [];
	for (const kind of chosen) {
		const [mentorId, menteeId] = [
			await opened.joined({ role: "both" }),
			await opened.joined({ role: "both" }),
		];
		const { programId } = opened;
		const request = await anAccepted(opened, {
			programId,
			mentorId,
			menteeId,
			kind,
		});
		const begun = await opened.run(async (trx) => {
			const it = await beginExploring(trx, {
				...{ programId, mentorId, menteeId, kind },
				...{ requestId: request, now: clock.now },
			});
			await insertOwed(trx, it.briefings);
			return it;
		});
		mentorships.push(begun.mentorshipId);
	}
	return { office: opened, counter, mentorships, clock };
}

const step = fc.oneof(
	{ weight: 12, arbitrary: anAct },
	{ weight: 1, arbitrary: fc.constantFrom(1, 1, 2, 8, 20) },
);

test(
	"whatever people tap and however days go by, nothing ends dead, twice or without a word",
	async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(step, { minLength: 70, maxLength: full ? 250 : 90 }),
				fc.shuffledSubarray([...kinds], { minLength: 2, maxLength: 2 }),
				async (steps, chosen) => {
					const cast = await castIn(chosen);
					counts.runs += 1;
					for (const it of steps) {
						if (typeof it === "number") await later(cast, it);
						else await perform(cast, it);
						await check(cast);
						await note(cast);
					}
					// No state is without an exit: left alone, all of it ends.
					await later(cast, 420);
					for (const state of await note(cast))
						expect([state, isOver(state)]).toEqual([state, true]);
				},
			),
			full
				? { numRuns: 60, endOnFailure: true }
				: { numRuns: 3, seed: 51, endOnFailure: true },
		);
		process.stdout.write(
			`${JSON.stringify({ ...counts, truths: lifeTruths, visited })}\n`,
		);
		const rare = full ? ["paused", "completed", "ended"] : [];
		for (const state of ["exploring", "agreeing", "active", "closing", ...rare])
			expect([state, (visited[state] ?? 0) > 0]).toEqual([state, true]);
	},
	full ? 1_200_000 : 90_000,
);

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { sql } from "kysely";
import { insertOwed } from "../../src/delivery/owe.queries.ts";
import { beginExploring } from "../../src/mentorships/mentorships.service.ts";
import { type Counter, openCounter } from "../support/counter.ts";
import { readEffects } from "../support/life-truths.ts";
import { type About, anAccepted, idOf } from "../support/life-walk.ts";
import { type Office, openOffice } from "../support/office.ts";
import { samples } from "../support/samples.ts";

// Every button in an old message says what has happened since.

let office: Office;
let counter: Counter;
beforeAll(async () => {
	office = await openOffice();
	counter = await openCounter(office, () => new Date());
});
afterAll(() => office.close());

type Old = { mentorshipId: string; mentor: string; mentee: string };

/** Two who have met and whose agreement only the mentor has signed. */
async function agreeing(): Promise<Old> {
	const [mentorId, menteeId] = [
		await office.joined({ role: "both" }),
		await office.joined({ role: "both" }),
	];
	const { programId } = office;
	const pair = { programId, mentorId, menteeId, kind: "one_to_one" };
	const requestId = await anAccepted(office, pair);
	const { mentorshipId } = await office.run(async (trx) => {
		const begun = await beginExploring(trx, {
			...{ ...pair, requestId, now: new Date() },
		});
		await insertOwed(trx, begun.briefings);
		return begun;
	});
	const old = {
		mentorshipId,
		mentor: await slackIdOf(mentorId),
		mentee: await slackIdOf(menteeId),
	};
	await taps(old.mentee, "action meetings:met", "mentorship", old);
	for (const one of [old.mentee, old.mentor])
		await taps(one, "action mentorships:goOn", "mentorship", old);
	await taps(old.mentor, "action mentorships:agreement", "mentorship", old);
	await taps(old.mentor, "action mentorships:sign", "agreement", old);
	return old;
}

/** What whoever taps is told. */
async function taps(
	user: string,
	key: string,
	to: About,
	{ mentorshipId }: Pick<Old, "mentorshipId">,
): Promise<string> {
	const id = await idOf(office, to, mentorshipId);
	const sample = samples[key];
	if (!id || !sample) throw new Error(`There is no ${to} to ${key}.`);
	const act = sample.act(id);
	// In a modal the answer comes as a view, which is seen here.
	await counter.serve(
		user,
		act.type === "action" ? { ...act, in: "modal" } : act,
	);
	return JSON.stringify(counter.told());
}

async function slackIdOf(personId: string): Promise<string> {
	const { rows } = await office.run((trx) =>
		sql<{ id: string }>`select slack_user_id as id from person
			where person_id = ${personId}`.execute(trx),
	);
	return rows[0]?.id ?? "";
}

const becomes = (set: string) => (old: Old) =>
	office.run((trx) =>
		sql`update mentorship set changes = changes + 1, since = now(),
			${sql.raw(set)} where mentorship_id = ${old.mentorshipId}`.execute(trx),
	);

/** What became of it. */
const later: Record<string, (old: Old) => Promise<unknown>> = {
	ended: becomes("state = 'ended', ended_as = 'early'"),
	completed: becomes("state = 'completed', ended_as = 'finished'"),
	paused: becomes("state = 'paused', paused_from = 'agreeing'"),
	left: (old) => leaves(old.mentee, old),
	erased: (old) => leaves(old.mentor, old),
};

async function leaves(user: string, old: Old) {
	await becomes("state = 'ended', ended_as = 'left'")(old);
	await office.run((trx) =>
		sql`delete from mentorship_member where mentorship_id = ${old.mentorshipId}
			and person_id = (select person_id from person
				where slack_user_id = ${user})`.execute(trx),
	);
}

const since = /(ended|was completed|is paused, since) <!date/;
const kept = /Nothing was saved.*still here, to copy/;
const usefulOnly = /nothing new (is|can be) taken on/;

/** Each old button, and what it answers once it is late. */
const buttons: [key: string, to: About, answers: RegExp][] = [
	["action mentorships:sign", "agreement", since],
	["action mentorships:editAgreement", "mentorship", since],
	["view mentorships:saveAgreement", "agreement", kept],
	["action mentorships:goOn", "mentorship", since],
	["action mentorships:notOn", "mentorship", since],
	["action mentorships:halfway", "mentorship", since],
	["action mentorships:skipHalfway", "mentorship", since],
	["view mentorships:saveHalfway", "mentorship", kept],
	["action mentorships:lookBack", "mentorship", since],
	["view mentorships:saveLookBack", "mentorship", kept],
	["view mentorships:choose", "mentorship", since],
	["action checkins:noAnswer", "mentorship", since],
	["action checkins:stillHere", "mentorship", since],
	["action checkins:hearing", "mentorship", since],
	["action checkins:fewer", "mentorship", since],
	["action checkins:restart", "mentorship", since],
	["action agenda:wrapUp", "meeting", usefulOnly],
	["action agenda:oneMore", "meeting", usefulOnly],
	["view agenda:saveWrapUp", "meeting", usefulOnly],
];
/** Through a pause, and to whoever left, some of them answer otherwise. */
const notYours = /This is not available to you, or no longer exists/;
const differs: Record<string, Record<string, RegExp>> = {
	paused: {
		"action checkins:hearing": /half as often/,
		"action checkins:fewer": /half as often/,
		"action checkins:restart": /is paused, since/,
		"action agenda:wrapUp": /Something to do or to try/,
		"action agenda:oneMore": /took2/,
		"view agenda:saveWrapUp": /Saved\. Whoever took something on/,
	},
	left: Object.fromEntries(buttons.map(([key]) => [key, notYours])),
};
/** What was said when they met may still be written down while it is paused. */
const takesEffect = ["paused view agenda:saveWrapUp"];

test.each(Object.keys(later))(
	"%s since: every old button says so, and does nothing",
	async (state) => {
		const old = await agreeing();
		await later[state]?.(old);
		for (const [key, to, answers] of buttons) {
			const before = await readEffects(office);
			const told = await taps(old.mentee, key, to, old);
			expect(`${key}: ${told}`).toMatch(differs[state]?.[key] ?? answers);
			if (state === "erased") expect(told).not.toContain(`<@${old.mentor}>`);
			if (takesEffect.includes(`${state} ${key}`)) continue;
			expect([key, await readEffects(office)]).toEqual([key, before]);
		}
		expect(counter.failures()).toEqual([]);
	},
);

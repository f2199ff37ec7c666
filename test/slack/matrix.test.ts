import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { features } from "../../src/features.ts";
import type { Entry } from "../../src/slack/feature.ts";
import { createTable } from "../../src/slack/table.ts";
import { type Text, textFor } from "../../src/slack/text.ts";
import { type Actor, actors, isMember, verdict } from "../support/actors.ts";
import { kinds } from "../support/cast.ts";
import { samples } from "../support/samples.ts";
import { type Done, type Scene, startScene } from "../support/scene.ts";
import { changed, checksums, keepTables } from "../support/tables.ts";
import { listThings, madeUp, type Thing } from "../support/things.ts";
import { until } from "../support/until.ts";
import { wordsIn } from "../support/words-in.ts";

// Every entry point of the declared table, used as it is meant by every kind of
// actor, with ids of all that there is. What must happen follows from the
// entry's policy alone; nothing else may happen.

const { entries } = createTable(features);
const nameOf = ({ type, id }: Entry) => `${type} ${id}`;

let scene: Scene;
let things: Thing[];
let restore: () => Promise<void>;
const counts = { requests: 0, refused: 0, leaks: 0, writes: 0 };
const idsUsed = new Set<string>();

beforeAll(async () => {
	scene = await startScene();
	things = await listThings(scene.client);
	restore = await keepTables(scene.client);
});
afterAll(async () => {
	await scene?.stop();
	process.stdout.write(
		`${[
			`authorization matrix: ${entries.length} entry points`,
			`${actors.length} kinds of actor`,
			`${idsUsed.size} ids`,
			`${counts.requests} requests (${counts.refused} refused)`,
			`${counts.leaks} leaks`,
			`${counts.writes} writes`,
		].join(", ")}\n`,
	);
});

test("every entry point has a policy", () => {
	const known = ["member", "enrolled", "related", "system"];
	const without = entries
		.filter(({ policy }) => !known.includes(policy?.who))
		.map((entry) => `${nameOf(entry)} says not who may use it`);
	expect(without).toEqual([]);
});

test("every entry point has a sample, and no sample is left over", () => {
	const names = entries.map(nameOf);
	const missing = names
		.filter((name) => !samples[name])
		.map((name) => `"${name}" has no sample in test/support/samples.ts`);
	const over = Object.keys(samples)
		.filter((name) => !names.includes(name))
		.map((name) => `"${name}" is no entry point any more`);
	expect([...missing, ...over]).toEqual([]);
});

test.each(entries.map((entry) => [nameOf(entry), entry] as const))(
	"%s does what its policy says",
	async (_name, entry) => {
		for (const actor of actors) await useAll(entry, actor);
		expect(leaksToOthers()).toEqual([]);
	},
);

test("nothing anyone wrote is in a line of the log", () => {
	const leaked = scene.marks.leaks(scene.bot.logged.join("\n"), null);
	counts.leaks += leaked.length;
	expect(leaked).toEqual([]);
	expect(scene.marks.count()).toBeGreaterThan(100);
});

/** The ids an entry point is tried with; null where it takes none. */
function idsFor(entry: Entry): (Thing | null)[] {
	const { takes } = samples[nameOf(entry)] ?? {};
	if (takes === undefined) return [null];
	if (takes === "uuid") return things;
	if (takes === "topic")
		return things.filter(({ kind }) => kind !== "person" && kind !== "program");
	return [kinds["other mentor"].id, "U0STRANGER", "U0NOBODY"].map((id) => ({
		...madeUp,
		id,
	}));
}

async function useAll(entry: Entry, actor: Actor): Promise<void> {
	const all = idsFor(entry).map((thing) => ({
		thing,
		verdict: verdict(entry.policy, actor, thing),
	}));
	const refused = all.filter(({ verdict }) => verdict.is === "refused");
	const allowed = all.filter(({ verdict }) => verdict.is === "allowed");
	const seen: { thing: Thing | null; bytes: string }[] = [];

	await scene.client.query("delete from audit");
	const before = await everything();
	for (const { thing, verdict } of refused) {
		const done = await use(entry, actor, thing);
		if (verdict.is === "refused")
			expectRefusal(entry, done, `slack:refused.${verdict.why}`);
		seen.push({ thing, bytes: bytesOf(done) });
	}
	const audited = refused.filter(
		({ verdict }) => verdict.is === "refused" && verdict.audited,
	);
	await expectAudited(
		entry,
		audited.map(({ thing }) => thing),
	);
	const written = changed(before, await everything());
	counts.refused += refused.length;
	counts.writes += written.length;
	expect([actor.name, written]).toEqual([actor.name, []]);

	for (const { thing } of allowed) {
		const done = await use(entry, actor, thing);
		seen.push({ thing, bytes: bytesOf(done) });
		await expectAllowed(entry, actor, done, before);
	}
	expectOneAnswerForAllThatIsNotThere(entry, actor, seen);
}

const everything = () => checksums(scene.client, { without: ["audit"] });

async function use(
	entry: Entry,
	actor: Actor,
	thing: Thing | null,
): Promise<Done> {
	const act = samples[nameOf(entry)]?.act(thing?.id ?? "");
	if (!act) throw new Error(`${nameOf(entry)} has no sample.`);
	counts.requests += 1;
	if (thing) idsUsed.add(thing.id);
	const done = await scene.perform(actor, act);
	const reader = { ...actor, isMember: isMember(actor) };
	const leaked = scene.marks.leaks(done.answer.body, reader);
	counts.leaks += leaked.length;
	expect([actor.name, done.answer.status, leaked]).toEqual([
		actor.name,
		200,
		[],
	]);
	return done;
}

function expectRefusal(
	entry: Entry,
	{ answer, told }: Done,
	key: Parameters<Text["plain"]>[0],
) {
	if (entry.type === "event") return expect(told).toBeUndefined();
	if (entry.type === "options")
		return expect(answer.json).toEqual({ options: [] });
	const sentence = textFor("en").mrkdwn(key).mrkdwn;
	expect(wordsIn([answer.json, told?.args])).toContain(sentence);
}

/** Each refusal that counts is written down, with what it was about. */
async function expectAudited(entry: Entry, refused: (Thing | null)[]) {
	const { policy } = entry;
	const subjects = refused.map((thing) =>
		policy.who === "related" ? (thing?.id ?? null) : null,
	);
	const rows = await until("every refusal in the audit", async () => {
		const { rows } = await scene.client.query<{
			action: string;
			subject_id: string | null;
			outcome: string;
		}>("select action, subject_id, outcome from audit");
		return rows.length >= refused.length && rows;
	});
	expect(rows.map(({ subject_id }) => subject_id).sort()).toEqual(
		subjects.sort(),
	);
	const action = nameOf(entry);
	for (const row of rows)
		expect(row).toMatchObject({ action, outcome: "denied" });
}

/** It works, says nothing of a refusal, and leaves other workspaces alone. */
async function expectAllowed(
	entry: Entry,
	actor: Actor,
	{ answer, told }: Done,
	before: Map<string, string>,
) {
	const text = textFor("en");
	const words = wordsIn([answer.json, told?.args]).join("\n");
	for (const why of ["notYours", "notEnrolled", "guest", "unknown"] as const)
		expect(words).not.toContain(text.mrkdwn(`slack:refused.${why}`).mrkdwn);
	expect(words).not.toContain("Sorry");
	if (entry.type === "event")
		await until(`an effect of ${nameOf(entry)}`, async () =>
			entry.policy.who === "system"
				? changed(before, await everything()).length > 0
				: scene.front.told.at(-1)?.args.user_id === actor.user,
		);
	const after = changed(before, await everything());
	if (after.length === 0) return;
	await scene.settled();
	const { rows } = await scene.client.query<{ id: string }>(
		"select workspace_id as id from workspace where team_id = $1",
		[actor.team],
	);
	const strange = after.filter((key) => !key.startsWith(rows[0]?.id ?? "none"));
	counts.writes += strange.length;
	expect([actor.name, strange]).toEqual([actor.name, []]);
	await restore();
}

/** What was said, apart from what names the request itself. */
function bytesOf({ answer, told }: Done): string {
	const { trigger_id: _, view_id: __, ...args } = told?.args ?? {};
	return JSON.stringify([answer.status, answer.body, told?.method, args]);
}

function expectOneAnswerForAllThatIsNotThere(
	entry: Entry,
	actor: Actor,
	seen: { thing: Thing | null; bytes: string }[],
) {
	const nothing = seen.find(({ thing }) => thing?.kind === "nothing");
	if (!nothing) return;
	const others = seen.filter(
		({ thing }) =>
			thing?.team !== actor.team ||
			verdict(entry.policy, actor, thing).is === "refused",
	);
	for (const { thing, bytes } of others)
		expect([actor.name, thing?.name, bytes]).toEqual([
			actor.name,
			thing?.name,
			nothing.bytes,
		]);
}

/** Marked texts in what reached Slack since, other than their readers'. */
function leaksToOthers(): string[] {
	const leaked = scene.front.told.splice(0).flatMap((told) => {
		const text = JSON.stringify(told.args);
		const readers = scene.readersOf(told);
		return readers.length === 0
			? scene.marks.leaks(text, null)
			: readers.flatMap((reader) =>
					scene.marks.leaks(text, { ...reader, isMember: isMember(reader) }),
				);
	});
	counts.leaks += leaked.length;
	return leaked;
}

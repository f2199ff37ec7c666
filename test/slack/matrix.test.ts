import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { columns } from "../../src/db/columns.ts";
import { features } from "../../src/features.ts";
import { createTable } from "../../src/slack/table.ts";
import { actors } from "../support/actors.ts";
import { teams } from "../support/cast.ts";
import { createMarks } from "../support/marks.ts";
import { createRun } from "../support/matrix-run.ts";
import {
	describeUse,
	findTelling,
	nameOf,
	usesOf,
} from "../support/matrix-uses.ts";
import { populate } from "../support/populate.ts";
import { samples } from "../support/samples.ts";
import { openStage, type Stage } from "../support/stage.ts";
import { openTables } from "../support/tables.ts";
import { listThings, type Thing } from "../support/things.ts";

// Every entry point of the declared table, used as it is meant by every kind of
// actor, with ids of all that there is. What must happen follows from the
// entry's policy alone; nothing else may happen.

const { entries } = createTable(features);
const marks = createMarks();
const counts = { requests: 0, refused: 0, leaks: 0, writes: 0 };
const ids = new Set<string>();

let stage: Stage;
let things: Thing[];
let run: ReturnType<typeof createRun>;

beforeAll(async () => {
	stage = await openStage();
	// At once: most of it is waiting for messages that keep their pace.
	await Promise.all(
		Object.values(teams).map((team) => populate(stage, marks, team)),
	);
	await stage.uninstall(teams.gone);
	things = await listThings(stage.client);
	await stage.settled();
	await stage.stopClock();
	const tables = await openTables(stage.client);
	await tables.keep();
	run = createRun({ stage, tables, marks });
}, 120_000);
afterAll(async () => {
	await stage?.stop();
	const { requests, refused, leaks, writes } = counts;
	process.stdout.write(
		`authorization matrix: ${entries.length} entry points x ${actors.length} kinds of actor x ${ids.size} ids, ${requests} requests (${refused} refused): ${leaks} leaks, ${writes} writes\n`,
	);
});

test("every entry point says who may use it", () => {
	const known = [
		"member",
		"enrolled",
		"related",
		"manager",
		"admin",
		"manager or admin",
		"system",
	];
	const without = entries
		.filter(({ policy }) => !known.includes(policy?.who))
		.map((entry) => `"${nameOf(entry)}" does not say who may use it`);
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

test("a marked text is in every private column", async () => {
	const empty: string[] = [];
	for (const [table, its] of Object.entries(columns))
		for (const [column, about] of Object.entries(its)) {
			if (about !== "private") continue;
			const { rowCount } = await stage.client.query(
				`select from ${table} where ${column} is not null limit 1`,
			);
			if (rowCount === 0) empty.push(`${table}.${column}`);
		}
	expect(empty).toEqual([]);
	expect(marks.count()).toBeGreaterThan(100);
});

test.each(entries.map((entry) => [nameOf(entry), entry] as const))(
	"%s does what its policy says",
	async (_name, entry) => {
		const uses = usesOf(entry, things);
		const forbidden = uses.filter(({ said }) => said.is === "refused");
		const refused = await run.refuse(forbidden);
		const allowed = await run.allow(
			uses.filter(({ said }) => said.is === "allowed"),
		);
		const used = [...refused.used, ...allowed.used];
		const found = {
			faults: [...refused.faults, ...allowed.faults],
			leaks: [...refused.leaks, ...allowed.leaks],
			writes: [...refused.writes, ...allowed.writes],
			telling: findTelling(used).map(describeUse),
		};
		for (const { thing } of uses) if (thing) ids.add(thing.id);
		counts.requests += uses.length;
		counts.refused += forbidden.length;
		counts.leaks += found.leaks.length;
		counts.writes += found.writes.length;
		expect(found).toEqual({ faults: [], leaks: [], writes: [], telling: [] });
	},
);

test("nothing that anyone wrote is in the log", () => {
	const leaked = marks.leaks(stage.bot.logged.join("\n"), null);
	counts.leaks += leaked.length;
	expect(leaked).toEqual([]);
});

import { fork } from "node:child_process";
import { once } from "node:events";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { newId, withWorkspace } from "../src/db/database.ts";
import type { Deps } from "../src/deps.ts";
import { announceAct } from "../src/programs/acts.service.ts";
import {
	ensureFirstProgram,
	readFirstProgram,
} from "../src/programs/programs.service.ts";
import type { Visit } from "../src/slack/feature.ts";
import { textFor } from "../src/slack/text.ts";
import {
	applyImport,
	claimImport,
} from "../src/workspaces/apply-import.service.ts";
import { renderExport } from "../src/workspaces/directory-export.service.ts";
import { beginImport, checkImport } from "../src/workspaces/import.service.ts";
import { rowsOf } from "./import/rows.ts";
import { type Arena, openDeps, type Place } from "./support/arena.ts";
import { printTable } from "./support/head.ts";
import { time } from "./support/numbers.ts";
import { runBench } from "./support/run.ts";

type Figures = { ms: number; stallMs: number; growth: number };
type Row = [what: string, ...figures: (string | number)[]];

/** An import of directory data: how long, how much memory, how long a stall. */
await runBench({
	import: async (arena: Arena, small: boolean) => {
		const count = small ? 500 : 10_000;
		const ground = await arena.open();
		const [place] = await ground.addPlaces(1, 1);
		if (!place) throw new Error("There is no workspace.");
		const company = await startCompany(place, count);
		const deps = openDeps(ground.url, company.apiUrl);
		await ensureFirstProgram(deps, place.workspaceId);
		const rows: Row[] = [];
		const note = (what: string, { ms, stallMs, growth }: Figures) =>
			rows.push([what, time(ms), `${stallMs.toFixed(0)} ms`, `${growth} MB`]);

		const bad = rowsOf(count, { level: 1, badEach: 20 });
		note(
			`dry run, nobody known, ${count / 20} bad rows`,
			(await measure(() => check(deps, place, bad))).figures,
		);
		const first = rowsOf(count, { level: 1 });
		const fresh = await measure(() => check(deps, place, first));
		note("dry run, nobody known", fresh.figures);
		const written = await measure(() => apply(deps, place, fresh.value));
		note("import of all", written.figures);
		const raised = rowsOf(count, { level: 2 });
		const second = await measure(() => check(deps, place, raised));
		note("dry run, all known", second.figures);
		const again = await measure(() => apply(deps, place, second.value));
		note("import, every row changed", again.figures);
		const file = await measure(() => writeExport(deps, place));
		note("export", file.figures);
		printTable(
			`Directory data of ${count} people, through Slack's list with its limits`,
			["", "time", "longest stall", "memory grew by"],
			rows,
		);
		company.stop();
		await deps.db.destroy();
		await ground.close();
	},
});

async function startCompany({ workspaceId }: Place, count: number) {
	const path = new URL("./import/company.ts", import.meta.url);
	const child = fork(path, [workspaceId, String(count)]);
	const [apiUrl] = await once(child, "message");
	return { apiUrl: String(apiUrl), stop: () => child.kill() };
}

/** Runs it, and looks at the process meanwhile. */
async function measure<T>(work: () => Promise<T>) {
	await sleep(200);
	const before = process.memoryUsage.rss();
	let peak = before;
	const looks = setInterval(() => {
		peak = Math.max(peak, process.memoryUsage.rss());
	}, 20);
	const delay = monitorEventLoopDelay({ resolution: 1 });
	delay.enable();
	const start = performance.now();
	const value = await work();
	const ms = performance.now() - start;
	delay.disable();
	clearInterval(looks);
	const growth = Math.round((peak - before) / 1_000_000);
	return { value, figures: { ms, stallMs: delay.max / 1e6, growth } };
}

async function visitOf(deps: Deps, { workspaceId, people }: Place) {
	const programId = await withWorkspace(deps.db, workspaceId, readFirstProgram);
	const visit: Visit = {
		workspaceId,
		programId,
		actor: {
			personId: people[0] ?? "",
			slackUserId: "U0MANAGER",
			name: "A manager",
			zone: "UTC",
			locale: "en-US",
			slackRole: "member",
			manages: [programId],
			enrollment: null,
		},
		text: textFor("en"),
		now: deps.now(),
		key: newId(),
	};
	return visit;
}

async function check(deps: Deps, place: Place, text: string): Promise<string> {
	const visit = await visitOf(deps, place);
	const source = { pasted: text, text };
	const importId = (await beginImport(deps, visit, source)) ?? "";
	const checked = await checkImport(deps, visit, importId, source, () => {});
	if (checked.is !== "checked") throw new Error(checked.is);
	return importId;
}

async function apply(deps: Deps, place: Place, importId: string) {
	const visit = await visitOf(deps, place);
	await claimImport(deps, visit, importId);
	const applied = await applyImport(deps, visit, importId, {
		announce: announceAct,
		onProgress: () => {},
	});
	if (applied.is !== "applied") throw new Error(applied.is);
}

async function writeExport(deps: Deps, place: Place) {
	const { actor, programId, text } = await visitOf(deps, place);
	const { personId } = actor;
	await withWorkspace(deps.db, place.workspaceId, async (trx) => {
		await trx
			.insertInto("program_manager")
			.values({
				workspace_id: trx.workspaceId,
				program_id: programId,
				person_id: personId,
			})
			.execute();
		const about = { subjectId: programId, personId, now: deps.now() };
		const message = await renderExport({ trx, deps, text, ...about });
		if (!message) throw new Error("There is no file.");
	});
}

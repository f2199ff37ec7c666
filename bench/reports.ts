import { monitorEventLoopDelay } from "node:perf_hooks";
import { withWorkspace } from "../src/db/database.ts";
import {
	ensureFirstProgram,
	readFirstProgram,
} from "../src/programs/programs.service.ts";
import { makeRelease } from "../src/reports/make-release.service.ts";
import { loadStats } from "../src/reports/report-page.service.ts";
import { textFor } from "../src/slack/text.ts";
import { fillProgram } from "./reports/fill.ts";
import type { Arena } from "./support/arena.ts";
import { printTable } from "./support/head.ts";
import { time } from "./support/numbers.ts";
import { runBench } from "./support/run.ts";

const monthMs = 30 * 24 * 3_600_000;
const resolution = 5;
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

/** Its time, and what it was like meanwhile for whoever else is in the process. */
async function watched(work: () => Promise<unknown>): Promise<string[]> {
	const loop = monitorEventLoopDelay({ resolution });
	loop.enable();
	const start = performance.now();
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	const ms = performance.now() - start;
	loop.disable();
	return [
		time(ms),
		time((user + system) / 1_000),
		time(Math.max(0, loop.max / 1e6 - resolution)),
		megabytes(process.memoryUsage().heapUsed),
		megabytes(process.resourceUsage().maxRSS * 1024),
	];
}

/** Reports of a large program: a release each month in a thread, and stats. */
await runBench({
	reports: async (arena: Arena, small: boolean) => {
		const size = small
			? { people: 5_000, mentorships: 2_000 }
			: { people: 100_000, mentorships: 40_000 };
		const months = small ? 6 : 24;
		const ground = await arena.open();
		const { deps } = ground;
		const { workspaceId, programId } = await fillProgram(
			ground,
			size,
			async (id) => {
				await ensureFirstProgram(deps, id);
				return withWorkspace(deps.db, id, readFirstProgram);
			},
		);
		const start = deps.now().getTime();
		const rows: string[][] = [];
		for (let month = 1; month <= months; month += 1) {
			// Some of them are paused or gone by then, and others are there.
			await ground.query(
				`update enrollment set state = case when md5(person_id::text || $1)
					< '08' then 'left' else 'open' end`,
				[String(month)],
			);
			const now = new Date(start + month * monthMs);
			const asked = { workspaceId, programId, askedBy: null, now };
			const seen = await watched(() => makeRelease(deps, asked));
			rows.push([`release ${month}`, ...seen]);
		}
		// As of a program that has published every week for ten years.
		await ground.query(
			`insert into release (workspace_id, release_id, program_id, made_at,
					figures)
				select workspace_id, gen_random_uuid(), program_id,
					made_at - week * interval '7 days', figures
				from (select * from release order by made_at limit 1) first,
					generate_series(1, 520) week`,
		);
		const visit = {
			workspaceId,
			programId,
			actor: {
				personId: "",
				slackUserId: "U0MANAGER",
				name: "A manager",
				zone: "UTC",
				locale: "en-US",
				slackRole: "member" as const,
				manages: [programId],
				enrollment: null,
			},
			text: textFor("en"),
			now: deps.now(),
			key: "",
		};
		const seen = await watched(() => loadStats(deps, visit));
		rows.push(["/mentor stats", ...seen]);
		printTable(
			`A program of ${size.people} people and ${size.mentorships} mentorships in two years`,
			[
				...["", "time", "processor", "longest stall"],
				...["heap beside it", "most memory so far"],
			],
			rows,
		);
		await deps.threads.stop();
		await ground.close();
	},
});

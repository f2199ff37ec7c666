import { withWorkspace } from "../src/db/database.ts";
import {
	ensureFirstProgram,
	readFirstProgram,
} from "../src/programs/programs.service.ts";
import { publish } from "../src/reports/publish.service.ts";
import { loadStats } from "../src/reports/report-page.service.ts";
import { readRows } from "../src/reports/rows.service.ts";
import { textFor } from "../src/slack/text.ts";
import { fillProgram } from "./reports/fill.ts";
import type { Arena } from "./support/arena.ts";
import { printTable } from "./support/head.ts";
import { time } from "./support/numbers.ts";
import { runBench } from "./support/run.ts";

const monthMs = 30 * 24 * 3_600_000;

async function took<T>(work: () => Promise<T>): Promise<[string, T]> {
	const start = performance.now();
	const value = await work();
	return [time(performance.now() - start), value];
}

/** Reports of a large program: reading it, a release each month, and stats. */
await runBench({
	reports: async (arena: Arena, small: boolean) => {
		const size = small
			? { people: 5_000, mentorships: 2_000 }
			: { people: 100_000, mentorships: 40_000 };
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
		const run = <T>(work: Parameters<typeof withWorkspace<T>>[2]) =>
			withWorkspace(deps.db, workspaceId, work);
		const start = deps.now().getTime();
		const rows: string[][] = [];
		const note = (what: string, ms: string) => rows.push([what, ms]);
		const [reading] = await took(() =>
			run((trx) => readRows(trx, programId, deps.now())),
		);
		note("the rows that figures are made of", reading);
		for (let month = 1; month <= (small ? 3 : 6); month += 1) {
			// Some of them are paused or gone by then, and others are there.
			await ground.query(
				`update enrollment set state = case when md5(person_id::text || $1)
					< '08' then 'left' else 'open' end`,
				[String(month)],
			);
			const now = new Date(start + month * monthMs);
			const asked = { programId, askedBy: null, now };
			const [ms] = await took(() => run((trx) => publish(trx, asked)));
			note(`release ${month}`, ms);
		}
		const [ms] = await took(() =>
			loadStats(deps, {
				workspaceId,
				programId,
				actor: {
					personId: "",
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
				key: "",
			}),
		);
		note("/mentor stats", ms);
		printTable(
			`A program of ${size.people} people and ${size.mentorships} mentorships in two years`,
			["", "time"],
			rows,
		);
		await ground.close();
	},
});

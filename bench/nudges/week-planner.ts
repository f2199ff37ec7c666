// Plans a week of nudges in the database named by its argument, day by day,
// as the tick does, and prints how it went as JSON.
import { planDue } from "../../src/checkins/nudges.service.ts";
import { openDatabase } from "../../src/db/database.ts";
import { nudgeKind } from "../../src/mentorships/move.service.ts";
import { runSchedulesJob } from "../../src/scheduler/run-schedules.job.ts";
import type { ScheduleKind } from "../../src/scheduler/schedule.ts";
import { openDeps } from "../support/arena.ts";
import type { Week } from "./week.ts";

const [url = ""] = process.argv.slice(2);
const dayMs = 86_400_000;
const deps = openDeps(url);
const senderDb = openDatabase(url, "mentor_sender", { statementMs: 30_000 });
let looks = 0;
let days = 0;

/** The database's clock stands still for days to pass: dates move instead. */
const inDays = (at: Date, by: number) => new Date(at.getTime() + by * dayMs);
const nudges: ScheduleKind = {
	async plan({ trx, now, due }) {
		looks += due.length;
		const ids = due.map(({ subjectId }) => subjectId);
		const { owed, next } = await planDue(trx, ids, inDays(now, days));
		const moved = next.map(({ subjectId, nextAt }) => ({
			subjectId,
			nextAt: nextAt && inDays(nextAt, -days),
		}));
		return { owed, next: moved };
	},
};

const job = runSchedulesJob({
	senderDb,
	kinds: new Map([[nudgeKind, nudges]]),
});
let ms = 0;
let cpuMs = 0;
let heap = 0;
for (; days < 7; days += 1) {
	const began = performance.now();
	const cpu = process.cpuUsage();
	await job.run(deps, deps.now());
	ms += performance.now() - began;
	const { user, system } = process.cpuUsage(cpu);
	cpuMs += (user + system) / 1000;
	globalThis.gc?.();
	heap = Math.max(heap, process.memoryUsage().heapUsed);
	process.send?.("day");
	await new Promise((resolve) => process.once("message", resolve));
}
const { maxRSS } = process.resourceUsage();
const week: Week = { ms, cpuMs, looks, heap, rss: maxRSS * 1024 };
process.send?.(week);
await Promise.all([deps.db.destroy(), senderDb.destroy()]);
process.disconnect?.();

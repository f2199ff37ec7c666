// A replica for a benchmark to kill: plans what is due in the database named
// by its argument, and ends when nothing is.
import { newId, openDatabase } from "../../src/db/database.ts";
import { runSchedulesJob } from "../../src/scheduler/run-schedules.job.ts";
import type { ScheduleKind } from "../../src/scheduler/schedule.ts";
import { listDueKinds } from "../../src/scheduler/schedules.queries.ts";
import { openDeps } from "../support/arena.ts";
import { noteTo } from "../support/notes.ts";
import { nextPeriod, scheduleKind } from "./period.ts";

const period: ScheduleKind = {
	async plan({ due }) {
		return {
			// A new key each time: a period planned twice would be owed twice.
			owed: due.map(({ subjectId }) => ({
				...noteTo(subjectId, newId()),
				urgency: "today",
			})),
			next: due.map(({ subjectId, dueAt }) => ({
				subjectId,
				nextAt: nextPeriod(dueAt),
			})),
		};
	},
};

const [url = ""] = process.argv.slice(2);
const deps = openDeps(url);
const senderDb = openDatabase(url, "mentor_sender", { statementMs: 30_000 });
const kinds = new Map([[scheduleKind, period]]);
const job = runSchedulesJob({ senderDb, kinds });
do await job.run(deps, deps.now());
while ((await listDueKinds(senderDb, [scheduleKind])).length > 0);
await Promise.all([deps.db.destroy(), senderDb.destroy()]);

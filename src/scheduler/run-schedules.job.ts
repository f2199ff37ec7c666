import { type Db, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import { errorFacts } from "../log.ts";
import type { Job } from "./job.ts";
import type { Due, Next, ScheduleKind } from "./schedule.ts";
import { listDueKinds, lockDue, updateNext } from "./schedules.queries.ts";

export type RunSchedulesOptions = {
	senderDb: Db;
	/** By the name that their schedules carry. */
	kinds: ReadonlyMap<string, ScheduleKind>;
};

/** Schedules planned in one transaction. */
const largest = 1_000;
/** Subjects that fail until a workspace's kind is left to the next tick. */
const mostFailures = 20;

/**
 * Plans every schedule that is due. What it owes and when it is next commit
 * together, and a replica holds the rows it plans: each period of a schedule
 * is owed exactly once, whoever dies when.
 */
export function runSchedulesJob({ senderDb, kinds }: RunSchedulesOptions): Job {
	return {
		id: "scheduler:run-schedules",
		async run(deps) {
			const due = await listDueKinds(senderDb, [...kinds.keys()]);
			for (const { workspaceId, kind } of due) {
				const known = kinds.get(kind);
				if (known) await runKind(deps, { workspaceId, kind, ...known });
			}
		},
	};
}

type Work = ScheduleKind & { workspaceId: string; kind: string };

/**
 * Plans what is due of one kind in one workspace. A batch that fails is tried
 * again in smaller ones, until the subject that fails is alone and left out:
 * it does not keep the others waiting.
 */
async function runKind(deps: Deps, work: Work): Promise<void> {
	const failed: string[] = [];
	let most = largest;
	while (failed.length < mostFailures) {
		const { due, error } = await runBatch(deps, work, { most, except: failed });
		const [first] = due;
		if (error === undefined) {
			if (due.length < most) return;
			most = Math.min(largest, most * 2);
		} else if (!first) {
			// Not even the rows could be read: no smaller batch mends that.
			throw error;
		} else if (due.length > 1) {
			most = Math.ceil(due.length / 2);
		} else {
			failed.push(first.subjectId);
			const { workspaceId, kind } = work;
			const facts = { workspaceId, kind, ...first, ...errorFacts(error) };
			deps.log.error(facts, "a schedule failed");
		}
	}
}

/** One transaction; with an error, all of it was rolled back. */
async function runBatch(
	deps: Deps,
	{ workspaceId, kind, plan }: Work,
	limits: { most: number; except: string[] },
): Promise<{ due: Due[]; error?: unknown }> {
	let due: Due[] = [];
	try {
		await withWorkspace(deps.db, workspaceId, async (trx) => {
			const taken = await lockDue(trx, { kind, ...limits });
			if (!taken) return;
			due = taken.due;
			const { owed, next } = await plan({ trx, deps, ...taken });
			checkNext(kind, due, next);
			await insertOwed(trx, owed);
			await updateNext(trx, kind, next);
		});
		return { due };
	} catch (error) {
		return { due, error };
	}
}

/** A schedule that stays due would be planned again and again. */
function checkNext(kind: string, due: Due[], next: Next[]): void {
	const nextOf = new Map(next.map((it) => [it.subjectId, it.nextAt]));
	for (const { subjectId, dueAt } of due) {
		const nextAt = nextOf.get(subjectId);
		if (nextAt === undefined || (nextAt && nextAt <= dueAt))
			throw new RangeError(`${kind} does not say when ${subjectId} is next`);
	}
}

import { insertOwed } from "../../src/delivery/owe.queries.ts";
import type { Deps } from "../../src/deps.ts";
import { features } from "../../src/features.ts";
import { requestNewsFeature } from "../../src/matching/request-news.feature.ts";
import type { ScheduleKind } from "../../src/scheduler/schedule.ts";
import { updateNext } from "../../src/scheduler/schedules.queries.ts";
import type { Office } from "./office.ts";

type Each = (at: Date) => Promise<void>;

const ofRequests = requestNewsFeature.schedules ?? {};
const ofAll: Record<string, ScheduleKind> = Object.assign(
	{},
	...features.map(({ schedules }) => schedules ?? {}),
);

/**
 * Lets a request's times come that are due until then, one by one in their
 * order, as the scheduler would; `each` sees what the office has become.
 */
export const strike = (
	office: Office,
	until: Date,
	each: Each = async () => {},
): Promise<void> => ring(office, office.deps, ofRequests, until, each);

/** The same for everything that any feature has on its calendar. */
export const strikeAll = (
	office: Office,
	deps: Deps,
	until: Date,
	each: Each,
): Promise<void> => ring(office, deps, ofAll, until, each);

async function ring(
	office: Office,
	deps: Deps,
	kinds: Record<string, ScheduleKind>,
	until: Date,
	each: Each,
): Promise<void> {
	for (;;) {
		const at = await office.run(async (trx) => {
			const due = await trx
				.selectFrom("schedule")
				.select(["kind", "subject_id", "next_at"])
				.where("workspace_id", "=", trx.workspaceId)
				.where("kind", "in", Object.keys(kinds))
				.where("next_at", "<=", until)
				.orderBy("next_at")
				.orderBy("kind")
				.executeTakeFirst();
			if (!due) return null;
			const { kind, subject_id: subjectId, next_at: now } = due;
			const planned = await kinds[kind]?.plan({
				trx,
				deps,
				now,
				due: [{ subjectId, dueAt: now }],
			});
			if (!planned) throw new Error(`There is no schedule ${kind}.`);
			await insertOwed(trx, planned.owed);
			await updateNext(trx, kind, planned.next);
			return now;
		});
		if (!at) return;
		await each(at);
	}
}

import { insertOwed } from "../../src/delivery/owe.queries.ts";
import { requestNewsFeature } from "../../src/matching/request-news.feature.ts";
import { updateNext } from "../../src/scheduler/schedules.queries.ts";
import type { Office } from "./office.ts";

const kinds = requestNewsFeature.schedules ?? {};

/**
 * Lets a request's times come that are due until then, one by one in their
 * order, as the scheduler would; `each` sees what the office has become.
 */
export async function strike(
	office: Office,
	until: Date,
	each: (at: Date) => Promise<void> = async () => {},
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
				deps: office.deps,
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

import { updateHomeChanged } from "../delivery/home.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Next, ScheduleKind } from "../scheduler/schedule.ts";
import { lookMinutes, lookOnMinutes } from "./waiting.ts";
import { fillSeats } from "./waiting-fill.service.ts";

/**
 * Looks at each program with people waiting every few minutes. A seat opens in
 * many ways: this misses none of them, and ends when nobody waits any more.
 */
export const waitingSchedule: ScheduleKind = {
	async plan({ trx, deps, now, due }) {
		const owed: OwedMessage[] = [];
		const changed: string[] = [];
		const next: Next[] = [];
		for (const { subjectId } of due) {
			const filled = await fillSeats({ deps, trx, programId: subjectId, now });
			owed.push(...(filled?.owed ?? []));
			changed.push(...(filled?.changed ?? []));
			const minutes = filled?.isDone === false ? lookOnMinutes : lookMinutes;
			const later = new Date(now.getTime() + minutes * 60_000);
			next.push({ subjectId, nextAt: filled && later });
		}
		// All at once, in one order for everybody, as owing does.
		await updateHomeChanged(trx, changed);
		return { owed, next };
	},
};

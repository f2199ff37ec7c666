import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import type { Next, ScheduleKind } from "../scheduler/schedule.ts";
import { saveSchedule } from "../scheduler/schedules.queries.ts";
import { findPerson } from "./people.queries.ts";
import type { Standing } from "./slack-person.ts";

/** The schedule of someone who is gone from Slack, or back. */
export const presenceKind = "workspaces:presence";

/**
 * What another slice does when someone is gone from Slack, or back. It waits
 * for nobody: what somebody else is at is left for later, and not done. Gives
 * what it owes.
 */
export type OnPresence = (context: {
	deps: Deps;
	trx: WorkspaceTrx;
	personId: string;
	is: "gone" | "back";
	now: Date;
}) => Promise<{ owed: OwedMessage[]; isDone: boolean }>;

/**
 * Whom Slack has deactivated since, or taken back. They are shut out, or in
 * again, at once; what follows for others comes with the next tick.
 */
export async function notePresence(
	trx: WorkspaceTrx,
	changes: { personId: string; was: Standing; is: Standing }[],
	now: Date,
): Promise<void> {
	const isGone = (standing: Standing) => standing === "deactivated";
	for (const { personId: subjectId, was, is } of changes)
		if (isGone(was) !== isGone(is))
			await saveSchedule(trx, { kind: presenceKind, subjectId, nextAt: now });
}

const soon = (now: Date) => new Date(now.getTime() + 60_000);

/** As they are when it runs: who was gone for a moment was not. */
export function presenceSchedule(hooks: OnPresence[]): ScheduleKind {
	return {
		async plan({ deps, trx, now, due }) {
			const owed: OwedMessage[] = [];
			const next: Next[] = [];
			for (const { subjectId } of due) {
				const person = await findPerson(trx, subjectId);
				const is = person?.standing === "deactivated" ? "gone" : "back";
				const context = { deps, trx, personId: subjectId, is, now } as const;
				let isDone = true;
				for (const hook of person ? hooks : []) {
					const done = await hook(context);
					owed.push(...done.owed);
					isDone &&= done.isDone;
				}
				next.push({ subjectId, nextAt: isDone ? null : soon(now) });
			}
			return { owed, next };
		},
	};
}

import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Next } from "../scheduler/schedule.ts";
import { calendarAt } from "../time/calendar.ts";
import { type NudgeCount, saveNudgeCounts } from "./nudge-counts.queries.ts";
import type { Pair } from "./pair.ts";
import { listIdle } from "./pairs.queries.ts";
import { type FoundPair, readPair, readPairs } from "./pairs.service.ts";
import { isStillDue, type Nudge, planNudges } from "./plan-nudges.ts";
import type { Step, StepName } from "./step.ts";

const soonMs = 60_000;

/** What these mentorships owe to whom now, and when to look at each again. */
export async function planDue(
	trx: WorkspaceTrx,
	mentorshipIds: string[],
	now: Date,
): Promise<{ owed: OwedMessage[]; next: Next[] }> {
	const found = await readPairs(trx, mentorshipIds);
	const changed = [...found.values()].filter(isChanged);
	const idle = new Set(
		await listIdle(
			trx,
			changed.map(({ pair }) => pair.mentorshipId),
		),
	);
	const calendar = calendarAt(now);
	const counts: NudgeCount[] = [];
	const owed: OwedMessage[] = [];
	const next: Next[] = [];
	for (const subjectId of mentorshipIds) {
		const it = found.get(subjectId);
		if (!it) next.push({ subjectId, nextAt: null });
		else if (isChanged(it) && !idle.has(subjectId))
			next.push({ subjectId, nextAt: new Date(now.getTime() + soonMs) });
		else {
			const counted = isChanged(it) ? countAnew(it.pair, now) : it.pair;
			if (isChanged(it)) counts.push(countOf(counted));
			const { nudges, nextLook } = planNudges(counted, calendar);
			owed.push(...nudges.map((nudge) => owedFor(subjectId, nudge)));
			next.push({ subjectId, nextAt: nextLook });
		}
	}
	await saveNudgeCounts(trx, counts);
	return { owed, next };
}

/** A member went away, or all are back. */
function isChanged({ pair, wasHeld }: FoundPair): boolean {
	return pair.isHeld !== wasHeld;
}

/** What was silence while nothing was to be said is none. */
function countAnew(pair: Pair, now: Date): Pair {
	return pair.isHeld ? pair : { ...pair, countedFrom: now };
}

function countOf({ mentorshipId, countedFrom, isHeld }: Pair): NudgeCount {
	return { mentorshipId, isHeld, ...(!isHeld && { countedFrom }) };
}

function owedFor(
	mentorshipId: string,
	{ personId, step, key, staleAfterHours }: Nudge,
): OwedMessage {
	return {
		kind: `checkins:${step.is}`,
		to: { personId },
		subjectId: mentorshipId,
		key,
		urgency: "this_week",
		staleAfterHours,
	};
}

/** What is left to say of it when its time has come; undefined: nothing. */
export async function readDue(
	trx: WorkspaceTrx,
	mentorshipId: string,
	personId: string,
	is: StepName,
	now: Date,
): Promise<{ pair: Pair; step: Step } | undefined> {
	const pair = await readPair(trx, mentorshipId);
	const member = pair?.members.find((it) => it.personId === personId);
	if (!pair || !member) return undefined;
	const step = isStillDue(pair, member, is, calendarAt(now));
	return step && { pair, step };
}

import { rankOf, type Urgency } from "./owe.ts";
import {
	isUnderCap,
	nextDigestTime,
	nextNudgeTime,
	nextOpening,
	type Past,
	type Receiver,
} from "./receiver.ts";

/** Something owed to one person, as far as its time is concerned. */
export type OwedItem = {
	readonly owedId: string;
	readonly urgency: Urgency;
	readonly createdAt: Date;
	/** Later than this it is not said at all. */
	readonly staleAfter: Date;
};

export type DigestPlan = {
	/** One message each, soonest first; in it the most urgent and oldest first. */
	deliveries: { owedIds: string[]; at: Date }[];
	/** Nothing can be said about their time yet: paused, or stale by then. */
	waiting: string[];
	stale: string[];
};

/**
 * When everything owed to one person, and not sent yet, goes out.
 *
 * - `now` goes at once, at any hour, alone.
 * - `today` and `this_week` go in the receiver's working hours, neither paused
 *   nor snoozed; all that is owed goes as one message, at most one per local
 *   calendar day. Only what is for `today` and would be stale on the next
 *   working day makes a second one.
 * - Messages with something for `this_week` are at most `weeklyCap` per local
 *   ISO week. Over it, `today` goes alone and the rest waits for Monday.
 *
 * The plan holds while nothing changes: plan again with what is still unsent
 * when something does. After an outage everything due is in one digest.
 * Errors as in `nextOpening`.
 */
export function planDigest(
	items: readonly OwedItem[],
	receiver: Receiver,
	past: Past,
	now: Date,
): DigestPlan {
	const sorted = items.toSorted(byUrgencyAndAge);
	const live = sorted.filter((item) => isTimely(item, now));
	const of = (urgency: Urgency) =>
		live.filter((item) => item.urgency === urgency);
	const prompts = of("today");
	const nudges = of("this_week");

	const deliveries = of("now").map(({ owedId }) => ({
		owedIds: [owedId],
		at: now,
	}));
	const planned = new Set(deliveries.flatMap(({ owedIds }) => owedIds));
	function carry(digest: OwedItem[], at: Date | null): void {
		const timely = at ? digest.filter((item) => isTimely(item, at)) : [];
		if (!at || timely.length === 0) return;
		const owedIds = timely.map(({ owedId }) => owedId);
		deliveries.push({ owedIds, at });
		for (const owedId of owedIds) planned.add(owedId);
	}

	const at = timeForPrompts(prompts, receiver, past, now);
	const joined = at && isUnderCap(receiver, past, at) ? nudges : [];
	carry([...prompts, ...joined], at);
	// What could not join is over the cap: its day is in another week.
	const left = nudges.filter(({ owedId }) => !planned.has(owedId));
	if (left.length > 0) carry(left, nextNudgeTime(receiver, past, now));

	const ids = (of: OwedItem[]) => of.map(({ owedId }) => owedId);
	return {
		deliveries,
		waiting: ids(live.filter(({ owedId }) => !planned.has(owedId))),
		stale: ids(sorted.filter((item) => !isTimely(item, now))),
	};
}

/**
 * Whether a message may go out at this moment, or when it next may; null: not
 * known. Ask it again before sending. For `today` it leaves aside whether the
 * day had a digest: that depends on when its items go stale, and is the plan's
 * decision. Ask about a digest by its most urgent item. Errors as above.
 */
export function mayReceive(
	urgency: Urgency,
	receiver: Receiver,
	past: Past,
	now: Date,
): { now: true } | { now: false; nextAt: Date | null } {
	if (urgency === "now") return { now: true };
	const nextAt =
		urgency === "today"
			? nextOpening(receiver, now)
			: nextNudgeTime(receiver, past, now);
	return nextAt?.getTime() === now.getTime()
		? { now: true }
		: { now: false, nextAt };
}

/** When a digest with these prompts goes; null when all would be stale. */
function timeForPrompts(
	prompts: OwedItem[],
	receiver: Receiver,
	past: Past,
	now: Date,
): Date | null {
	if (prompts.length === 0) return null;
	const soonest = nextOpening(receiver, now);
	const usual = nextDigestTime(receiver, past, now);
	if (!soonest || !usual) return null;
	const cannotWait = (item: OwedItem) =>
		isTimely(item, soonest) && !isTimely(item, usual);
	if (prompts.some(cannotWait)) return soonest;
	return prompts.some((item) => isTimely(item, usual)) ? usual : null;
}

function isTimely({ staleAfter }: OwedItem, at: Date): boolean {
	return staleAfter >= at;
}

function byUrgencyAndAge(a: OwedItem, b: OwedItem): number {
	return (
		rankOf[a.urgency] - rankOf[b.urgency] ||
		a.createdAt.getTime() - b.createdAt.getTime() ||
		(a.owedId < b.owedId ? -1 : 1)
	);
}

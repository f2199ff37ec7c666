import { type OwedItem, planDigest } from "../../src/delivery/digest.ts";
import type { Receiver } from "../../src/delivery/receiver.ts";
import type { Life } from "./digest-lives.ts";
import { type Wall, wallClock } from "./wall-clock.ts";

/** One message the person got. */
export type Sent = { at: Date; items: OwedItem[]; wall: Wall };

/** Plans at every tick and sends what is due, as the bot does. */
export function live({ receiver, items, ticks }: Life) {
	const sent: Sent[] = [];
	const stale: OwedItem[] = [];
	let unsent = items;
	for (const tick of ticks) {
		const owed = unsent.filter(({ createdAt }) => createdAt <= tick);
		if (owed.length === 0) continue;
		const byId = new Map(owed.map((item) => [item.owedId, item]));
		const take = (ids: string[]) => {
			const taken = ids.flatMap((id) => byId.get(id) ?? []);
			unsent = unsent.filter((item) => !taken.includes(item));
			return taken;
		};
		const plan = planDigest(owed, receiver, pastOf(sent), tick);
		stale.push(...take(plan.stale));
		const wall = wallClock(tick, receiver.hours.zone);
		for (const { owedIds, at } of plan.deliveries)
			if (at <= tick) sent.push({ at: tick, items: take(owedIds), wall });
	}
	return { sent, stale };
}

/** What the ledger remembers of them. */
export function pastOf(sent: Sent[]) {
	return sent.map((message) => ({
		sentAt: message.at,
		urgency: holds(message, "this_week")
			? ("this_week" as const)
			: (message.items[0]?.urgency ?? "now"),
	}));
}

export function holds({ items }: Sent, urgency: OwedItem["urgency"]): boolean {
	return items.some((item) => item.urgency === urgency);
}

/** Whether the clock on the wall lets a digest arrive. */
export function isOpen(at: Date, receiver: Receiver): boolean {
	const { hours, holidays, pausedUntil, snoozedUntil } = receiver;
	const { date, time, weekday } = wallClock(at, hours.zone);
	return (
		hours.days.includes(weekday) &&
		!holidays.includes(date) &&
		time >= hours.start &&
		time < hours.end &&
		pausedUntil !== "open" &&
		at >= (pausedUntil ?? at) &&
		at >= (snoozedUntil ?? at)
	);
}

import type { Slack } from "../../simulator/slack.ts";
import type { Ledger } from "../support/ledger.ts";
import type { Mishap } from "./mishaps.ts";

export type Tally = {
	messages: number;
	kills: number;
	freezes: number;
	/** How Slack answered the calls it did not answer well, by outcome. */
	faults: Record<string, number>;
	/** Deliveries that were uncertain for a while. */
	unknown: number;
	/** Calls of conversations.history. */
	lookedUp: number;
	/** Owed and never seen in Slack; ids. */
	lost: string[];
	/** Seen more than once; ids. */
	duplicated: string[];
	/** By the ledger's own account. */
	states: Record<string, number>;
	/** Until nothing was owed any more. */
	seconds: number;
};

/** Keeps count of what passes by while the storm is on. */
export function watch(ledger: Ledger, slack: Slack, plan: Mishap[]) {
	const counted = (is: Mishap["is"]) =>
		plan.filter((mishap) => mishap.is === is).length;
	const planned = { kills: counted("kill"), freezes: counted("freeze") };
	const faults: Record<string, number> = {};
	const unknown = new Set<string>();
	let lookedUp = 0;
	let lastExchange = 0;

	function noteExchanges() {
		for (const { id, what, outcome, direction } of slack.exchanges()) {
			if (id <= lastExchange || direction === "to app") continue;
			lastExchange = id;
			if (what === "conversations.history") lookedUp += 1;
			if (outcome !== "ok") faults[outcome] = (faults[outcome] ?? 0) + 1;
		}
	}
	return {
		async look() {
			noteExchanges();
			const [row] = await ledger.query<{
				sent: string;
				open: string;
				unknown: string[] | null;
			}>(
				`select count(*) filter (where state = 'sent') as sent,
					count(*) filter (where state in ('pending', 'sending', 'unknown'))
						as open,
					array_agg(delivery_id::text) filter (where state = 'unknown')
						as unknown
				from delivery`,
			);
			for (const id of row?.unknown ?? []) unknown.add(id);
			return { sent: Number(row?.sent), open: Number(row?.open) };
		},
		counts: () => ({ ...planned, faults, unknown: unknown.size, lookedUp }),
	};
}

type Snapshot = {
	teams: Record<string, { conversations: { messages: Posted[] }[] }>;
};
type Posted = { metadata?: { event_payload: { id: string } } };

/** Compares what is owed with what stands in the local Slack's store. */
export async function countIn(ledger: Ledger, snapshot: unknown) {
	const seen = new Map<string, number>();
	for (const { conversations } of Object.values((snapshot as Snapshot).teams))
		for (const { metadata } of conversations.flatMap((it) => it.messages)) {
			const id = metadata?.event_payload.id ?? "";
			seen.set(id, (seen.get(id) ?? 0) + 1);
		}
	const rows = await ledger.query<{ id: string; state: string }>(
		"select delivery_id as id, state from delivery",
	);
	const states: Record<string, number> = {};
	for (const { state } of rows) states[state] = (states[state] ?? 0) + 1;
	return {
		messages: rows.length,
		lost: rows.map(({ id }) => id).filter((id) => !seen.has(id)),
		duplicated: [...seen].filter(([, count]) => count > 1).map(([id]) => id),
		states,
	};
}

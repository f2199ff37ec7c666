import {
	type ClaimOptions,
	claimDeliveries,
	claimUnknown,
} from "../../src/delivery/claim.queries.ts";
import type { Claimed } from "../../src/delivery/owe.ts";
import {
	expireLeases,
	settleDelivery,
} from "../../src/delivery/settle.queries.ts";
import type { Ledger, Place } from "./ledger.ts";

/** The ledger's moves one by one, without a sender. */
export function claiming({ senderDb, query }: Ledger) {
	const claim = (options: Partial<ClaimOptions> = {}) =>
		claimDeliveries(senderDb, {
			most: 32,
			leaseSeconds: 60,
			perSecond: 1_000,
			busy: [],
			...options,
		});
	/** Opens all lanes and gates at once, as time would. */
	async function timePasses(): Promise<void> {
		await query("update lane set next_at = now(), lookup_at = now()");
		await query(
			`update gate set open_at = least(open_at, now()),
				due_at = case when due_at is not null then now() end`,
		);
	}
	return {
		claim,
		timePasses,
		async claimOne(options: Partial<ClaimOptions> = {}): Promise<Claimed> {
			const [claimed] = await claim({ most: 1, ...options });
			if (!claimed) throw new Error("There is nothing to claim.");
			return claimed;
		},
		/** Claims one for a sender that dies with it; it is unknown now. */
		async lose(): Promise<Claimed> {
			const [lost] = await claim({ most: 1, leaseSeconds: -1 });
			if (!lost) throw new Error("There is nothing to lose.");
			await expireLeases(senderDb, { graceSeconds: -1 });
			await timePasses();
			return lost;
		},
		async lookUpOne(): Promise<Claimed> {
			const [claimed] = await claimUnknown(senderDb, {
				most: 1,
				leaseSeconds: 60,
				lookupsPerMinute: 60_000,
			});
			if (!claimed) throw new Error("Nothing is unknown.");
			return claimed;
		},
		/** It was sent; `gapSeconds` null after a look-up. */
		settle: (claimed: Claimed, gapSeconds: number | null = 0) =>
			settleDelivery(
				senderDb,
				claimed,
				{ state: "sent", channel: "D1", ts: "1.2" },
				gapSeconds,
			),
		async stateOf({ deliveryId }: Claimed): Promise<string | undefined> {
			const [row] = await query<{ state: string }>(
				"select state from delivery where delivery_id = $1",
				[deliveryId],
			);
			return row?.state;
		},
	};
}

/** Whose turn it is, as the numbers of people of one place. */
export const receivers = (claims: Claimed[], { people }: Place): number[] =>
	claims.map(({ personId }) => people.indexOf(personId ?? "")).sort();

import { withWorkspace } from "../db/database.ts";
import { claimUnknown } from "./claim.queries.ts";
import { listOwed } from "./owe.queries.ts";
import type { Claimed } from "./owe.ts";
import { findPosted } from "./post.ts";
import type { SenderOptions } from "./sender.ts";
import { type Settled, settleDelivery } from "./settle.queries.ts";

export type ReconcilerOptions = Omit<SenderOptions, "perSecond"> & {
	/** Look-ups in one workspace; some apps may make one only. */
	lookupsPerMinute: number;
};

export type Reconciler = {
	/** Decides what is unknown and due; how many were looked at. */
	round(): Promise<number>;
};

/**
 * Finds out what happened to unknown deliveries. In the bot's own DMs the
 * message is looked for by its metadata; what a pair says to each other is
 * never read, so for a group each kind of message states its choice.
 */
export function createReconciler(options: ReconcilerOptions): Reconciler {
	const { deps, senderDb, addresses, kinds, timing } = options;

	async function decide(claimed: Claimed): Promise<Settled> {
		const again: Settled = {
			state: "pending",
			error: "was not posted",
			waitSeconds: 0,
			attempts: claimed.attempts,
		};
		const drop = (error: string): Settled => ({ state: "dropped", error });
		const wait = (error: string): Settled => ({
			state: "unknown",
			error,
			waitSeconds: timing.graceSeconds,
		});
		const { address, owed } = await withWorkspace(
			deps.db,
			claimed.workspaceId,
			async (trx) => ({
				address: await addresses.find(trx, claimed),
				owed: await listOwed(trx, claimed.deliveryId),
			}),
		);
		if (!address) return drop("nobody is there any more");
		const choice = owed.some((it) => kinds.get(it.kind)?.ifUnknown === "resend")
			? again
			: drop("may have been posted");
		// When Slack does not tell in time, the kind's choice applies.
		const isStale = owed.every((it) => it.stale);
		if (typeof address === "string") return isStale ? choice : wait(address);
		// The conversation was never opened, so nothing was posted in it.
		if (!address.channel) return again;
		if (!claimed.personId) return choice;
		try {
			const ts = await findPosted(
				deps.slack.sender({ ...claimed, ...address }, timing.httpMs),
				address.channel,
				claimed.deliveryId,
				claimed.claimedAt,
			);
			return ts ? { state: "sent", channel: address.channel, ts } : again;
		} catch (error) {
			deps.log.warn(
				{ deliveryId: claimed.deliveryId, code: codeOf(error) },
				"a delivery could not be looked up",
			);
			return isStale ? choice : wait("could not be looked up");
		}
	}

	return {
		async round() {
			const claims = await claimUnknown(senderDb, {
				most: timing.atOnce,
				leaseSeconds: timing.leaseSeconds,
				lookupsPerMinute: options.lookupsPerMinute,
			});
			await Promise.all(
				claims.map(async (claimed) =>
					settleDelivery(senderDb, claimed, await decide(claimed), null),
				),
			);
			return claims.length;
		},
	};
}

function codeOf(error: unknown): string | undefined {
	const { code } = (error ?? {}) as { code?: unknown };
	return typeof code === "string" ? code : undefined;
}

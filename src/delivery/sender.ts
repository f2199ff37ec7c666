import type { WebClient } from "@slack/web-api";
import { type Db, withWorkspace } from "../db/database.ts";
import { claimDeliveries } from "./claim.queries.ts";
import {
	delayLane,
	type Settled,
	settleDelivery,
	stopGate,
	stopLane,
} from "./ledger.queries.ts";
import { type Letter, type LetterOptions, writeLetter } from "./letter.ts";
import { beforePosting, type Outcome } from "./outcome.ts";
import type { Claimed } from "./owe.ts";
import { post } from "./post.ts";
import { backoffSeconds, type Timing } from "./timing.ts";

export type SenderOptions = LetterOptions & {
	senderDb: Db;
	timing: Timing;
	/** Messages a second in one workspace. */
	perSecond: number;
};

/** Distributes, as Omit alone does not. */
type WithoutGap = Settled extends infer One
	? One extends unknown
		? Omit<One, "gapSeconds">
		: never
	: never;

export type Sender = {
	/** Claims what may go now and begins to send it; how many were claimed. */
	round(): Promise<number>;
	/** Begins nothing more, and waits for what is on its way. */
	drain(): Promise<void>;
};

/** Claims what is due, posts it, and writes down what became of it. */
export function createSender(options: SenderOptions): Sender {
	const { deps, senderDb, timing } = options;
	const inFlight = new Map<Promise<void>, string>();
	let draining = false;

	async function round(): Promise<number> {
		const free = timing.atOnce - inFlight.size;
		if (free <= 0 || draining) return 0;
		// Before the claim, on a clock that also runs while we are frozen.
		const began = performance.now();
		const claims = await claimDeliveries(senderDb, {
			most: free,
			leaseSeconds: timing.leaseSeconds,
			perSecond: options.perSecond,
			busy: busyWorkspaces(),
		});
		for (const claimed of claims) {
			const work = send(claimed, began)
				.catch((error) =>
					deps.log.error(
						{ deliveryId: claimed.deliveryId, code: error?.code },
						"a delivery could not be settled; its lease will expire",
					),
				)
				.finally(() => inFlight.delete(work));
			inFlight.set(work, claimed.workspaceId);
		}
		return claims.length;
	}

	function busyWorkspaces(): string[] {
		const counts = new Map<string, number>();
		for (const workspaceId of inFlight.values())
			counts.set(workspaceId, (counts.get(workspaceId) ?? 0) + 1);
		return [...counts]
			.filter(([, count]) => count >= timing.atOncePerWorkspace)
			.map(([workspaceId]) => workspaceId);
	}

	async function send(claimed: Claimed, began: number): Promise<void> {
		const mayBegin = () =>
			!draining && performance.now() - began < timing.beginMs;
		const letter = await writeLetter(options, claimed).catch(beforePosting);
		if (letter.is === "nothing")
			return settle(claimed, { state: "dropped", error: letter.reason });
		const outcome =
			letter.is === "letter"
				? await sendLetter(claimed, letter, mayBegin)
				: letter;
		await settleOutcome(claimed, outcome);
	}

	async function sendLetter(
		claimed: Claimed,
		{ address, message }: Extract<Letter, { is: "letter" }>,
		mayBegin: () => boolean,
	): Promise<Outcome> {
		try {
			const installation = {
				workspaceId: claimed.workspaceId,
				sealedToken: address.sealedToken,
			};
			const client = deps.slack.sender(installation, timing.httpMs, mayBegin);
			const channel =
				address.channel ?? (await open(claimed, address.slackUserIds, client));
			return await post(client, channel, message, claimed.deliveryId);
		} catch (error) {
			return beforePosting(error);
		}
	}

	/** Opening is idempotent: the same people always share one conversation. */
	async function open(
		claimed: Claimed,
		slackUserIds: string[],
		client: WebClient,
	): Promise<string> {
		const opened = await client.conversations.open({
			users: slackUserIds.join(","),
		});
		const channel = opened.channel?.id ?? "";
		await withWorkspace(deps.db, claimed.workspaceId, (trx) =>
			options.addresses.remember(trx, claimed, channel),
		);
		return channel;
	}

	async function settleOutcome(
		claimed: Claimed,
		outcome: Outcome,
	): Promise<void> {
		const { workspaceId, deliveryId, attempts } = claimed;
		if (outcome.is === "sent")
			return settle(claimed, { state: "sent", ...outcome });
		const { reason } = outcome;
		deps.log.warn({ deliveryId, is: outcome.is, reason }, "not sent for sure");
		const again = (waitSeconds: number, tries: number) =>
			settle(claimed, {
				state: "pending",
				error: reason,
				waitSeconds,
				attempts: tries,
			});
		switch (outcome.is) {
			case "limited":
				await delayLane(senderDb, workspaceId, outcome.waitSeconds);
				return again(outcome.waitSeconds, attempts - 1);
			case "not now":
				return again(outcome.waitSeconds, attempts - 1);
			case "not begun":
				return again(0, attempts - 1);
			case "workspace gone":
				await stopLane(senderDb, workspaceId, reason);
				return again(0, attempts - 1);
			case "unreachable":
				await stopGate(senderDb, workspaceId, claimed, reason);
				return again(0, attempts - 1);
			case "refused":
				return attempts >= timing.mostAttempts
					? settle(claimed, { state: "failed", error: reason })
					: again(backoffSeconds(attempts), attempts);
			case "unknown":
				return settle(claimed, {
					state: "unknown",
					error: reason,
					waitSeconds: timing.graceSeconds,
				});
		}
	}

	const settle = (claimed: Claimed, settled: WithoutGap): Promise<void> =>
		settleDelivery(senderDb, claimed, {
			...settled,
			gapSeconds: timing.gapSeconds,
		});

	return {
		round,
		async drain() {
			draining = true;
			while (inFlight.size > 0) await Promise.allSettled(inFlight.keys());
		},
	};
}

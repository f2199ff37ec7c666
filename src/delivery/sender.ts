import type { WebClient } from "@slack/web-api";
import { type Db, withWorkspace } from "../db/database.ts";
import { createBeat } from "./beat.ts";
import { claimDeliveries } from "./claim.queries.ts";
import { delayLane, stopGate, stopLane } from "./ledger.queries.ts";
import { type Letter, type LetterOptions, writeLetter } from "./letter.ts";
import { beforePosting, isChannelGone, type Outcome } from "./outcome.ts";
import type { Claimed } from "./owe.ts";
import { post } from "./post.ts";
import { type Settled, settleDelivery } from "./settle.queries.ts";
import { backoffSeconds, type Timing } from "./timing.ts";

export type SenderOptions = LetterOptions & {
	senderDb: Db;
	timing: Timing;
	/** Messages a second in one workspace. */
	perSecond: number;
};

export type Sender = {
	/** Claims what may go now and begins to send it; how many were claimed. */
	round(): Promise<number>;
	/** Milliseconds that a look at an idle ledger may wait. */
	idleMs(): number;
	/** Begins nothing more, and waits for what is on its way. */
	drain(): Promise<void>;
};

/** Claims what is due, posts it, and writes down what became of it. */
export function createSender(options: SenderOptions): Sender {
	const { deps, senderDb, timing } = options;
	const inFlight = new Map<Promise<void>, string>();
	const beat = createBeat(options.perSecond);
	let draining = false;
	let claiming: Promise<unknown> = Promise.resolve();

	async function round(): Promise<number> {
		// Full: the next place that comes free is the sign to go on.
		if (inFlight.size >= timing.atOnce) await Promise.race(inFlight.keys());
		if (draining) return 0;
		// Taken before the claim, so that we give up before the lease does.
		const elapsed = stopwatch();
		const claim = claimDeliveries(senderDb, {
			most: timing.atOnce - inFlight.size,
			leaseSeconds: timing.leaseSeconds,
			perSecond: options.perSecond,
			busy: busyWorkspaces(),
		});
		claiming = claim.catch(() => {});
		const claims = await claim;
		beat.claimed(claims);
		for (const claimed of claims) {
			const work = send(claimed, elapsed)
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

	/**
	 * Milliseconds from now on, by the clock that counts more: one stands still
	 * while the machine sleeps, the other may be set back.
	 */
	function stopwatch(): () => number {
		const [steady, wall] = [performance.now(), deps.now().getTime()];
		return () =>
			Math.max(performance.now() - steady, deps.now().getTime() - wall);
	}

	function busyWorkspaces(): string[] {
		const counts = new Map<string, number>();
		for (const workspaceId of inFlight.values())
			counts.set(workspaceId, (counts.get(workspaceId) ?? 0) + 1);
		return [...counts]
			.filter(([, count]) => count >= timing.atOncePerWorkspace)
			.map(([workspaceId]) => workspaceId);
	}

	async function send(claimed: Claimed, elapsed: () => number): Promise<void> {
		const mayBegin = () => !draining && elapsed() < timing.beginMs;
		const letter = await writeLetter(options, claimed).catch(beforePosting);
		if (letter.is === "nothing") {
			await settle(claimed, { state: "dropped", error: letter.reason });
			return;
		}
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
			const { channel: known, slackUserIds } = address;
			const send = (channel: string) =>
				post(client, channel, message, claimed.deliveryId);
			if (known === null)
				return await send(await open(claimed, slackUserIds, client));
			const outcome = await send(known);
			// Such as after a new installation: the same people, a new place.
			if (slackUserIds.length === 0 || !isChannelGone(outcome)) return outcome;
			const fresh = await open(claimed, slackUserIds, client);
			return fresh === known ? outcome : await send(fresh);
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
			options.addresses.remember(trx, claimed, channel, slackUserIds),
		);
		return channel;
	}

	async function settleOutcome(
		claimed: Claimed,
		outcome: Outcome,
	): Promise<void> {
		const { workspaceId, deliveryId, attempts } = claimed;
		if (outcome.is === "sent") {
			await settle(claimed, { state: "sent", ...outcome });
			return;
		}
		const { reason: error } = outcome;
		deps.log.warn(
			{ deliveryId, is: outcome.is, reason: error },
			"not sent for sure",
		);
		const again = (waitSeconds: number, tries = attempts - 1) =>
			settle(claimed, {
				state: "pending",
				error,
				waitSeconds,
				attempts: tries,
			});
		// Whoever lost the lease may have slept through a reinstall.
		switch (outcome.is) {
			case "limited":
				await delayLane(senderDb, workspaceId, outcome.waitSeconds);
				await again(outcome.waitSeconds);
				break;
			case "not now":
				await again(outcome.waitSeconds);
				break;
			case "not begun":
				await again(0);
				break;
			case "workspace gone":
				if (await again(0)) await stopLane(senderDb, workspaceId, error);
				break;
			case "unreachable":
				if (await again(0))
					await stopGate(senderDb, workspaceId, claimed, error);
				break;
			case "refused":
				if (attempts < timing.mostAttempts)
					await again(backoffSeconds(attempts), attempts);
				else await settle(claimed, { state: "failed", error });
				break;
			case "unknown":
				await settle(claimed, {
					state: "unknown",
					error,
					waitSeconds: timing.graceSeconds,
				});
		}
	}

	const settle = (claimed: Claimed, settled: Settled): Promise<boolean> =>
		settleDelivery(senderDb, claimed, settled, timing.gapSeconds);

	return {
		round,
		idleMs: () => Math.min(timing.idleMs, beat.untilNext()),
		async drain() {
			draining = true;
			await claiming;
			while (inFlight.size > 0) await Promise.allSettled(inFlight.keys());
		},
	};
}

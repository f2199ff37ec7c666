import { setTimeout as sleep } from "node:timers/promises";
import type { WebClient } from "@slack/web-api";
import { type Db, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { wire } from "../slack/answers.ts";
import type { Message } from "../slack/blocks.ts";
import type { RenderMessage } from "../slack/feature.ts";
import { textFor } from "../slack/text.ts";
import {
	claimDeliveries,
	expireLeases,
	listOwed,
	updateSettled,
} from "./delivery.queries.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import type { Claimed } from "./owe.ts";

/** Where a delivery goes, as the slices that own the rows know it. */
export type Address = {
	sealedToken: Buffer;
	/** null until the conversation was opened. */
	channel: string | null;
	slackUserIds: string[];
	locale: string;
};

export type Addresses = {
	/** null: nobody is there any more. */
	find(trx: WorkspaceTrx, to: Claimed): Promise<Address | null>;
	remember(trx: WorkspaceTrx, to: Claimed, channel: string): Promise<void>;
};

export type SenderOptions = {
	deps: Deps;
	senderDb: Db;
	addresses: Addresses;
	kinds: Map<string, RenderMessage>;
};

export type Sender = { start(): void; stop(): Promise<void> };

const leaseSeconds = 60;
/** A post must begin this long after the claim, or is left to the next one. */
const beginMs = 20_000;
const idleMs = 200;
const atOnce = 8;
const mostAttempts = 5;

/** Claims what is due, posts it, and writes down what became of it. */
export function createSender(options: SenderOptions): Sender {
	const { deps, senderDb } = options;
	const stopping = new AbortController();
	let running = Promise.resolve();

	async function loop(): Promise<void> {
		while (!stopping.signal.aborted) {
			const busy = await round().catch((error) => {
				deps.log.error({ code: error?.code }, "a round of sending failed");
				return 0;
			});
			if (busy < atOnce)
				await sleep(idleMs, undefined, { signal: stopping.signal }).catch(
					() => {},
				);
		}
	}

	async function round(): Promise<number> {
		const began = performance.now();
		await expireLeases(senderDb);
		const claims = await claimDeliveries(senderDb, {
			most: atOnce,
			leaseSeconds,
		});
		await Promise.all(claims.map((claimed) => send(claimed, began)));
		return claims.length;
	}

	async function send(claimed: Claimed, began: number): Promise<void> {
		const late = () => performance.now() - began > beginMs;
		try {
			const letter = await prepare(options, claimed);
			if (letter === null)
				return await settle(claimed, {
					state: "dropped",
					error: "nothing left to say, or nobody to say it to",
				});
			const client = deps.slack.sender({ ...claimed, ...letter.address });
			const channel = await openChannel(
				options,
				claimed,
				letter.address,
				client,
			);
			if (late() || stopping.signal.aborted)
				return await settle(claimed, {
					state: "pending",
					error: "given back",
					waitSeconds: 0,
					attempts: claimed.attempts - 1,
				});
			const outcome = await post(client, channel, letter.message, claimed);
			await settleOutcome(claimed, outcome);
		} catch (error) {
			// Nothing was posted yet: `post` does not throw.
			await settleOutcome(claimed, beforePosting(error));
		}
	}

	function settleOutcome(claimed: Claimed, outcome: Outcome): Promise<void> {
		if (outcome.sent === true)
			return settle(claimed, {
				state: "sent",
				channel: outcome.channel,
				ts: outcome.ts,
			});
		const { deliveryId } = claimed;
		deps.log.warn({ deliveryId, reason: outcome.reason }, "not sent for sure");
		if (outcome.sent === "unknown")
			return settle(claimed, { state: "unknown", error: outcome.reason });
		if (outcome.costsAttempt && claimed.attempts >= mostAttempts)
			return settle(claimed, { state: "failed", error: outcome.reason });
		return settle(claimed, {
			state: "pending",
			error: outcome.reason,
			waitSeconds: outcome.waitSeconds,
			attempts: claimed.attempts - (outcome.costsAttempt ? 0 : 1),
		});
	}

	const settle = (
		claimed: Claimed,
		settled: Parameters<typeof updateSettled>[2],
	) => updateSettled(senderDb, claimed, settled);

	return {
		start() {
			running = loop();
		},
		async stop() {
			stopping.abort();
			await running;
		},
	};
}

/** The message from fresh rows; null when it should not be sent. */
async function prepare({ deps, addresses, kinds }: SenderOptions, it: Claimed) {
	return withWorkspace(deps.db, it.workspaceId, async (trx) => {
		const [owed] = await listOwed(trx, it.deliveryId);
		const address = await addresses.find(trx, it);
		const render = owed && kinds.get(owed.kind);
		if (!owed || !address || !render || owed.stale) return null;
		const message = await render({
			trx,
			deps,
			subjectId: owed.subject_id,
			personId: it.personId,
			text: textFor(address.locale),
			now: deps.now(),
		});
		return message && { address, message };
	});
}

/** Opening is idempotent: the same people always share one conversation. */
async function openChannel(
	{ deps, addresses }: SenderOptions,
	claimed: Claimed,
	address: Address,
	client: WebClient,
): Promise<string> {
	if (address.channel) return address.channel;
	const opened = await client.conversations.open({
		users: address.slackUserIds.join(","),
	});
	const channel = opened.channel?.id ?? "";
	await withWorkspace(deps.db, claimed.workspaceId, (trx) =>
		addresses.remember(trx, claimed, channel),
	);
	return channel;
}

async function post(
	client: WebClient,
	channel: string,
	message: Message,
	{ deliveryId }: Claimed,
): Promise<Outcome> {
	try {
		const posted = await client.chat.postMessage({
			channel,
			...wire(message),
			metadata: {
				event_type: "mentor_delivery",
				event_payload: { id: deliveryId },
			},
		});
		return posted.channel && posted.ts
			? { sent: true, channel: posted.channel, ts: posted.ts }
			: { sent: "unknown", reason: "no timestamp" };
	} catch (error) {
		return outcomeOf(error);
	}
}

/** Whatever failed before the post, the message was certainly not sent. */
function beforePosting(error: unknown): Outcome {
	const outcome = outcomeOf(error);
	return outcome.sent === false
		? outcome
		: {
				sent: false,
				reason: outcome.sent === "unknown" ? outcome.reason : "not begun",
				waitSeconds: 5,
				costsAttempt: true,
			};
}

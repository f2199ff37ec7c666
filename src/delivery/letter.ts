import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { FileMessage, Message } from "../slack/blocks.ts";
import type { MessageKind } from "../slack/feature.ts";
import { textFor } from "../slack/text.ts";
import { mayReceive } from "./digest.ts";
import { joinMessages } from "./join-messages.ts";
import type { Outcome } from "./outcome.ts";
import { listOwed, type OwedRow } from "./owe.queries.ts";
import { type Claimed, type Destination, rankOf } from "./owe.ts";
import { listPast } from "./plan.queries.ts";
import type { Receiver } from "./receiver.ts";

/** Where a delivery goes, as the slices that own the rows know it. */
export type Address = {
	sealedToken: Buffer;
	/** null until the conversation was opened. */
	channel: string | null;
	slackUserIds: string[];
	locale: string;
};

export type Addresses = {
	/** null: there is no such person or group any more. */
	find(
		trx: WorkspaceTrx,
		to: Destination,
	): Promise<Address | "uninstalled" | "unreachable" | null>;
	/** `slackUserIds`: those it was opened for. */
	remember(
		trx: WorkspaceTrx,
		to: Destination,
		channel: string,
		slackUserIds: string[],
	): Promise<void>;
};

/** When someone may be written to unasked, as the slices know it. */
export type Receivers = {
	find(trx: WorkspaceTrx, personId: string): Promise<Receiver>;
};

export type Kinds = Map<string, MessageKind>;

export type LetterOptions = {
	deps: Deps;
	addresses: Addresses;
	receivers: Receivers;
	kinds: Kinds;
};

export type Letter =
	| { is: "letter"; address: Address; message: Message | FileMessage }
	| { is: "nothing"; reason: string }
	| Outcome;

/** Renders a delivery from fresh rows, or tells why it cannot go. */
export async function writeLetter(
	{ deps, addresses, receivers, kinds }: LetterOptions,
	claimed: Claimed,
): Promise<Letter> {
	return withWorkspace(deps.db, claimed.workspaceId, async (trx) => {
		const address = await addresses.find(trx, claimed);
		if (address === "uninstalled")
			return { is: "workspace gone", reason: address };
		if (address === "unreachable") return { is: address, reason: address };
		if (!address) return { is: "nothing", reason: "nobody is there any more" };
		const owed = await listOwed(trx, claimed.deliveryId);
		const timely = owed.filter((item) => !item.stale);
		if (timely.length === 0) return { is: "nothing", reason: "stale" };
		const now = deps.now();
		const shut = await untilOpen(trx, receivers, claimed, timely, now);
		if (shut) return shut;
		const text = textFor(address.locale);
		const files: FileMessage[] = [];
		const messages: Message[] = [];
		for (const { kind, subjectId } of timely) {
			const known = kinds.get(kind);
			// Owed by a newer version, which will run here soon as well.
			if (!known) return { is: "refused", reason: `no kind ${kind}` };
			const message = await known.render({
				trx,
				deps,
				subjectId,
				personId: claimed.personId,
				text,
				now,
			});
			if (message && "file" in message) files.push(message);
			else if (message) messages.push(message);
		}
		const [file] = files;
		if (file && files.length + messages.length > 1)
			return { is: "refused", reason: "a file goes by itself" };
		if (file) return { is: "letter", address, message: file };
		const [first, ...others] = messages;
		if (!first) return { is: "nothing", reason: "nothing left to say" };
		const message =
			others.length > 0 ? joinMessages([first, ...others], text) : first;
		return { is: "letter", address, message };
	});
}

/** The receiver's window, looked at again: much may have changed since. */
async function untilOpen(
	trx: WorkspaceTrx,
	receivers: Receivers,
	{ personId, deliveryId }: Claimed,
	owed: OwedRow[],
	now: Date,
): Promise<Outcome | null> {
	const [urgency] = owed
		.map((item) => item.urgency)
		.sort((a, b) => rankOf[a] - rankOf[b]);
	if (!personId || !urgency || urgency === "now") return null;
	const receiver = await receivers.find(trx, personId);
	const past = await listPast(trx, personId, deliveryId);
	const may = mayReceive(urgency, receiver, past, now);
	if (may.now) return null;
	const waitMs = may.nextAt ? may.nextAt.getTime() - now.getTime() : 3_600_000;
	return {
		is: "not now",
		reason: "not the receiver's time",
		waitSeconds: waitMs / 1000,
	};
}

import { z } from "zod";
import type { Cipher, Place } from "../db/cipher.ts";
import { placeOfDraft } from "../enrollment/draft.ts";
import {
	fieldFaults,
	optionalOneOf,
	optionalText,
	requiredText,
} from "../slack/fields.ts";
import { kinds } from "./engine/profile.ts";

/** For how long; the default is one conversation, not a commitment. */
export const durations = ["one_talk", "few_talks", "some_months"] as const;

export const askLengths = { ask: 600, goal: 300, why: 600, offer: 300 };

/** One box to tick; Slack sends a list. */
const ticked = z
	.array(z.string())
	.nullish()
	.transform((boxes) => (boxes ?? []).length > 0);

/** What a mentee writes to one mentor, as the form sends it. */
export const askForm = z.object({
	ask: requiredText(askLengths.ask),
	goal: optionalText(askLengths.goal),
	duration: z.enum(durations, fieldFaults.choose),
	/** Not asked where only one is possible. */
	kind: optionalOneOf(kinds),
	why: optionalText(askLengths.why),
	offer: optionalText(askLengths.offer),
	/** Slack id of who recommended this mentor. */
	recommendedBy: optionalText(20),
	notMyManager: ticked,
	ready: ticked,
});

/** As it is kept. */
const storedAsk = z.object({
	ask: z.string(),
	goal: z.string().nullable(),
	duration: z.enum(durations),
	/** As it was chosen; the request has the kind it is for. */
	kind: z.enum(kinds).nullish(),
	why: z.string().nullable(),
	offer: z.string().nullable(),
	recommendedBy: z.string().nullable(),
	notMyManager: z.boolean(),
	ready: z.boolean(),
});
export type Ask = z.infer<typeof storedAsk>;

export type AskOwner =
	| { workspaceId: string; requestId: string }
	| { workspaceId: string; personId: string; draftKey: string };

function placeOf(owner: AskOwner): Place {
	const { workspaceId } = owner;
	return "requestId" in owner
		? { workspaceId, table: "request", column: "ask", id: owner.requestId }
		: placeOfDraft(owner);
}

export function sealAsk(cipher: Cipher, owner: AskOwner, ask: Ask): Buffer {
	return cipher.seal(placeOf(owner), JSON.stringify(ask));
}

export function openAsk(cipher: Cipher, owner: AskOwner, sealed: Buffer): Ask {
	return storedAsk.parse(JSON.parse(cipher.open(placeOf(owner), sealed)));
}

import type { Cipher, Place } from "../db/cipher.ts";
import { placeOfDraft } from "../enrollment/draft.ts";
import type { Sought } from "./engine/query.ts";

/** Searches one person can wait for at a time. */
export const mostWaits = 3;

/** Working days of the receiver for which a seat is kept for them. */
export const reservedDays = 2;

/** For so many days nobody is told of the same mentor again. */
export const quietDays = 90;

/** The schedule of a program while anyone waits in it. */
export const waitingKind = "matching:waiting";

/** How often seats are looked at while anyone waits. */
export const lookMinutes = 5;

/** While there is more to look at than one look has time for. */
export const lookOnMinutes = 1;

/** How long Home says that the waiting has come to its end. */
export const matchedShownDays = 7;

/**
 * What a search says of waiting for what it is about: `offer` it, say that
 * they do (`waits`), or nothing while there is more to see (`none`).
 */
export type WaitOffer = "offer" | "waits" | "none";

/**
 * Names a search by its topics, else by its words, however it was typed. A
 * keyed hash, as the words are nobody else's business.
 */
export function soughtKey(
	cipher: Cipher,
	workspaceId: string,
	{ topics, words }: Sought,
): string {
	const named = topics.length > 0 ? topics : words;
	return cipher.keyedHash(workspaceId, `waiting ${named.toSorted().join(" ")}`);
}

/** Where the words of a search lie: on the list, or until one has joined. */
export type QueryOwner = { waitingId: string } | { personId: string };

/** A draft of the search, kept while someone joins. */
export const waitDraftKey = "wait";

function placeOf(workspaceId: string, owner: QueryOwner): Place {
	return "waitingId" in owner
		? { workspaceId, table: "waiting", column: "query", id: owner.waitingId }
		: placeOfDraft({ ...owner, workspaceId, draftKey: waitDraftKey });
}

export function sealQuery(
	cipher: Cipher,
	workspaceId: string,
	owner: QueryOwner,
	query: string,
): Buffer {
	return cipher.seal(placeOf(workspaceId, owner), query);
}

export function openQuery(
	cipher: Cipher,
	workspaceId: string,
	owner: QueryOwner,
	sealed: Buffer | null,
): string {
	return sealed ? cipher.open(placeOf(workspaceId, owner), sealed) : "";
}

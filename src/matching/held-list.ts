import type { Part } from "../enrollment/availability.ts";
import { isAsked } from "./request-moves.ts";
import type { RequestRow } from "./requests.queries.ts";

/** A mentee's ranked list, held: nothing happens to it meanwhile. */
export type HeldList = {
	/** In the mentee's order. */
	requests: RequestRow[];
	/** Of all who are in it, as far as they have joined. */
	parts: Part[];
};

/** Someone's part in the program of a list. */
export function partOf(
	{ requests: [first], parts }: HeldList,
	personId: string,
): Part | undefined {
	return parts.find(
		(part) => part.personId === personId && part.programId === first?.programId,
	);
}

/** The one that is before its mentor; none in a list that has ended. */
export function askedIn({ requests }: HeldList): RequestRow | undefined {
	return requests.find(({ state }) => isAsked(state));
}

export function requestIn(
	{ requests }: HeldList,
	requestId: string,
): RequestRow | undefined {
	return requests.find((request) => request.requestId === requestId);
}

/** Each list once. */
export function listIdsOf(requests: RequestRow[]): string[] {
	return [...new Set(requests.map(({ listId }) => listId))];
}

import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import {
	lockCapacity,
	type OnLeave,
} from "../enrollment/enrollment.service.ts";
import {
	beginExploring,
	readSeatsTaken,
} from "../mentorships/mentorships.service.ts";
import type { Visit } from "../slack/feature.ts";
import { readPerson } from "../workspaces/people.service.ts";
import {
	findRequest,
	listOpenRequestsOf,
	lockRequest,
	type RequestRow,
	type RequestState,
	updateRequestState,
} from "./requests.queries.ts";

/** What became of a tap on a request. */
export type Answered = {
	outcome: "accepted" | "declined" | "withdrawn" | "full" | "gone" | "before";
	/** As it stands now, which an old button then tells. */
	request: RequestRow;
};

type Decide = (
	trx: WorkspaceTrx,
	request: RequestRow,
	/** All the mentor has, taken or not; locked. */
	seats: number,
) => Promise<Answered["outcome"]>;

/** Runs one decision on an open request; a second tap finds it decided. */
function decide(
	deps: Deps,
	visit: Visit,
	requestId: string,
	work: Decide,
): Promise<Answered | null> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const found = await findRequest(trx, requestId);
		if (!found) return null;
		// The mentor before the request, as in leaving: nobody waits in a circle.
		const { programId, mentorId } = found;
		const seats = await lockCapacity(trx, { programId, personId: mentorId });
		const state = await lockRequest(trx, requestId);
		const request = { ...found, state: state ?? found.state };
		if (state !== "open") return { outcome: "before", request };
		const outcome = await work(trx, request, seats ?? 0);
		const now: RequestState =
			outcome === "full" || outcome === "gone" || outcome === "before"
				? "open"
				: outcome;
		return { outcome, request: { ...request, state: now } };
	});
}

/** Takes a seat under a lock on the mentor: never more than there are. */
export function accept(deps: Deps, visit: Visit, requestId: string) {
	return decide(deps, visit, requestId, async (trx, request, seats) => {
		const { programId, mentorId, menteeId } = request;
		const mentee = await readPerson(trx, menteeId);
		if (mentee?.standing !== "member") return "gone";
		const taken = await readSeatsTaken(trx, programId, mentorId);
		if (taken >= seats) return "full";
		await updateRequestState(trx, requestId, "accepted");
		const { mentorshipId, briefings } = await beginExploring(trx, {
			programId,
			requestId,
			mentorId,
			menteeId,
			kind: request.kind,
			now: visit.now,
		});
		await insertOwed(trx, [
			...briefings,
			{
				kind: "matching:introduction",
				to: { mentorshipId },
				subjectId: requestId,
				key: `introduction:${mentorshipId}`,
				urgency: "now",
				staleAfterHours: 72,
			},
		]);
		return "accepted";
	});
}

/** Not now: the mentee reads "can't right now", never a reason. */
export function decline(deps: Deps, visit: Visit, requestId: string) {
	return decide(deps, visit, requestId, async (trx, request) => {
		await updateRequestState(trx, requestId, "declined");
		await insertOwed(trx, [declinedMessage(request)]);
		return "declined";
	});
}

/** The mentee takes it back; the mentor's message says so when tapped. */
export function withdraw(deps: Deps, visit: Visit, requestId: string) {
	return decide(deps, visit, requestId, async (trx) => {
		await updateRequestState(trx, requestId, "withdrawn");
		return "withdrawn";
	});
}

/** Whoever leaves: what they asked is withdrawn, what they got is declined. */
export const closeRequestsOf: OnLeave = async (trx, visit) => {
	const { personId } = visit.actor;
	const owed: OwedMessage[] = [];
	for (const request of await listOpenRequestsOf(trx, personId)) {
		// It may have been answered just now.
		if ((await lockRequest(trx, request.requestId)) !== "open") continue;
		const asked = request.menteeId === personId;
		const state = asked ? "withdrawn" : "declined";
		await updateRequestState(trx, request.requestId, state);
		if (!asked) owed.push(declinedMessage(request));
	}
	await insertOwed(trx, owed);
};

function declinedMessage({ requestId, menteeId }: RequestRow): OwedMessage {
	return {
		kind: "matching:declined",
		to: { personId: menteeId },
		subjectId: requestId,
		key: `declined:${requestId}`,
		urgency: "now",
		staleAfterHours: 7 * 24,
	};
}

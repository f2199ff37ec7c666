import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import { noteAnswer } from "../enrollment/availability.service.ts";
import { enroll, lockCapacity } from "../enrollment/enrollment.service.ts";
import { emptyJoinForm } from "../enrollment/join-form.ts";
import {
	comeIn,
	gatheringNews,
	holdOpenGroup,
} from "../mentorships/members.service.ts";
import {
	beginExploring,
	readSeatsTaken,
} from "../mentorships/mentorships.service.ts";
import type { Visit } from "../slack/feature.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { type Answered, after, decide } from "./decide.service.ts";
import { askedIn, type HeldList, listIdsOf, partOf } from "./held-list.ts";
import { endRequest, findNextChoice } from "./next-choice.service.ts";
import { holdLists } from "./request-lists.service.ts";
import { declinedNews } from "./request-news.ts";
import {
	findRequest,
	listOpenRequestsOf,
	type RequestRow,
} from "./requests.queries.ts";

/** Takes a seat while the mentor's part is held: never more than there are. */
export function accept(deps: Deps, visit: Visit, requestId: string) {
	const move = "accept";
	return decide(
		deps,
		visit,
		{ requestId, move },
		async (trx, request, list) => {
			const { programId, mentorId, menteeId } = request;
			const mentee = await readPerson(trx, menteeId);
			if (mentee?.standing !== "member") return { outcome: "gone", request };
			const seats = await seatsOf(deps, trx, request, list);
			const group =
				request.kind === "group"
					? await holdOpenGroup(trx, { programId, mentorId })
					: undefined;
			const taken = await readSeatsTaken(trx, programId, mentorId);
			// Peers give no seat away, and a group has taken its one.
			const needsSeat = request.kind !== "peer" && !group;
			if (needsSeat && taken >= seats)
				return passOn(deps, trx, visit, request, list);
			const { now } = visit;
			await endRequest(deps, trx, list, { request, move, now });
			await noteAnswer(trx, { programId, personId: mentorId });
			const owed = group
				? (
						await comeIn(trx, group, {
							personId: menteeId,
							role: "mentee",
							now,
						})
					).owed
				: await begin(trx, request, now);
			await insertOwed(trx, owed);
			return { outcome: "accepted", request: after(request, move) };
		},
	);
}

/**
 * A mentorship of its own, with a conversation that opens with the ask. What
 * someone asks for is not for all of a group, so there it opens without.
 */
async function begin(
	trx: WorkspaceTrx,
	{ requestId, programId, mentorId, menteeId, kind }: RequestRow,
	now: Date,
): Promise<OwedMessage[]> {
	const parties = { requestId, programId, mentorId, menteeId };
	const begun = await beginExploring(trx, { ...parties, kind, now });
	const { mentorshipId, briefings } = begun;
	if (kind === "group")
		return [...briefings, gatheringNews({ mentorshipId, lineup: 0 })];
	return [
		...briefings,
		{
			kind: "matching:introduction",
			to: { mentorshipId },
			subjectId: requestId,
			key: `introduction:${mentorshipId}`,
			urgency: "now",
			staleAfterHours: 72,
		},
	];
}

/** All a mentor has, taken or not. Accepting is joining, with the defaults. */
async function seatsOf(
	deps: Deps,
	trx: WorkspaceTrx,
	{ programId, mentorId, kind }: RequestRow,
	list: HeldList,
): Promise<number> {
	const part = partOf(list, mentorId);
	if (part && part.state !== "left") return part.capacity;
	const key = { programId, personId: mentorId };
	const role = kind === "peer" ? "peer" : "mentor";
	await enroll(deps, trx, key, { ...emptyJoinForm, role });
	return (await lockCapacity(trx, key)) ?? 0;
}

/** The last seat is taken: the next choice is asked, when there is one. */
async function passOn(
	deps: Deps,
	trx: WorkspaceTrx,
	{ now }: Visit,
	request: RequestRow,
	list: HeldList,
): Promise<Answered> {
	const { next } = await findNextChoice(deps, trx, list, now);
	if (!next) return { outcome: "full", request };
	const move = "decline";
	const { owed } = await endRequest(deps, trx, list, { request, move, now });
	await insertOwed(trx, [declinedNews(request), ...owed]);
	return { outcome: "passedOn", request: after(request, move) };
}

/** Not now: the mentee reads "can't right now", never a reason. */
export function decline(deps: Deps, visit: Visit, requestId: string) {
	const move = "decline";
	return decide(
		deps,
		visit,
		{ requestId, move },
		async (trx, request, list) => {
			const { now } = visit;
			const { owed } = await endRequest(deps, trx, list, {
				request,
				move,
				now,
			});
			const { programId, mentorId: personId } = request;
			await noteAnswer(trx, { programId, personId });
			await insertOwed(trx, [declinedNews(request), ...owed]);
			return { outcome: "declined", request: after(request, move) };
		},
	);
}

/**
 * Not now to everyone whose request came no later than this one, which is
 * what the mentor had before them. Gives those it was said to.
 */
export function declineRest(
	deps: Deps,
	visit: Visit,
	lastId: string,
): Promise<RequestRow[]> {
	const { workspaceId, actor, now } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const last = await findRequest(trx, lastId);
		const open = await listOpenRequestsOf(trx, actor.personId);
		const shown = open.filter(
			(request) =>
				request.mentorId === actor.personId &&
				last &&
				request.askedAt <= last.askedAt,
		);
		const lists = (await holdLists(trx, listIdsOf(shown))) ?? [];
		const declined: RequestRow[] = [];
		const owed = [];
		for (const list of lists) {
			const request = askedIn(list);
			if (request?.mentorId !== actor.personId) continue;
			const move = "decline";
			const ended = await endRequest(deps, trx, list, { request, move, now });
			owed.push(declinedNews(request), ...ended.owed);
			declined.push(request);
			const { programId, mentorId: personId } = request;
			await noteAnswer(trx, { programId, personId });
		}
		await insertOwed(trx, owed);
		return declined;
	});
}

import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import { addDays, daysBetween, utcDate } from "../time/calendar.ts";
import { hasAgreement } from "./agreement.ts";
import { combine, hasLookBack, thankedBy } from "./closing.ts";
import { listLookBacks } from "./look-backs.queries.ts";
import type { Mentorship } from "./mentorship.ts";
import { type Moving, makeMove } from "./move.service.ts";

type Made = { mentorship: Mentorship; owed: OwedMessage[] };

/**
 * Carries out what the members of a closing mentorship have chosen together;
 * whoever has not chosen has finished. Owed as with `endEarly`.
 */
export async function settle(
	trx: WorkspaceTrx,
	before: Mentorship,
	moving: Pick<Moving, "now" | "by">,
): Promise<Made> {
	const [chosen, thanks] = [
		await listEndings(trx, before),
		await thanksOf(trx, before),
	];
	const ending = combine(chosen);
	if (ending === "renew") {
		const made = await makeMove(trx, before, { ...moving, move: "renew" });
		if (!hasAgreement(before)) return goOnAlone(trx, made.mentorship, moving);
		return { ...made, owed: [...made.owed, ...thanks] };
	}
	const made = await makeMove(trx, before, {
		...moving,
		move: "finish",
		endedAs: ending,
	});
	const stories = storiesOf(made.mentorship);
	return { ...made, owed: [...made.owed, ...thanks, ...stories] };
}

/**
 * After someone has left a mentorship that is locked, and given as it is now:
 * theirs may have been the only choice that was missing.
 */
export async function settleClosing(
	trx: WorkspaceTrx,
	mentorship: Mentorship,
	now: Date,
): Promise<Made> {
	const isOpen = mentorship.state === "closing" && hasLookBack(mentorship);
	const chosen = isOpen ? await listEndings(trx, mentorship) : [null];
	return chosen.includes(null)
		? { mentorship, owed: [] }
		: settle(trx, mentorship, { now, by: null });
}

/** There is nothing to sign with someone outside Slack: as long once more. */
async function goOnAlone(
	trx: WorkspaceTrx,
	renewed: Mentorship,
	{ now, by }: Pick<Moving, "now" | "by">,
): Promise<Made> {
	const { activeSince, endsOn } = renewed;
	const today = utcDate(now);
	const days =
		activeSince && endsOn && daysBetween(utcDate(activeSince), endsOn);
	const { mentorship } = await makeMove(trx, renewed, {
		now,
		by,
		move: "sign",
		dates: { activeSince: now, endsOn: days ? addDays(today, days) : null },
	});
	return { mentorship, owed: [] };
}

/** What each member has chosen this time, in the order of the members. */
export async function listEndings(
	trx: WorkspaceTrx,
	{ mentorshipId, changes, members }: Mentorship,
) {
	const rows = await listLookBacks(trx, mentorshipId);
	return members.map(
		({ personId }) =>
			rows.find((row) => row.personId === personId && row.closing === changes)
				?.ending ?? null,
	);
}

/** The thank-yous of this closing, each to those it is for. */
export async function thanksOf(
	trx: WorkspaceTrx,
	mentorship: Mentorship,
): Promise<OwedMessage[]> {
	if (mentorship.state !== "closing") return [];
	const rows = await listLookBacks(trx, mentorship.mentorshipId);
	return rows
		.filter(
			({ closing, thanks }) =>
				closing === mentorship.changes && thanks !== null,
		)
		.flatMap(({ lookBackId, personId: author }) =>
			thankedBy(mentorship, author).map(
				({ personId }): OwedMessage => ({
					kind: "mentorships:thank-you",
					to: { personId },
					subjectId: lookBackId,
					key: `thank-you:${lookBackId}:${personId}`,
					urgency: "today",
					staleAfterHours: 30 * 24,
				}),
			),
		);
}

/** Each gets their story, which they can get again at any time. */
function storiesOf(after: Mentorship): OwedMessage[] {
	if (!hasLookBack(after)) return [];
	const { mentorshipId, changes, members } = after;
	return members.map(({ personId }) => ({
		kind: "mentorships:story",
		to: { personId },
		subjectId: mentorshipId,
		key: `story:${mentorshipId}:${changes}:${personId}`,
		urgency: "today",
		staleAfterHours: 30 * 24,
	}));
}

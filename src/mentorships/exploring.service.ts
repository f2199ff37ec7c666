import type { WorkspaceTrx } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { goesOn, isAskedToGoOn } from "./exploring.ts";
import {
	findTalk,
	insertAnswer,
	listAnswers,
} from "./exploring-answers.queries.ts";
import type { Mentorship } from "./mentorship.ts";
import { type Moved, makeMove, moveIt } from "./move.service.ts";
import type { TakeTurn } from "./turn.service.ts";

/** `heard`: kept, and nothing else has happened; `all`: it goes on. */
export type Heard = "heard" | "all" | "not asked";

/**
 * Keeps what one member says. Nothing happens and nobody is told, unless by
 * this all of them have said that they want to go on: then it goes on at once.
 *
 * A no leaves no other trace than a yes: its request is known by the answer's
 * own row, which goes when exploring is over.
 */
export function answerExploring(
	deps: Deps,
	visit: Visit,
	{ mentorshipId, goesOn: wants }: { mentorshipId: string; goesOn: boolean },
): Promise<Moved<Heard> | null> {
	const { actor, key: requestKey, now } = visit;
	const { personId } = actor;
	const move = "goOn";
	return moveIt<Heard>(
		deps,
		visit,
		{ mentorshipId, move },
		async (trx, mentorship) => {
			if (!isAskedToGoOn(mentorship)) return { mentorship, did: "not asked" };
			const tap = { mentorshipId, personId, requestKey, goesOn: wants };
			await insertAnswer(trx, tap);
			const answers = await listAnswers(trx, mentorshipId);
			if (!goesOn(mentorship, answers)) return { mentorship, did: "heard" };
			const by = personId;
			const moved = await makeMove(trx, mentorship, { move, now, by });
			await insertOwed(trx, moved.owed);
			return { mentorship: moved.mentorship, did: "all" };
		},
	);
}

export const readTalk = findTalk;

/** One's own answer; nobody else's is ever read to be shown. */
export async function readOwnAnswer(
	trx: WorkspaceTrx,
	{ mentorshipId }: Pick<Mentorship, "mentorshipId">,
	personId: string,
): Promise<boolean | null> {
	const answers = await listAnswers(trx, mentorshipId);
	return answers.find((one) => one.personId === personId)?.goesOn ?? null;
}

/**
 * The date has come. Said or forgotten, it ends with the same words; it goes
 * on where all who are left have said so, such as after someone left a group.
 */
export const reachDate: TakeTurn = async ({ trx, mentorship, now }) => {
	const answers = await listAnswers(trx, mentorship.mentorshipId);
	const moving = { now, by: null };
	return goesOn(mentorship, answers)
		? makeMove(trx, mentorship, { ...moving, move: "goOn" })
		: makeMove(trx, mentorship, {
				...moving,
				move: "part",
				endedAs: "explored",
			});
};

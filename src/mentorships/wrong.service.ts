import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { resumeGate, stopGate } from "../delivery/ledger.queries.ts";
import type { Deps } from "../deps.ts";
import { readProgram } from "../programs/programs.service.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import type { TurnTo, WrongPage } from "./concern.ts";
import { listConcernsOf } from "./concerns.queries.ts";
import { isStopped } from "./mentorship.ts";
import { updateStopped } from "./mentorships.queries.ts";
import { findMentorship } from "./read-mentorships.queries.ts";
import { listHelpers } from "./safeguarding.queries.ts";

/**
 * One tap, and nothing more is said about the mentorship: what is owed to its
 * group waits, and what is owed to a person about it is not written any more.
 * Nobody else is told.
 */
export function stop(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
): Promise<WrongPage | null> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		// Repeated after all went on again, it must not stop it once more.
		if (await claimRequest(trx, visit.key)) {
			await updateStopped(trx, partOf(visit, mentorshipId), visit.now);
			await stopGate(trx, trx.workspaceId, groupOf(mentorshipId), "stopped");
		}
		return readWrongPage(trx, visit, mentorshipId);
	});
}

/** It was a mistake; if another member stopped it too, it stays stopped. */
export async function goOn(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
): Promise<void> {
	await withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		if (!(await claimRequest(trx, visit.key))) return;
		await updateStopped(trx, partOf(visit, mentorshipId), null);
		const mentorship = await findMentorship(trx, mentorshipId);
		if (mentorship && !isStopped(mentorship))
			await resumeGate(trx, groupOf(mentorshipId));
	});
}

/** What one may do, read afresh; null: there is no such mentorship. */
export async function readWrongPage(
	trx: WorkspaceTrx,
	{ programId, actor }: Visit,
	mentorshipId: string,
): Promise<WrongPage | null> {
	const [mentorship, turnTo, all] = await Promise.all([
		findMentorship(trx, mentorshipId),
		readTurnTo(trx, programId, mentorshipId),
		listConcernsOf(trx, actor.personId),
	]);
	if (!mentorship) return null;
	const concerns = all.filter(
		(concern) =>
			concern.mentorshipId === mentorshipId &&
			concern.reporter.personId === actor.personId,
	);
	return { mentorship, turnTo, concerns };
}

async function readTurnTo(
	trx: WorkspaceTrx,
	programId: string,
	mentorshipId: string,
): Promise<TurnTo> {
	const { settings } = await readProgram(trx, programId);
	const contacts = settings.safeguarding;
	const where = { mentorshipId, programId, contacts };
	const helpers = await listHelpers(trx, where);
	const contact = helpers.find(({ rank }) => rank !== null);
	return contact
		? { to: "contact", contact }
		: {
				to: "nobody",
				isNamed: contacts.length > 0,
				managers: helpers.filter(({ manages }) => manages),
			};
}

const partOf = ({ actor }: Visit, mentorshipId: string) => ({
	mentorshipId,
	personId: actor.personId,
});

const groupOf = (mentorshipId: string) => ({ personId: null, mentorshipId });

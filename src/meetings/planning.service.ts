import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readHours } from "../enrollment/profile.ts";
import type { Mentorship } from "../mentorships/mentorship.ts";
import { readMentorship } from "../mentorships/mentorships.service.ts";
import { readProgram } from "../programs/programs.service.ts";
import { holidayDates } from "../programs/settings.ts";
import type { Visit } from "../slack/feature.ts";
import { readWorkingHours } from "../workspaces/people.service.ts";
import { isAhead, lengthFor } from "./meeting.ts";
import { listBusy, listMeetingsIn } from "./meetings.queries.ts";
import { heldBefore, type Planning } from "./planning.ts";
import { spanOf } from "./slot.ts";

/** Of earlier meetings, as many tell whose turn it is. */
export const looksBack = 12;

/** All that planning goes by; undefined: there is no such mentorship. */
export async function readPlanning(
	trx: WorkspaceTrx,
	mentorshipId: string,
	now: Date,
): Promise<Planning | undefined> {
	const mentorship = await readMentorship(trx, mentorshipId);
	return mentorship && planningOf(trx, mentorship, now);
}

/** The same, for whoever asked for it themself. */
export const readPlanningFor = (
	deps: Deps,
	{ workspaceId, now }: Visit,
	mentorshipId: string,
): Promise<Planning | undefined> =>
	withWorkspace(deps.db, workspaceId, (trx) =>
		readPlanning(trx, mentorshipId, now),
	);

/** The same of a mentorship that was read, or is held. */
export async function planningOf(
	trx: WorkspaceTrx,
	mentorship: Mentorship,
	now: Date,
): Promise<Planning> {
	const { mentorshipId, programId, members } = mentorship;
	const personIds = members.map(({ personId }) => personId);
	const [hours, { settings }, meetings, busy] = await Promise.all([
		Promise.all(personIds.map((personId) => readWorkingHours(trx, personId))),
		readProgram(trx, programId),
		listMeetingsIn(trx, mentorshipId, looksBack),
		listBusy(trx, { personIds, mentorshipId }),
	]);
	const holidays = holidayDates(settings);
	return {
		mentorship,
		attendees: hours.map((row, index) => ({
			personId: personIds[index] ?? "",
			hours: readHours(row),
			holidays,
		})),
		standing: meetings.find((meeting) => isAhead(meeting, now)) ?? null,
		busy: busy.map((other) => spanOf(other.startsAt, other.lengthMinutes)),
		before: heldBefore(meetings, now),
		lengthMinutes: lengthFor(mentorship, settings.defaults.lengthMinutes),
	};
}

import type { BeforeMeeting } from "../meetings/before.ts";
import { memberOf } from "../mentorships/mentorship.ts";
import { readAgenda } from "./agenda.service.ts";
import { prepareBlocks, shareBlocks } from "./agenda-messages.views.ts";

/** In the message before a meeting: to prepare it, or what was prepared. */
export const agendaBefore: BeforeMeeting = async (
	{ mentorship: { mentorshipId } },
	reader,
	{ deps, trx, text, now },
) => {
	const { personId } = reader;
	const agenda = await readAgenda(deps, trx, mentorshipId, now, personId);
	if (!agenda) return [];
	const role = memberOf(agenda.mentorship, personId)?.role;
	return role === "mentor"
		? shareBlocks(agenda, reader, text)
		: prepareBlocks(agenda, reader, text);
};

import type { KnownBlock } from "@slack/types";
import type { BeforeMeeting } from "../meetings/before.ts";
import { memberOf } from "../mentorships/mentorship.ts";
import type { MessageContext } from "../slack/feature.ts";
import { readAgenda } from "./agenda.service.ts";
import { prepareBlocks, shareBlocks } from "./agenda-messages.views.ts";
import type { AgendaReader } from "./agenda-parts.views.ts";

type Said = Pick<MessageContext, "deps" | "trx" | "text" | "now">;

/** While nothing is booked, for whoever prepares; nothing for a mentor. */
export async function agendaPrompt(
	mentorshipId: string,
	reader: AgendaReader,
	{ deps, trx, text, now }: Said,
): Promise<KnownBlock[]> {
	const { personId } = reader;
	const agenda = await readAgenda(deps, trx, mentorshipId, now, personId);
	const me = agenda && memberOf(agenda.mentorship, personId);
	return me && me.role !== "mentor" ? prepareBlocks(agenda, reader, text) : [];
}

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

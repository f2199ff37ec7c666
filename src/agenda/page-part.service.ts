import { isOver } from "../mentorships/mentorship-moves.ts";
import type { PagePart } from "../mentorships/page.ts";
import { agendaButton } from "./agenda-parts.views.ts";

/** The next agenda, from a mentorship's page. */
export const agendaPart: PagePart = async ({ visit, mentorship }) =>
	isOver(mentorship.state)
		? null
		: {
				lines: [],
				buttons: [agendaButton(mentorship, visit.actor, visit.text)],
			};

import type { PagePart } from "../mentorships/page.ts";
import { readOpen } from "./no-answer.service.ts";
import { whoToAsk } from "./no-answer.ts";
import { askedLine } from "./no-answer.views.ts";
import {
	fewerHereButton,
	hearingButton,
	noAnswerButtons,
} from "./nudge-buttons.views.ts";
import { readPair } from "./pairs.service.ts";

const spokenOf = ["exploring", "agreeing", "active"];

/** How often one hears of a mentorship, and what to do when nobody answers. */
export const hearingPart: PagePart = async ({ trx, visit, mentorship }) => {
	const { actor, text, now } = visit;
	const { mentorshipId, state } = mentorship;
	if (!spokenOf.includes(state)) return null;
	const [pair, open] = await Promise.all([
		readPair(trx, mentorshipId),
		readOpen(trx, mentorshipId),
	]);
	const me = pair?.members.find(({ personId }) => personId === actor.personId);
	if (!me) return null;
	const other = whoToAsk(mentorship, actor.personId);
	const isAsker = open?.personId === actor.personId;
	return {
		lines: [
			...(open && other && isAsker
				? [askedLine(other, open, { ...actor, now }, text)]
				: []),
			...(me.fewer ? [text.mrkdwn("checkins:page.fewer")] : []),
		],
		buttons: [],
		seldom: [
			me.fewer
				? hearingButton("usual", mentorship, actor, text)
				: fewerHereButton(mentorship, actor, text),
			...(other && !open ? noAnswerButtons(mentorship, actor, text) : []),
		],
	};
};

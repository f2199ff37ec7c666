import type { PageContext, PagePart } from "../mentorships/page.ts";
import { canMeet, canPlan, type Meeting } from "./meeting.ts";
import {
	aheadButtons,
	cancelButton,
	metButton,
	planButton,
} from "./meeting-buttons.views.ts";
import { readNextMeetings } from "./meetings.service.ts";
import { findLine, nextLine } from "./page-part.views.ts";

async function readNext({
	trx,
	visit,
	mentorship: { mentorshipId },
}: PageContext): Promise<Meeting | undefined> {
	const next = await readNextMeetings(trx, [mentorshipId], visit.now);
	return next.get(mentorshipId);
}

/** What is planned stands through a pause, until it is called off. */
export const standingPart: PagePart = async (context) => {
	const { visit, mentorship } = context;
	const { actor, text } = visit;
	const meeting = await readNext(context);
	if (!meeting || mentorship.state !== "paused") return null;
	return {
		lines: [nextLine(meeting, mentorship, actor, text)],
		buttons: [cancelButton(meeting, mentorship, actor, text)],
	};
};

/** The next conversation on a mentorship's page, and what one can do about it. */
export const meetingsPart: PagePart = async (context) => {
	const { visit, mentorship } = context;
	const { actor, text } = visit;
	if (!canMeet(mentorship)) return null;
	// A flash says so on a part of its own.
	const met =
		mentorship.kind === "flash" ? [] : [metButton(mentorship, actor, text)];
	if (!canPlan(mentorship)) {
		const standing = await standingPart(context);
		const { lines = [], buttons = [] } = standing ?? {};
		return { lines, buttons: [...buttons, ...met] };
	}
	const meeting = await readNext(context);
	if (!meeting)
		return {
			lines: findLine(mentorship, text),
			buttons: [planButton(mentorship, actor, text), ...met],
		};
	return {
		lines: [nextLine(meeting, mentorship, actor, text)],
		buttons: [...aheadButtons(meeting, mentorship, actor, text), ...met],
	};
};

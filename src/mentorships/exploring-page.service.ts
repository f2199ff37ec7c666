import { readOwnAnswer, readTalk } from "./exploring.service.ts";
import {
	exploringNext,
	goOnButtons,
	ownLine,
	ruleLine,
} from "./exploring.views.ts";
import { closingLine, metButton } from "./flash.views.ts";
import type { PagePart } from "./page.ts";
import { readThanks } from "./thanks.service.ts";
import { thankButtons } from "./thanks-buttons.views.ts";

/** Until when, whose move it is, and what one has said oneself. */
export const exploringPart: PagePart = async ({ trx, visit, mentorship }) => {
	const { actor, text } = visit;
	if (mentorship.state !== "exploring") return null;
	const { personId: reader } = actor;
	const [talk, own] = await Promise.all([
		readTalk(trx, mentorship.mentorshipId, { reader, now: visit.now }),
		readOwnAnswer(trx, mentorship, reader),
	]);
	const next = exploringNext(mentorship, { talk, own }, actor, text);
	if (mentorship.kind === "flash")
		return { lines: [next], buttons: [metButton(mentorship, actor, text)] };
	return {
		lines: [
			next,
			...ruleLine(mentorship, actor, text),
			ownLine(mentorship, own, actor, text),
		],
		buttons: goOnButtons(mentorship, own, actor, text),
	};
};

/** A flash that was had: a thank-you closes it. */
export const flashPart: PagePart = async ({ deps, trx, visit, mentorship }) => {
	const { actor, text } = visit;
	if (mentorship.kind !== "flash" || mentorship.state !== "closing")
		return null;
	const { mine } = await readThanks(deps, trx, mentorship, actor.personId);
	return {
		lines: [closingLine(mentorship, actor, text)],
		buttons: mine ? [] : thankButtons(mentorship, actor, text),
	};
};

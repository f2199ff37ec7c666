import type { PagePart } from "./page.ts";
import { isLongFor } from "./pause.ts";
import { interimButton, pauseButtons, pauseLine } from "./pause.views.ts";

/** A pause, and what each of them can do about it. */
export const pausePart: PagePart = async ({ visit, mentorship }) => {
	const { actor, text, now } = visit;
	const buttons = pauseButtons(mentorship, actor, text);
	if (mentorship.state !== "paused")
		return { lines: [], buttons: [], seldom: buttons };
	const find = isLongFor(mentorship, actor.personId, now)
		? [interimButton(text)]
		: [];
	return {
		lines: [pauseLine(mentorship, { ...actor, now }, text)],
		buttons: [...buttons, ...find],
	};
};

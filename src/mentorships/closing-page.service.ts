import { hasLookBack } from "./closing.ts";
import { endButton, lookBackButton } from "./closing-buttons.views.ts";
import { closingLine } from "./closing-messages.views.ts";
import { canMove } from "./mentorship-moves.ts";
import type { PagePart } from "./page.ts";
import { listEndings } from "./settle.service.ts";

/** While it closes: looking back, and choosing how it goes on. */
export const closingPart: PagePart = async ({ trx, visit, mentorship }) => {
	if (mentorship.state !== "closing" || !hasLookBack(mentorship)) return null;
	const { actor, text } = visit;
	const endings = await listEndings(trx, mentorship);
	const at = mentorship.members.findIndex(
		({ personId }) => personId === actor.personId,
	);
	const hasChosen = endings[at] !== null;
	return {
		lines: [closingLine(mentorship, hasChosen, actor, text)],
		buttons: [lookBackButton(mentorship, actor, text)],
	};
};

/** Before that, the way to end it: after all else that one can do. */
export const endPart: PagePart = async ({ visit, mentorship }) => {
	const { actor, text } = visit;
	return canMove(mentorship.state, "end") && mentorship.state !== "closing"
		? {
				lines: [],
				buttons: [],
				seldom: [endButton(mentorship, actor, text)],
			}
		: null;
};

import { readHalfway } from "./halfway.service.ts";
import { answerOf } from "./halfway.ts";
import { halfwayPartOf } from "./halfway-buttons.views.ts";
import type { PageContext, PagePart } from "./page.ts";

/** What stands before a next meeting: my halfway lines, while I am asked. */
export const toWritePart: PagePart = (context) => readPart(context, true);

/** Otherwise: that it waits for all, or what all have written. */
export const halfwayPart: PagePart = (context) => readPart(context, false);

async function readPart(context: PageContext, isAsked: boolean) {
	const { deps, trx, visit, mentorship } = context;
	const { actor, text } = visit;
	const halfway = await readHalfway(deps, trx, mentorship.mentorshipId);
	const own = halfway && answerOf(halfway, actor.personId);
	if (!own || (own.answeredAt === null) !== isAsked) return null;
	return halfwayPartOf(mentorship, halfway, actor, text);
}

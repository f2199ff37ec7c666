import { exploringLine } from "./mentorships.views.ts";
import type { PagePart } from "./page.ts";

/** Until when, and whose move it is to find a time. */
export const exploringPart: PagePart = async ({ visit, mentorship }) =>
	mentorship.state === "exploring"
		? {
				lines: [exploringLine(mentorship, visit.actor, visit.text)],
				buttons: [],
			}
		: null;

import type { OwedMessage } from "../delivery/owe.ts";
import type { Agreement } from "./agreement.ts";
import type { Mentorship } from "./mentorship.ts";

const week = 7 * 24;

/** To the others: it reads differently now, and needs their signature. */
export const changedNews = (
	mentorship: Mentorship,
	agreement: Agreement,
): OwedMessage[] =>
	news("agreement-changed", mentorship, agreement, agreement.author?.personId);

/** To the others: all have signed what was changed on the way. */
export const holdsNews = (
	mentorship: Mentorship,
	agreement: Agreement,
	by: string | null,
): OwedMessage[] => news("agreement-holds", mentorship, agreement, by);

/** Each version is told of once; `by` knows it from what they just did. */
function news(
	what: string,
	{ members }: Mentorship,
	{ agreementId }: Agreement,
	by: string | null | undefined,
): OwedMessage[] {
	return members
		.filter(({ personId }) => personId !== by)
		.map(({ personId }) => ({
			kind: `mentorships:${what}`,
			to: { personId },
			subjectId: agreementId,
			key: `${what}:${agreementId}:${personId}`,
			urgency: "now",
			staleAfterHours: week,
		}));
}

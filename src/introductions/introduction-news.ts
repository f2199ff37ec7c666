import type { OwedMessage } from "../delivery/owe.ts";
import type { Introduction } from "./introduction.ts";

// Whoever acts is told at once; who is asked for something hears in their own
// working hours. Each thing is said once.
const week = 7 * 24;

type Told = {
	what: string;
	to: OwedMessage["to"] | undefined;
	urgency?: OwedMessage["urgency"];
};

function news(
	{ introductionId }: Introduction,
	{ what, to, urgency = "now" }: Told,
): OwedMessage[] {
	if (!to) return [];
	return [
		{
			kind: `introductions:${what}`,
			to,
			subjectId: introductionId,
			key: `introduction:${what}:${introductionId}`,
			urgency,
			staleAfterHours: week,
		},
	];
}

const dm = (party: { personId: string } | null) =>
	party ? { personId: party.personId } : undefined;

/** To the mentor: whom could they talk to? */
export const questionNews = (it: Introduction): OwedMessage[] =>
	news(it, { what: "question", to: dm(it.mentor), urgency: "today" });

/** To the mentee: the mentor thought of someone; shall I ask them? */
export const offerNews = (it: Introduction): OwedMessage[] =>
	news(it, { what: "offer", to: dm(it.mentee), urgency: "today" });

/** The one message to whoever is named. */
export const invitationNews = (it: Introduction): OwedMessage[] =>
	news(it, { what: "invitation", to: dm(it.third), urgency: "today" });

/** To the mentee: someone is being asked. */
export const namedNews = (it: Introduction): OwedMessage[] =>
	news(it, { what: "named", to: dm(it.mentee) });

/** To the mentor: what they offered is taken up. */
export const takenUpNews = (it: Introduction): OwedMessage[] =>
	news(it, { what: "taken-up", to: dm(it.mentor) });

/** To the mentor: not taken up; a no and a silence are the same news. */
export const notTakenUpNews = (it: Introduction): OwedMessage[] =>
	news(it, { what: "not-taken-up", to: dm(it.mentor) });

/** To the mentee: no one came to mind, or the mentor let it pass. */
export const nobodyNews = (it: Introduction): OwedMessage[] =>
	news(it, { what: "nobody", to: dm(it.mentee) });

/** To both: a no and a silence are the same news. */
export const cannotNews = (it: Introduction): OwedMessage[] => [
	...news(it, { what: "cannot-mentee", to: dm(it.mentee) }),
	...news(it, { what: "cannot-mentor", to: dm(it.mentor) }),
];

/** A yes: the group conversation opens, and the mentor hears of it. */
export const acceptedNews = (
	it: Introduction,
	conversationId: string,
): OwedMessage[] => [
	...news(it, { what: "hello", to: { conversationId } }),
	...news(it, { what: "introduced", to: dm(it.mentor) }),
];

/** When whoever has the move lets it pass. */
export function expiredNews(it: Introduction): OwedMessage[] {
	switch (it.state) {
		case "offered":
			return notTakenUpNews(it);
		case "asked":
			return nobodyNews(it);
		default:
			return cannotNews(it);
	}
}

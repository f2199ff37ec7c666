import type { OwedMessage } from "../delivery/owe.ts";
import type { PeerInvitation } from "./peer-invitation.ts";

type Told = { personId: string };

function news(
	{ invitationId }: PeerInvitation,
	what: string,
	people: readonly Told[],
	urgency: OwedMessage["urgency"] = "now",
): OwedMessage[] {
	return people.map(({ personId }) => ({
		kind: `matching:${what}`,
		to: { personId },
		subjectId: invitationId,
		key: `${what}:${invitationId}:${personId}`,
		urgency,
		staleAfterHours: 7 * 24,
	}));
}

/** To the members who have not said anything yet. */
export const proposalNews = (it: PeerInvitation, members: readonly Told[]) =>
	news(it, "peer-proposal", members, "today");

/** The one message to whoever is invited. */
export const invitationNews = (it: PeerInvitation) =>
	news(it, "peer-invitation", [it.invited], "today");

/** To those who agreed: it stays as it is. A no and a silence read alike. */
export const staysNews = (it: PeerInvitation) =>
	news(
		it,
		"peer-stays",
		it.agreed.map((personId) => ({ personId })),
	);

/** To all members: a no and a silence are the same news. */
export const cannotNews = (it: PeerInvitation, members: readonly Told[]) =>
	news(it, "peer-cannot", members);

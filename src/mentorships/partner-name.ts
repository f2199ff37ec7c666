import type { Cipher, Place } from "../db/cipher.ts";

/** Who mentors from outside Slack: the mentee's word, and nobody else's. */
type Where = { workspaceId: string; mentorshipId: string };

const place = ({ workspaceId, mentorshipId }: Where): Place => ({
	workspaceId,
	table: "mentorship",
	column: "partner_name",
	id: mentorshipId,
});

export const sealPartnerName = (
	cipher: Cipher,
	where: Where,
	name: string,
): Buffer => cipher.seal(place(where), name);

export const openPartnerName = (
	cipher: Cipher,
	where: Where,
	sealed: Buffer,
): string => cipher.open(place(where), sealed);

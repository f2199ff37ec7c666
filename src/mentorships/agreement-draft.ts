import { z } from "zod";
import type { Cipher, Place } from "../db/cipher.ts";
import { type AgreementWords, agreementWords } from "./agreement.ts";

/** An edit that is being written, with the version it is made from. */
const agreementDraft = z.object({
	agreementId: z.string(),
	words: agreementWords,
});
export type AgreementDraft = {
	agreementId: string;
	words: AgreementWords;
};

/** Whose draft, and of which agreement. */
type Owner = { workspaceId: string; personId: string; mentorshipId: string };

export function draftKeyOf({
	personId,
	mentorshipId,
}: Pick<Owner, "personId" | "mentorshipId">) {
	return { personId, draftKey: `agreement:${mentorshipId}` };
}

function placeOf(owner: Owner): Place {
	const { personId, draftKey } = draftKeyOf(owner);
	return {
		workspaceId: owner.workspaceId,
		table: "draft",
		column: "body",
		id: `${personId}/${draftKey}`,
	};
}

export const sealDraft = (
	cipher: Cipher,
	owner: Owner,
	draft: AgreementDraft,
): Buffer => cipher.seal(placeOf(owner), JSON.stringify(draft));

export const openDraft = (
	cipher: Cipher,
	owner: Owner,
	sealed: Buffer,
): AgreementDraft =>
	agreementDraft.parse(JSON.parse(cipher.open(placeOf(owner), sealed)));

import { z } from "zod";
import type { Cipher, Place } from "../db/cipher.ts";
import { placeOfDraft } from "../enrollment/draft.ts";
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

export const draftKeyFor = (mentorshipId: string) =>
	`agreement:${mentorshipId}`;

export const draftKeyOf = ({
	personId,
	mentorshipId,
}: Pick<Owner, "personId" | "mentorshipId">) => ({
	personId,
	draftKey: draftKeyFor(mentorshipId),
});

const placeOf = (owner: Owner): Place =>
	placeOfDraft({ ...draftKeyOf(owner), workspaceId: owner.workspaceId });

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

import { z } from "zod";
import type { Cipher, Place } from "../db/cipher.ts";
import { placeOfDraft } from "../enrollment/draft.ts";
import type { GoalForm } from "./goal-form.ts";

/** Whose form, and which: of a goal there is, or of a new one. */
export type DraftOwner = {
	workspaceId: string;
	personId: string;
	goalId: string | null;
};

const storedForm = z.object({
	text: z.string(),
	measure: z.string().nullable(),
	dueOn: z.string().nullable(),
	steps: z.string().nullable(),
	mentorship: z.string().nullable(),
});

export function draftKeyOf({ personId, goalId }: DraftOwner) {
	return { personId, draftKey: `goal:${goalId ?? "new"}` };
}

const placeOf = (owner: DraftOwner): Place =>
	placeOfDraft({ ...draftKeyOf(owner), workspaceId: owner.workspaceId });

export const sealDraft = (
	cipher: Cipher,
	owner: DraftOwner,
	form: GoalForm,
): Buffer => cipher.seal(placeOf(owner), JSON.stringify(form));

export const openDraft = (
	cipher: Cipher,
	owner: DraftOwner,
	sealed: Buffer,
): GoalForm =>
	storedForm.parse(JSON.parse(cipher.open(placeOf(owner), sealed)));

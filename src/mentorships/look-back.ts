import { z } from "zod";
import type { Cipher, Place } from "../db/cipher.ts";
import { optionalText, severalOf } from "../slack/fields.ts";
import { type Ending, helps } from "./closing.ts";

/** A story and seven thank-yous still fit into one message. */
export const lookBackLengths = {
	helpedWords: 200,
	learned: 600,
	ownWords: 600,
	thanks: 400,
	quote: 200,
};

/** The form, in which everything may stay empty. */
export const lookBackForm = z.object({
	helped: severalOf(helps),
	helpedWords: optionalText(lookBackLengths.helpedWords),
	learned: optionalText(lookBackLengths.learned),
	ownWords: optionalText(lookBackLengths.ownWords),
	thanks: optionalText(lookBackLengths.thanks),
	quote: optionalText(lookBackLengths.quote),
});
export type LookBackForm = z.infer<typeof lookBackForm>;

/** Whether anything was typed, which is not to be lost. */
export function hasWords({ helped: _, ...words }: LookBackForm): boolean {
	return Object.values(words).some((typed) => typed !== null);
}

/** What nobody but their writer reads. */
const ownWords = z.object({
	helpedWords: z.string().nullable(),
	learned: z.string().nullable(),
	ownWords: z.string().nullable(),
});

export type LookBack = {
	lookBackId: string;
	mentorshipId: string;
	personId: string;
	/** Which closing of the mentorship it is of: its count of moves then. */
	closing: number;
	/** As it was saved; null: not yet. */
	saved: LookBackForm | null;
	/** As it was typed since, where that is known. */
	draft: LookBackForm | null;
	ending: Ending | null;
};

type Owner = { workspaceId: string; lookBackId: string };

function placeOf(
	{ workspaceId, lookBackId }: Owner,
	column: "words" | "thanks" | "draft" | "quote",
): Place {
	return { workspaceId, table: "look_back", column, id: lookBackId };
}

/** The private columns of a saved form. */
export function sealLookBack(
	cipher: Cipher,
	owner: Owner,
	form: LookBackForm,
): { words: Buffer; thanks: Buffer | null; quote: Buffer | null } {
	const words = JSON.stringify(ownWords.parse(form));
	const { thanks, quote } = form;
	return {
		words: cipher.seal(placeOf(owner, "words"), words),
		thanks: thanks ? cipher.seal(placeOf(owner, "thanks"), thanks) : null,
		quote: quote ? cipher.seal(placeOf(owner, "quote"), quote) : null,
	};
}

export function sealDraft(
	cipher: Cipher,
	owner: Owner,
	form: LookBackForm,
): Buffer {
	return cipher.seal(placeOf(owner, "draft"), JSON.stringify(form));
}

/** A row, as it lies in the database. */
export type SealedLookBack = Omit<LookBack, "saved" | "draft"> & {
	helped: string[];
	words: Buffer | null;
	thanks: Buffer | null;
	quote: Buffer | null;
	draft: Buffer | null;
};

export function openLookBack(
	cipher: Cipher,
	workspaceId: string,
	row: SealedLookBack,
): LookBack {
	const { helped, words, thanks, quote, draft, ...rest } = row;
	const owner = { workspaceId, lookBackId: row.lookBackId };
	return {
		...rest,
		saved: words && {
			...ownWords.parse(
				JSON.parse(cipher.open(placeOf(owner, "words"), words)),
			),
			helped: helps.filter((help) => helped.includes(help)),
			thanks: openThanks(cipher, owner, thanks),
			quote: openQuote(cipher, owner, quote),
		},
		draft:
			draft &&
			lookBackForm.parse(
				JSON.parse(cipher.open(placeOf(owner, "draft"), draft)),
			),
	};
}

/** Alone, for those it is for. */
export function openThanks(
	cipher: Cipher,
	owner: Owner,
	thanks: Buffer | null,
): string | null {
	return thanks && cipher.open(placeOf(owner, "thanks"), thanks);
}

/** Alone, for the summary that it was written for. */
export function openQuote(
	cipher: Cipher,
	owner: Owner,
	quote: Buffer | null,
): string | null {
	return quote && cipher.open(placeOf(owner, "quote"), quote);
}

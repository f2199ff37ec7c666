import { z } from "zod";
import type { Cipher } from "../db/cipher.ts";
import { placeOfDraft } from "../enrollment/draft.ts";
import { cut } from "../slack/mrkdwn.ts";
import { askLengths } from "./ask.ts";

/** Five in all: the one who is asked first, and these. */
export const mostChoices = 4;

const ranked = z.object({ mentorId: z.uuid(), why: z.string().nullable() });

/** Who is asked if the first can't, in this order; kept until it is sent. */
const stored = z.object({
	ranked: z.array(ranked),
	/** Ticked: none of them is my manager or my report. */
	notMyManagers: z.boolean(),
});
export type RankedChoice = z.infer<typeof ranked>;
export type Choices = z.infer<typeof stored>;

export const noChoices: Choices = { ranked: [], notMyManagers: false };

/** In which field of the form a choice's own words are. */
export const whyField = (mentorId: string) => `why:${mentorId}`;

type Typed = Record<string, string | string[] | null | undefined>;

/** What stands in the form right now, for those who are on the list. */
export function readWords(choices: Choices, form: Typed): Choices {
	const why = ({ mentorId, why }: RankedChoice) => {
		const typed = form[whyField(mentorId)];
		if (typed === undefined) return why;
		return typeof typed === "string" && typed
			? cut(typed, askLengths.why)
			: null;
	};
	const ticked = form.notMyManagers;
	return {
		ranked: choices.ranked.map((one) => ({ ...one, why: why(one) })),
		notMyManagers:
			ticked === undefined ? choices.notMyManagers : Boolean(ticked?.length),
	};
}

/** At the end; whoever is new has to be confirmed not to be a manager. */
export function addChoice(choices: Choices, choice: RankedChoice): Choices {
	const isThere = choices.ranked.some(
		({ mentorId }) => mentorId === choice.mentorId,
	);
	if (isThere || choices.ranked.length >= mostChoices) return choices;
	return { ranked: [...choices.ranked, choice], notMyManagers: false };
}

export function removeChoice(choices: Choices, mentorId: string): Choices {
	return {
		...choices,
		ranked: choices.ranked.filter((one) => one.mentorId !== mentorId),
	};
}

/** One place further up; the first stays the first. */
export function moveUp(choices: Choices, mentorId: string): Choices {
	const at = choices.ranked.findIndex((one) => one.mentorId === mentorId);
	const [before, it] = choices.ranked.slice(at - 1, at + 1);
	if (at < 1 || !before || !it) return choices;
	return {
		...choices,
		ranked: choices.ranked.toSpliced(at - 1, 2, it, before),
	};
}

type Owner = { workspaceId: string; personId: string; draftKey: string };

export function sealChoices(
	cipher: Cipher,
	owner: Owner,
	choices: Choices,
): Buffer {
	return cipher.seal(placeOfDraft(owner), JSON.stringify(choices));
}

export function openChoices(
	cipher: Cipher,
	owner: Owner,
	sealed: Buffer,
): Choices {
	return stored.parse(JSON.parse(cipher.open(placeOfDraft(owner), sealed)));
}

import { z } from "zod";
import type { Cipher, Place } from "../db/cipher.ts";
import { optionalText } from "../slack/fields.ts";
import type { Member, Mentorship } from "./mentorship.ts";

export const halfwayLength = 500;

/** What someone would keep, stop and start; kept sealed, in one piece. */
const halfwayWords = z.object({
	keep: z.string().nullable(),
	stop: z.string().nullable(),
	start: z.string().nullable(),
});
export type HalfwayWords = z.infer<typeof halfwayWords>;
export const halfwayLines = ["keep", "stop", "start"] as const;

/** The three lines as the form sends them. */
export const halfwayForm = z.object({
	keep: optionalText(halfwayLength),
	stop: optionalText(halfwayLength),
	start: optionalText(halfwayLength),
});

export type HalfwayAnswer = {
	personId: string;
	/** null: nothing is written, whether they skipped it or not. */
	words: HalfwayWords | null;
	/** When they wrote, or skipped it. */
	answeredAt: Date | null;
};

/** One halfway review, with what everybody who was asked has written. */
export type Halfway = {
	halfwayId: string;
	askedAt: Date;
	/** When all had written: since then they see each other's lines. */
	sharedAt: Date | null;
	answers: HalfwayAnswer[];
};

const openStates = ["active", "paused", "closing"];

/** Whether it can still be written. */
export function isOpenToWrite(
	{ state }: Pick<Mentorship, "state">,
	{ sharedAt }: Pick<Halfway, "sharedAt">,
): boolean {
	return sharedAt === null && openStates.includes(state);
}

/** Someone's own answer; undefined: they were not asked. */
export function answerOf(
	{ answers }: Pick<Halfway, "answers">,
	personId: string,
): HalfwayAnswer | undefined {
	return answers.find((answer) => answer.personId === personId);
}

/**
 * Whether everybody has written who was asked and is still there; the words may
 * be sealed. false: there is nobody of them.
 */
export function hasAll(
	{ answers }: { answers: readonly { personId: string; words: unknown }[] },
	members: readonly Pick<Member, "personId">[],
): boolean {
	const there = answers.filter(({ personId }) =>
		members.some((member) => member.personId === personId),
	);
	return there.length > 0 && there.every(({ words }) => words !== null);
}

export function isSame(one: HalfwayWords | null, other: HalfwayWords): boolean {
	return halfwayLines.every((line) => one?.[line] === other[line]);
}

type Owner = { workspaceId: string; halfwayId: string; personId: string };

function placeOf({ workspaceId, halfwayId, personId }: Owner): Place {
	return {
		workspaceId,
		table: "halfway_answer",
		column: "words",
		id: `${halfwayId}/${personId}`,
	};
}

export const sealHalfway = (
	cipher: Cipher,
	owner: Owner,
	words: HalfwayWords,
): Buffer => cipher.seal(placeOf(owner), JSON.stringify(words));

export const openHalfway = (
	cipher: Cipher,
	owner: Owner,
	sealed: Buffer,
): HalfwayWords =>
	halfwayWords.parse(JSON.parse(cipher.open(placeOf(owner), sealed)));

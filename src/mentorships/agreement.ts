import { z } from "zod";
import type { Cipher, Place } from "../db/cipher.ts";
import type { Member, Mentorship } from "./mentorship.ts";

export const agreementLengths = { helps: 600, reach: 300 };
/** For how many months people can agree. */
export const mostMonths = 12;

export const rhythms = ["weekly", "every_two_weeks", "monthly"] as const;
export const formats = ["either", "video", "in_person"] as const;

/** What the members agree on, in their own words; kept sealed, in one piece. */
export const agreementWords = z.object({
	/** What whoever mentors helps with; among peers, what they bring along. */
	helps: z.string().nullable(),
	helpsNot: z.string().nullable(),
	rhythm: z.enum(rhythms),
	lengthMinutes: z.literal([30, 45]),
	format: z.enum(formats),
	/** How they reach each other between meetings. */
	reach: z.string().nullable(),
	months: z.int(),
});
export type AgreementWords = z.infer<typeof agreementWords>;

/** One version; it never changes, an edit is the next one. */
export type Agreement = {
	agreementId: string;
	mentorshipId: string;
	version: number;
	/** null: Mentor filled it in. */
	author: { personId: string; slackUserId: string; name: string } | null;
	words: AgreementWords;
	writtenAt: Date;
	/** Since all had signed it. */
	inForceAt: Date | null;
	/** Ids of the people who have. */
	signedBy: string[];
};

/** A goal that someone shares in the mentorship, read where it is kept. */
export type AgreedGoal = {
	owner: { personId: string; slackUserId: string };
	text: string;
	state: "open" | "reached" | "let_go";
};

/** A single conversation needs none, and nobody outside Slack could sign it. */
export function hasAgreement({ kind }: Pick<Mentorship, "kind">): boolean {
	return kind !== "flash" && kind !== "external";
}

/**
 * The versions that a member may read, the latest first: all, or for who joined
 * later what stood when they came, and what came since.
 */
export function versionsSince<
	V extends Pick<Agreement, "writtenAt" | "inForceAt">,
>(versions: readonly V[], joinedAt: Date | null): V[] {
	if (!joinedAt) return [...versions];
	const held = versions.findIndex(
		({ inForceAt }) => inForceAt !== null && inForceAt <= joinedAt,
	);
	const written = versions.findIndex(({ writtenAt }) => writtenAt <= joinedAt);
	const oldest = held >= 0 ? held : written;
	return oldest >= 0 ? versions.slice(0, oldest + 1) : [...versions];
}

/** Whether it can be signed and changed now. */
export function isOpenToSign({ state }: Pick<Mentorship, "state">): boolean {
	return state === "agreeing" || state === "active";
}

/** Whose signature is missing under a version. */
export function unsignedBy(
	{ signedBy }: Pick<Agreement, "signedBy">,
	members: readonly Member[],
): Member[] {
	return members.filter(({ personId }) => !signedBy.includes(personId));
}

/** Who mentors, as the agreement speaks of them; nobody among peers. */
export function mentorsOf({ members }: Pick<Mentorship, "members">): Member[] {
	return members.filter(({ role }) => role === "mentor");
}

/**
 * The goals that a member may read, open ones only: their own, and all where
 * they mentor or are a peer. Fellow mentees of a group keep theirs apart.
 */
export function goalsFor(
	goals: readonly AgreedGoal[],
	{ personId, role }: Pick<Member, "personId" | "role">,
): AgreedGoal[] {
	return goals.filter(
		({ owner, state }) =>
			state === "open" && (role !== "mentee" || owner.personId === personId),
	);
}

type Owner = { workspaceId: string; agreementId: string };

function placeOf({ workspaceId, agreementId }: Owner): Place {
	return { workspaceId, table: "agreement", column: "words", id: agreementId };
}

export const sealAgreement = (
	cipher: Cipher,
	owner: Owner,
	words: AgreementWords,
): Buffer => cipher.seal(placeOf(owner), JSON.stringify(words));

export const openAgreement = (
	cipher: Cipher,
	owner: Owner,
	sealed: Buffer,
): AgreementWords =>
	agreementWords.parse(JSON.parse(cipher.open(placeOf(owner), sealed)));

import { z } from "zod";
import type { Cipher, Place } from "../db/cipher.ts";
import { fieldFaults, optionalText, requiredText } from "../slack/fields.ts";

export const externalLengths = { name: 80, about: 150, goal: 300 };
export const externalRhythms = [
	"weekly",
	"every_two_weeks",
	"monthly",
] as const;
/** Months; "open": until the mentee ends it. */
export const externalMonths = ["3", "6", "12", "open"] as const;

/** What a mentee says of someone who mentors them from outside Slack. */
export const externalForm = z.object({
	name: requiredText(externalLengths.name),
	about: requiredText(externalLengths.about),
	rhythm: z.enum(externalRhythms, fieldFaults.choose),
	months: z.enum(externalMonths, fieldFaults.choose),
	goal: optionalText(externalLengths.goal),
});
export type ExternalForm = z.infer<typeof externalForm>;

type Where = { workspaceId: string; mentorshipId: string };

const aboutPlace = ({ workspaceId, mentorshipId }: Where): Place => ({
	workspaceId,
	table: "mentorship",
	column: "about",
	id: mentorshipId,
});

export const sealAbout = (cipher: Cipher, where: Where, about: string) =>
	cipher.seal(aboutPlace(where), about);

export const openAbout = (cipher: Cipher, where: Where, sealed: Buffer) =>
	cipher.open(aboutPlace(where), sealed);

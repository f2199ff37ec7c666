import { z } from "zod";
import { fieldFaults, optionalText, requiredText } from "../slack/fields.ts";
import { lineLength, topicLength } from "./introduction-words.ts";

/** Someone within one of my mentorships, as a choice of a menu. */
export type Partner = { mentorshipId: string; personId: string };

export function partnerValue({ mentorshipId, personId }: Partner): string {
	return `${mentorshipId}/${personId}`;
}

const partner = z
	.string(fieldFaults.choose)
	.transform((value) => {
		const [mentorshipId, personId] = value.split("/");
		return { mentorshipId, personId };
	})
	.pipe(z.object({ mentorshipId: z.uuid(), personId: z.uuid() }));

const slackPerson = requiredText(30);

/** A mentee's question. */
export const askForm = z.object({
	partner,
	topic: requiredText(topicLength),
	why: optionalText(lineLength),
});
export type AskForm = z.infer<typeof askForm>;

/** A mentor's answer: a Slack id, and a line to whoever it is. */
export const nameForm = z.object({
	person: slackPerson,
	note: optionalText(lineLength),
});

/** What a mentor offers unasked. */
export const offerForm = nameForm.extend({
	partner,
	topic: requiredText(topicLength),
});
export type OfferForm = z.infer<typeof offerForm>;

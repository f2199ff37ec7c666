import { z } from "zod";
import { fieldFaults } from "../slack/fields.ts";

/** A button of a time carries whose it is, and when, to the minute. */
export function pickValue({
	mentorshipId,
	at,
}: {
	mentorshipId: string;
	at: Date;
}): string {
	return `${mentorshipId}:${Math.floor(at.getTime() / 60_000)}`;
}

const numbered = z
	.string()
	.regex(/^[^:]+:\d{1,9}$/)
	.transform((value) => {
		const [mentorshipId, number] = value.split(":");
		return { mentorshipId, number: Number(number) };
	})
	.pipe(z.object({ mentorshipId: z.uuid(), number: z.number() }));

/** What was planned when the times were shown. */
const known = z.string().max(100);
export const knownMeta = z.object({ known }).catch({ known: "" });

export const pickTap = z.object({ value: numbered, meta: knownMeta });
export const pageTap = z.object({ value: numbered });
export const planTap = z.object({ value: z.uuid() });
export const writeTap = z.object({ value: z.uuid(), meta: knownMeta });

/** A time that was typed, or is to be typed again. */
const typed = {
	date: z.iso.date(),
	time: z.iso.time({ precision: -1 }),
};
export const ownTap = z.object({
	value: z.uuid(),
	meta: z
		.object({ known, ...z.object(typed).partial().shape })
		.catch({ known: "" }),
});
export const ownForm = z.object({
	date: z.iso.date(fieldFaults.choose),
	time: z.iso.time({ precision: -1, error: fieldFaults.time }),
});
export const ownMeta = z.object({ mentorship: z.uuid(), known });
export const sureMeta = z.object({ mentorship: z.uuid(), known, ...typed });

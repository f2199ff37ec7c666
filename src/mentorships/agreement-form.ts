import { z } from "zod";
import { fieldFaults, optionalText } from "../slack/fields.ts";
import {
	type AgreementWords,
	agreementLengths,
	formats,
	mostMonths,
	rhythms,
} from "./agreement.ts";

export const monthChoices = Array.from({ length: mostMonths }, (_, index) =>
	String(index + 1),
);

/** The agreement as the form sends it. */
export const agreementForm = z
	.object({
		helps: optionalText(agreementLengths.helps),
		/** Not asked among peers. */
		helpsNot: optionalText(agreementLengths.helps),
		rhythm: z.enum(rhythms, fieldFaults.choose),
		length: z.enum(["30", "45"], fieldFaults.choose),
		format: z.enum(formats, fieldFaults.choose),
		reach: optionalText(agreementLengths.reach),
		months: z.enum(monthChoices, fieldFaults.choose),
	})
	.transform(({ length, months, ...rest }): AgreementWords => {
		const lengthMinutes = length === "45" ? 45 : 30;
		return { ...rest, lengthMinutes, months: Number(months) };
	});

/** A form about an agreement carries the version it was made from. */
export const agreementMeta = z.object({ agreement: z.uuid() });

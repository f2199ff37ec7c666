import type { AgreementWords } from "./agreement.ts";

/** The order in which an agreement states its terms. */
export const agreementFields = [
	"helps",
	"helpsNot",
	"rhythm",
	"lengthMinutes",
	"format",
	"reach",
	"months",
] as const satisfies (keyof AgreementWords)[];
export type AgreementField = (typeof agreementFields)[number];

/** One term that differs between two versions. */
export type AgreementChange = {
	field: AgreementField;
	before: AgreementWords;
	after: AgreementWords;
};

/** What changed from one version to another, term by term. */
export function changesBetween(
	before: AgreementWords,
	after: AgreementWords,
): AgreementChange[] {
	return agreementFields
		.filter((field) => before[field] !== after[field])
		.map((field) => ({ field, before, after }));
}

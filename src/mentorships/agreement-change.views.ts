import { cut, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { AgreementWords } from "./agreement.ts";
import type { AgreementChange, AgreementField } from "./agreement-changes.ts";

/** As much of a longer text as tells which one it is. */
const shown = 200;

/** What changed, a line each: "Rhythm: every two weeks → every week". */
export function changeLines(changes: AgreementChange[], text: Text): Mrkdwn {
	return joinMrkdwn(
		changes.map((change) => changeLine(change, text)),
		"\n",
	);
}

const keys = {
	helps: "helps",
	helpsNot: "helpsNot",
	rhythm: "rhythm",
	lengthMinutes: "length",
	format: "format",
	reach: "reach",
	months: "duration",
} as const satisfies Record<AgreementField, string>;

function changeLine(
	{ field, before, after }: AgreementChange,
	text: Text,
): Mrkdwn {
	return text.mrkdwn(`mentorships:agreement.change.${keys[field]}`, {
		before: sayValue(field, before, text),
		after: sayValue(field, after, text),
	});
}

function sayValue(
	field: AgreementField,
	words: AgreementWords,
	text: Text,
): string {
	switch (field) {
		case "rhythm":
			return text.plain(`mentorships:agreement.change.${words.rhythm}`);
		case "format":
			return text.plain(`mentorships:agreement.format.${words.format}`);
		case "lengthMinutes":
			return minutesText(words.lengthMinutes, text);
		case "months":
			return monthsText(words.months, text);
		case "helps":
		case "helpsNot":
		case "reach": {
			const said = words[field]?.replace(/\s+/g, " ");
			return said
				? cut(said, shown)
				: text.plain("mentorships:agreement.change.nothing");
		}
	}
}

export const minutesText = (minutes: number, text: Text) =>
	text.plain("mentorships:agreement.change.minutes", { minutes });

export const monthsText = (count: number, text: Text) =>
	text.plain("mentorships:agreement.change.months", { count });

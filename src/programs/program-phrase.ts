import { joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";

// Names of programs are null while there is only one: then its name is
// neither asked nor shown.

/** A program within a sentence. */
export function programPhrase(name: string | null, text: Text): string {
	return name === null
		? text.plain("programs:phrase.only")
		: text.plain("programs:phrase.named", { name });
}

/** Which program something is about, as a line of its own; or nothing. */
export function programLine(name: string | null, text: Text): Mrkdwn[] {
	return name === null ? [] : [text.mrkdwn("programs:phrase.line", { name })];
}

/** Some words, and below them which program they are about. */
export function withProgram(
	words: Mrkdwn,
	name: string | null,
	text: Text,
): Mrkdwn {
	return joinMrkdwn([words, ...programLine(name, text)], "\n");
}

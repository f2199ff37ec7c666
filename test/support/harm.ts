import { isObject } from "./driver-words.ts";

/**
 * What in a payload of ours could do harm: something active that is not our
 * own (a mention, a link, a broadcast), text that Slack would make active, or
 * characters that hide or turn what is read. People and channels may be mentioned by `ids`.
 */
export function harmIn(payload: unknown, ids: readonly string[]): string[] {
	if (Array.isArray(payload)) return payload.flatMap((one) => harmIn(one, ids));
	if (typeof payload === "string") return hidden(payload);
	if (!isObject(payload)) return [];
	const { type, text, verbatim } = payload;
	const found = Object.values(payload).flatMap((one) => harmIn(one, ids));
	if (type === "markdown" || type === "rich_text")
		found.push(`a block "${type}"`);
	if (type !== "mrkdwn" || typeof text !== "string") return found;
	if (verbatim !== true) found.push(`links made of bare words: ${text}`);
	return [...found, ...active(text, ids)];
}

/** In mrkdwn, as in the `text` of a message. */
export function active(mrkdwn: string, ids: readonly string[]): string[] {
	return (mrkdwn.match(/<[^>]*>?/g) ?? []).filter(
		(token) =>
			!ids.some((id) => token === `<@${id}>` || token === `<#${id}>`) &&
			!/^<!date\^\d+\^[^<>|]+\|[^<>|]+>$/.test(token),
	);
}

function hidden(text: string): string[] {
	const found = text.match(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu) ?? [];
	return found
		.filter((character) => !"\n\t".includes(character))
		.map((character) => `U+${character.codePointAt(0)?.toString(16)}`);
}

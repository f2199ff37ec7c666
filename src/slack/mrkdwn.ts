/**
 * Text that is safe to send as mrkdwn: people's words in it are escaped, so
 * they cannot mention, link or broadcast. Only this file makes one.
 */
export type Mrkdwn = { readonly mrkdwn: string };

const controls = /[\p{Cc}--[\n\t]]/gv;
const bidiOverrides = /[\u202a-\u202e\u2066-\u2069]/g;
const loneSurrogates = /\p{Surrogate}/gu;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What someone typed, in NFC, without characters that only do harm. */
export function clean(text: string): string {
	// Composed last: what stood apart may be neighbours now.
	return text
		.replaceAll("\r\n", "\n")
		.replace(controls, "")
		.replace(bidiOverrides, "")
		.replace(loneSurrogates, "")
		.normalize("NFC")
		.trim();
}

/** At most `max` UTF-16 units, cut between graphemes, with an ellipsis. */
export function cut(text: string, max: number): string {
	if (text.length <= max) return text;
	let kept = "";
	for (const { segment } of graphemes.segment(text)) {
		if (kept.length + segment.length > max - 1) break;
		kept += segment;
	}
	return `${kept}…`;
}

export function escapeText(text: string): Mrkdwn {
	return {
		mrkdwn: text
			.replaceAll("&", "&amp;")
			.replaceAll("<", "&lt;")
			.replaceAll(">", "&gt;"),
	};
}

/**
 * Names cut so that no two look alike: where their beginnings would, the end
 * is shown as well, and where that is not enough, a number.
 */
export function cutApart(names: readonly string[], max: number): string[] {
	const inside = (name: string) => {
		if (name.length <= max) return name;
		const head = cut(name, Math.ceil(max / 2));
		return head + lastOf(name, max - head.length);
	};
	const numbered = (name: string, at: number) => {
		const number = ` ${at + 1}`;
		return cut(name, max - number.length) + number;
	};
	const ways = [(name: string) => cut(name, max), inside, numbered];
	const shown = ways.map((way) => names.map(way));
	return shown.find((some) => new Set(some).size === some.length) ?? [];
}

/** The last graphemes that fit in `max` UTF-16 units. */
function lastOf(text: string, max: number): string {
	let kept = "";
	for (const { segment } of [...graphemes.segment(text)].reverse()) {
		if (kept.length + segment.length > max) break;
		kept = segment + kept;
	}
	return kept;
}

/** Someone's words set off as a quotation, every line of it. */
export function quote(text: string): Mrkdwn {
	const lines = escapeText(text).mrkdwn.split("\n");
	return { mrkdwn: lines.map((line) => `> ${line}`).join("\n") };
}

export function mention(slackUserId: string): Mrkdwn {
	return { mrkdwn: `<@${slackUserId.replace(/[^A-Z0-9]/g, "")}>` };
}

export function channelMention(channelId: string): Mrkdwn {
	return { mrkdwn: `<#${channelId.replace(/[^A-Z0-9]/g, "")}>` };
}

/** Wraps a Slack date token as `time/dates.ts` writes it. */
export function dateToken(token: string): Mrkdwn {
	return { mrkdwn: token };
}

export function joinMrkdwn(parts: Mrkdwn[], separator: string): Mrkdwn {
	return { mrkdwn: parts.map((part) => part.mrkdwn).join(separator) };
}

/** Cut like `cut`, and never inside an entity or a token. */
export function cutMrkdwn(text: Mrkdwn, max: number): Mrkdwn {
	if (text.mrkdwn.length <= max) return text;
	const kept = cut(text.mrkdwn, max).slice(0, -1);
	return { mrkdwn: `${kept.replace(/(?:&[a-z]*|<[^>]*)$/, "")}…` };
}

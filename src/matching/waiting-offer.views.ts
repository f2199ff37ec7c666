import type { KnownBlock } from "@slack/types";
import { button, section } from "../slack/blocks.ts";
import { cut } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { longestQuery } from "./find.ts";
import { searchValue } from "./search-button.ts";
import type { WaitOffer } from "./waiting.ts";

/** Under a search: the waiting list, or that they are on it already. */
export function waitOffer(
	offer: WaitOffer,
	{ query, isEmpty }: { query: string; isEmpty: boolean },
	text: Text,
): KnownBlock[] {
	if (offer === "none") return [];
	if (offer === "waits") return [section(text.mrkdwn("matching:wait.waits"))];
	const found = isEmpty ? "nobody" : "few";
	return [
		section(
			text.mrkdwn(`matching:wait.offer.${found}`),
			button({
				id: "matching:wait",
				value: searchValue({ query: cut(query, longestQuery), offset: 0 }),
				label: text.plain(`matching:wait.button.${found}`),
				...(isEmpty && { style: "primary" }),
			}),
		),
	];
}

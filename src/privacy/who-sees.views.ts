import type { KnownBlock } from "@slack/types";
import { managersSee } from "../programs/fixed-lines.views.ts";
import { actions, button, type Message, section } from "../slack/blocks.ts";
import type { Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";

const readers = [
	"you",
	"together",
	"asked",
	"search",
	"managers",
	"manager",
	"contact",
	"mentor",
] as const;

/** Who sees what, a paragraph for each kind of reader. */
export function whoSeesMessage(
	{ healthFrom }: { healthFrom: Date | null },
	text: Text,
): Message {
	const about = (reader: (typeof readers)[number]): Mrkdwn =>
		reader === "managers"
			? text.mrkdwn("privacy:managers", { seen: managersSee(healthFrom, text) })
			: text.mrkdwn(`privacy:${reader}`);
	return {
		text: text.mrkdwn("privacy:text"),
		blocks: readers.map((reader) => section(about(reader))),
	};
}

/** At the end of Home: the way there. */
export const privacyBlocks = (text: Text): KnownBlock[] => [
	section(text.mrkdwn("privacy:home")),
	actions(
		button({ id: "privacy:whoSees", label: text.plain("privacy:button") }),
	),
];

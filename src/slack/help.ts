import { z } from "zod";
import { type Message, section } from "./blocks.ts";
import { command, type Entry, type Feature } from "./feature.ts";
import { joinMrkdwn } from "./mrkdwn.ts";
import type { Text } from "./text.ts";

/** `/mentor help`, made from the commands the features declare. */
export function helpEntry(features: Feature[]): Entry {
	return command({
		id: "help",
		policy: { who: "member" },
		input: z.string(),
		handle: async (_deps, visit) => ({
			do: "say",
			message: helpMessage(features, visit.text),
		}),
	});
}

export function helpMessage(features: Feature[], text: Text): Message {
	const lines = features
		.flatMap((feature) => feature.entries)
		.flatMap(({ help }) => help ?? [])
		.map(({ usage, about }) =>
			text.mrkdwn("slack:help.line", {
				command: ["/mentor", usage].filter(Boolean).join(" "),
				about: text.plain(about),
			}),
		);
	const title = text.mrkdwn("slack:help.title");
	return {
		text: text.mrkdwn("slack:help.text"),
		blocks: [
			section({ mrkdwn: `*${title.mrkdwn}*` }),
			section(joinMrkdwn(lines, "\n")),
		],
	};
}

import { z } from "zod";
import type { Deps } from "../deps.ts";
import { type Message, section } from "./blocks.ts";
import {
	command,
	type Entry,
	type Feature,
	type Help,
	type Visit,
} from "./feature.ts";
import { joinMrkdwn } from "./mrkdwn.ts";
import type { Text } from "./text.ts";

/**
 * `/mentor help`, made from the commands the features declare: those of `first`
 * in its order, by their words, and then the others in that of the features.
 */
export function helpEntry(features: Feature[], first: string[]): Entry {
	return command({
		id: "help",
		policy: { who: "member" },
		input: z.string(),
		async handle(deps, visit) {
			const shown = await shownTo(deps, visit, features);
			const message = helpMessage(inOrder(shown, first), visit.text);
			return { do: "say", message };
		},
	});
}

/** What a program does not use is not shown. */
async function shownTo(
	deps: Deps,
	visit: Visit,
	features: Feature[],
): Promise<Help[]> {
	const all = features
		.flatMap((feature) => feature.entries)
		.flatMap(({ help }) => help ?? []);
	const isShown = await Promise.all(
		all.map((help) => help.isShown?.(deps, visit) ?? true),
	);
	return all.filter((_, index) => isShown[index]);
}

function inOrder(help: Help[], first: string[]): Help[] {
	const place = ({ usage }: Help) => {
		const at = first.indexOf(usage.split(" ")[0] ?? "");
		return at < 0 ? first.length : at;
	};
	return help.toSorted((one, other) => place(one) - place(other));
}

export function helpMessage(help: Help[], text: Text): Message {
	const lines = help.map(({ usage, about }) =>
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

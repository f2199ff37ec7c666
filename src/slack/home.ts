import type { KnownBlock } from "@slack/types";
import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { context, divider, header, type Message } from "./blocks.ts";
import {
	command,
	type Entry,
	event,
	type Feature,
	type Visit,
} from "./feature.ts";
import type { Text } from "./text.ts";

/** Home, and the same as a message for bare /mentor: each feature's part. */
export async function loadOverview(
	features: Feature[],
	deps: Deps,
	visit: Visit,
): Promise<KnownBlock[]> {
	const parts = features.flatMap((feature) => feature.home ?? []);
	// All in one transaction: what they read first shares a round trip.
	const sections = await withWorkspace(deps.db, visit.workspaceId, (trx) =>
		Promise.all(parts.map((part) => part({ ...deps, db: trx }, visit))),
	);
	return sections
		.filter((part) => part !== null)
		.flatMap((part) => [divider(), header(part.title), ...part.blocks])
		.slice(1);
}

/** Slack takes so many blocks in a message. */
const mostBlocks = 50;

/** The same as Home; whoever has more than fits is told where the rest is. */
export function overviewMessage(blocks: KnownBlock[], text: Text): Message {
	const isAll = blocks.length <= mostBlocks;
	const dense = isAll
		? blocks
		: blocks.filter(({ type }) => type !== "divider");
	const fits = dense.length <= mostBlocks;
	const more = context(text.mrkdwn("slack:home.more"));
	return {
		text: text.mrkdwn("slack:home.text"),
		blocks: fits ? dense : [...dense.slice(0, mostBlocks - 1), more],
	};
}

/** Bare `/mentor`, and the Home tab being opened. */
export function homeEntries(features: Feature[]): Entry[] {
	return [
		command({
			id: "",
			policy: { who: "member" },
			input: z.string(),
			help: { usage: "", about: "slack:help.overview" },
			async handle(deps, visit) {
				const blocks = await loadOverview(features, deps, visit);
				return { do: "say", message: overviewMessage(blocks, visit.text) };
			},
		}),
		event({
			id: "app_home_opened",
			policy: { who: "member" },
			input: z.looseObject({ tab: z.string().optional() }),
			handle: async () => ({ do: "home" }),
		}),
	];
}

import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readParticipation } from "../programs/participation.service.ts";
import {
	action,
	command,
	type Feature,
	type Reply,
	type Visit,
} from "../slack/feature.ts";
import { privacyBlocks, whoSeesMessage } from "./who-sees.views.ts";

async function show(deps: Deps, visit: Visit): Promise<Reply> {
	const { workspaceId, programId, text } = visit;
	const terms = await withWorkspace(deps.db, workspaceId, (trx) =>
		readParticipation(trx, programId),
	);
	return { do: "say", message: whoSeesMessage(terms, text) };
}

/** Who sees what of one's own, for anyone who wants to know beforehand. */
export const whoSeesFeature: Feature = {
	name: "privacy",
	entries: [
		command({
			id: "privacy",
			policy: { who: "member" },
			input: z.string(),
			help: { usage: "privacy", about: "privacy:help" },
			handle: show,
		}),
		action({
			id: "privacy:whoSees",
			policy: { who: "member" },
			input: z.unknown(),
			handle: show,
		}),
	],
	home: [
		async (_deps, { text }) => ({
			title: text.plain("privacy:title"),
			blocks: privacyBlocks(text),
		}),
	],
};

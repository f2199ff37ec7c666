import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { findInstallation } from "./workspaces.queries.ts";

/**
 * Whether the bot can write in a channel. `absent`: not until it is invited;
 * `unknown`: Slack does not say, which is so for private channels as long as
 * the scope `groups:read` is not granted.
 */
export type Reach = "reached" | "absent" | "archived" | "unknown";

/** Asked when a channel is chosen, so that nobody learns it a month later. */
export async function readReach(
	deps: Deps,
	workspaceId: string,
	channel: string,
): Promise<Reach> {
	const installation = await withWorkspace(deps.db, workspaceId, (trx) =>
		findInstallation(trx),
	);
	if (!installation) return "unknown";
	const sealedToken = installation.bot_token;
	const client = deps.slack.interactive({ workspaceId, sealedToken });
	return client.conversations.info({ channel }).then(
		({ channel: found }): Reach => {
			if (found?.is_archived) return "archived";
			return found?.is_member ? "reached" : "absent";
		},
		(error: { data?: { error?: string } }): Reach =>
			error.data?.error === "channel_not_found" ? "absent" : "unknown",
	);
}
